import { describe, expect, it } from "vitest";
import { readRunContext } from "./run-context.ts";

const repository = { default_branch: "main" };
const pull = { number: 7, base: { sha: "b".repeat(40) }, head: { sha: "c".repeat(40) } };

describe("readRunContext", () => {
  const cases = [
    // the story, the event, the ref, the payload, the commit judged, the commit whose policy decides
    [
      "a pull request: its head by its base",
      "pull_request",
      "refs/pull/7/merge",
      { pull_request: pull, repository },
      pull.head.sha,
      pull.base.sha,
    ],
    [
      "a merge queue: its head by its base",
      "merge_group",
      "refs/heads/q",
      { merge_group: { base_sha: "d", head_sha: "e" }, repository },
      "e",
      "d",
    ],
    ["a push to the default branch: its own policy", "push", "refs/heads/main", { repository }, "a", null],
    ["a schedule: its own policy", "schedule", "refs/heads/main", { repository }, "a", null],
    [
      "a push elsewhere: the default branch's policy",
      "push",
      "refs/heads/topic",
      { repository },
      "a",
      "main",
    ],
    [
      "a dispatch elsewhere: the default branch's policy",
      "workflow_dispatch",
      "refs/heads/topic",
      { repository },
      "a",
      "main",
    ],
  ] as const;
  for (const [story, event, ref, payload, commit, base] of cases) {
    it(story, () => {
      const environment = { GITHUB_EVENT_NAME: event, GITHUB_REF: ref, GITHUB_SHA: "a" };
      expect(readRunContext(environment, payload)).toMatchObject({ commit, base });
    });
  }

  it.each(["pull_request", "pull_request_target", "merge_group"])(
    "gives a %s without a base one that no commit can be",
    (event) => {
      const { base } = readRunContext({ GITHUB_EVENT_NAME: event, GITHUB_SHA: "a" }, {});
      expect(base).toBe("(the event names no base)");
    },
  );
});
