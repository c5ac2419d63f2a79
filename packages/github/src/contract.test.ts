import { describe, expect, it } from "vitest";
import { openFakeGithub, type Weather } from "../contract/fake-github.ts";
import { describeReview } from "../contract/review-contract.ts";
import { type Client, createClient } from "./client.ts";
import { findPullRequest } from "./find-pull-request.ts";
import { openReview } from "./octokit-review.ts";
import { type CheckPlace, startCheck } from "./post-check.ts";
import { type Draft, type Posting, postComment } from "./post-comment.ts";

const MARKER = "<!-- ml-gates:v1:x -->";
const HEAD = "9f2c41d7a0b3e58c6f1d2a4b7c9e0f3a5d6b8c1e";
const PLACE: CheckPlace = {
  repository: "acme/model",
  commit: HEAD,
  name: "ml-gates",
  url: "https://github.example/run",
};

type Fake = ReturnType<typeof openFakeGithub>;
const connect = ({ apiUrl, fetch }: Fake): Client =>
  createClient({ token: "t", apiUrl, fetch, userAgent: "ml-gates-test", retries: 0 });
const draftOf = (text: string, also: Partial<Draft> = {}): Draft => ({
  ...{ marker: MARKER, budget: 60_000, insist: false, compose: () => `${MARKER}\n${text}` },
  ...{ stands: (body: string) => body.includes(text), isShared: () => false, ...also },
});

async function post(fake: Fake, draft: Draft): Promise<Posting["change"]> {
  const review = openReview(connect(fake), { repository: "acme/model", pullRequest: 3 });
  return (await postComment(review, draft, async () => undefined)).change;
}

/** All of it as GitHub describes it. */
async function withGithub(weather: Weather, story: (fake: Fake) => Promise<void>): Promise<void> {
  const fake = openFakeGithub(weather);
  await story(fake);
  expect(fake.breaches).toEqual([]);
}

describeReview("GitHub as it describes itself", async () => {
  const fake = openFakeGithub({ pageSize: 100 });
  return {
    review: openReview(connect(fake), { repository: "acme/model", pullRequest: 3 }),
    sayAsStranger: async (body) => void fake.say("mallory", body),
    readAll: async () => {
      expect(fake.breaches).toEqual([]);
      return fake.comments.map(({ body }) => body);
    },
  };
});

describe("a comment's exchanges with GitHub", () => {
  it("are four at first and at an update, two when nothing changed", () =>
    withGithub({}, async (fake) => {
      expect(await post(fake, draftOf("one"))).toBe("created");
      expect(fake.asked.splice(0)).toHaveLength(4);
      expect(await post(fake, draftOf("two"))).toBe("updated");
      expect(fake.asked.splice(0)).toHaveLength(4);
      expect(await post(fake, draftOf("two"))).toBe("unchanged");
      expect(fake.asked).toHaveLength(2);
    }));

  it("read every page", () =>
    withGithub({ pageSize: 2 }, async (fake) => {
      for (let index = 0; index < 7; index += 1) fake.say("mallory", `${MARKER} ${index}`);
      await post(fake, draftOf("one"));
      expect(await post(fake, draftOf("two"))).toBe("updated");
      expect(fake.comments).toHaveLength(8);
    }));

  it("never create twice when a reply is lost", () =>
    withGithub({ next: ["pass", "pass", "lost"] }, async (fake) => {
      expect(await post(fake, draftOf("one"))).toBe("unchanged");
      expect(fake.comments).toHaveLength(1);
      expect(fake.asked.filter((each) => each.startsWith("POST /repos"))).toHaveLength(1);
    }));

  it("halve what is longer than GitHub takes", () =>
    withGithub({}, async (fake) => {
      const long = draftOf("x", {
        budget: 65_537,
        compose: (_, budget) => `${MARKER}\n${"x".repeat(budget - MARKER.length - 1)}`,
      });
      expect(await post(fake, long)).toBe("created");
      expect(fake.comments[0]?.body).toHaveLength(32_768);
    }));

  it("end where the token may only read", () =>
    withGithub({ forbidden: ["comments"] }, async (fake) => {
      await expect(post(fake, draftOf("one"))).rejects.toThrow(/\(403\).*`pull-requests: write`/s);
    }));

  it("survive a server's fault between two turns", () =>
    withGithub({ next: ["pass", "pass", 502] }, async (fake) => {
      expect(await post(fake, draftOf("one"))).toBe("created");
    }));

  it("name a secondary limit that does not pass", () =>
    withGithub({ next: ["limit"] }, async (fake) => {
      await expect(post(fake, draftOf("one"))).rejects.toThrow(/limit of requests is used up \(403\)/);
    }));

  it("respect a person's deletion", () =>
    withGithub({ removed: true }, async (fake) => {
      expect(await post(fake, draftOf("one"))).toBe("removed-by-person");
      expect(await post(fake, draftOf("one", { insist: true }))).toBe("created");
    }));
});

describe("startCheck", () => {
  it("begins in progress and ends with the verdict", () =>
    withGithub({}, async (fake) => {
      const check = await startCheck(connect(fake), PLACE);
      expect(fake.checks[0]).toMatchObject({ status: "in_progress", head_sha: HEAD });
      await check.complete({ blocks: true, title: "1 gate fails.", summary: "s".repeat(70_000) });
      expect(fake.checks).toMatchObject([{ status: "completed", conclusion: "failure" }]);
    }));

  it("is a commit status where the token may not make checks", () =>
    withGithub({ forbidden: ["checks"] }, async (fake) => {
      const check = await startCheck(connect(fake), PLACE);
      await check.complete({ blocks: false, title: "3 gates pass.", summary: "" });
      expect(fake.statuses.map(({ state }) => state)).toEqual(["pending", "success"]);
    }));

  it("names both permissions when neither can be made", () =>
    withGithub({ forbidden: ["checks", "statuses"] }, async (fake) => {
      await expect(startCheck(connect(fake), PLACE)).rejects.toThrow(/`checks: write` or `statuses: write`/);
    }));
});

describe("findPullRequest", () => {
  const head = { repository: "acme/model", commit: HEAD, owner: "mallory", branch: "topic" };
  const pull = (sha: string, full_name: string): object => ({
    number: 3,
    head: { sha },
    base: { sha: "41aa", repo: { full_name } },
  });

  it.each<readonly [string, readonly object[], number | null]>([
    ["the one with that very head", [pull(HEAD, "acme/model")], 3],
    ["none when the branch has moved on", [pull("0".repeat(40), "acme/model")], null],
    ["none into another repository", [pull(HEAD, "mallory/model")], null],
  ])("finds %s", async (_story, pulls, number) => {
    const fake = openFakeGithub();
    fake.pulls.push(...pulls);
    expect((await findPullRequest(connect(fake), head))?.number ?? null).toBe(number);
  });
});
