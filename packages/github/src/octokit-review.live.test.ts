import { createEmulator, type Emulator } from "emulate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { describeReview } from "../contract/review-contract.ts";
import { type Client, createClient } from "./client.ts";
import { openReview } from "./octokit-review.ts";
import { readContent } from "./read-content.ts";

const REPOSITORY = "alice/model";
const SEED = {
  tokens: {
    alice_token: { login: "alice", scopes: ["repo", "user"] },
    mallory_token: { login: "mallory", scopes: ["repo", "user"] },
  },
  github: {
    users: [{ login: "alice" }, { login: "mallory" }],
    repos: [{ owner: "alice", name: "model", auto_init: true }],
  },
};

let server: Emulator;
const connect = (token: string): Client =>
  createClient({ token, apiUrl: server.url, userAgent: "ml-gates-test" });

beforeAll(async () => {
  server = await createEmulator({ service: "github", port: 0, seed: SEED });
});
afterAll(() => server.close());

describeReview("GitHub's REST API", async () => {
  const client = connect("alice_token");
  const place = { owner: "alice", repo: "model" };
  const { data: issue } = await client.rest.issues.create({
    ...place,
    title: "a pull request's conversation",
  });
  const comments = `${server.url}/repos/${REPOSITORY}/issues/${issue.number}/comments`;
  return {
    review: openReview(client, { repository: REPOSITORY, pullRequest: issue.number }),
    sayAsStranger: async (body) => {
      const headers = { authorization: "token mallory_token", "content-type": "application/json" };
      const { status } = await fetch(comments, { method: "POST", headers, body: JSON.stringify({ body }) });
      expect(status).toBe(201);
    },
    readAll: async () => {
      const options = { ...place, issue_number: issue.number, per_page: 100 };
      const all = await client.paginate(client.rest.issues.listComments, options);
      return all.map(({ body }) => body ?? "");
    },
  };
});

describe("readContent over HTTP", () => {
  const readHead = async (): Promise<string> => {
    const { data } = await connect("alice_token").rest.git.getRef({
      owner: "alice",
      repo: "model",
      ref: "heads/main",
    });
    return data.object.sha;
  };

  it("reads a file of a commit", async () => {
    const address = { repository: REPOSITORY, commit: await readHead(), path: "README.md" };
    expect(await readContent(connect("alice_token"), address)).toEqual({ text: "# model\n" });
  });

  it("says absent only of a commit that is there", async () => {
    const address = { repository: REPOSITORY, commit: await readHead(), path: ".github/ml-gates.yml" };
    expect(await readContent(connect("alice_token"), address)).toEqual({ absent: true });
    const unseen = { ...address, commit: "0".repeat(40) };
    await expect(readContent(connect("alice_token"), unseen)).rejects.toThrow(/contents: read/);
  });
});
