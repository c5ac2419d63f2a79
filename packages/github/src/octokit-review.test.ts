import { createServer, type Server } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { createClient } from "./client.ts";
import { openReview } from "./octokit-review.ts";
import { readContent } from "./read-content.ts";
import type { Review } from "./review.ts";

const MARKER = "<!-- ml-gates:v1:x -->";
const OURS = {
  id: 7,
  body: `${MARKER}\nours`,
  html_url: "https://github.example/c/7",
  user: { login: "github-actions[bot]" },
};

type Answer = readonly [status: number, body: unknown, headers?: Readonly<Record<string, string>>];
/** Answers by `METHOD /path`; a list is answered in turn, `lost` hangs up without a word. */
type Script = Readonly<Record<string, Answer | "lost" | readonly (Answer | "lost")[]>>;

let server: Server | null = null;
afterEach(() => server?.close());

async function serve(script: Script): Promise<{ readonly apiUrl: string; readonly asked: string[] }> {
  const asked: string[] = [];
  server = createServer((request, response) => {
    const name = `${request.method} ${request.url?.split("?")[0]}`;
    const turn = asked.filter((each) => each === name).length;
    asked.push(name);
    const line = script[name];
    const answer = isTurns(line) ? (line[turn] ?? line.at(-1)) : line;
    if (answer === "lost") return request.socket.destroy();
    const [status, body, headers = {}] = answer ?? [404, { message: "Not Found" }];
    return response
      .writeHead(status, { "content-type": "application/json", ...headers })
      .end(JSON.stringify(body));
  });
  await new Promise<void>((done) => server?.listen(0, "127.0.0.1", done));
  const address = server.address();
  return { apiUrl: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`, asked };
}

function isTurns(line: Script[string] | undefined): line is readonly (Answer | "lost")[] {
  return Array.isArray(line) && typeof line[0] !== "number";
}

function reviewAt(apiUrl: string): Review {
  const client = createClient({ token: "t", apiUrl, userAgent: "ml-gates-test", retries: 0 });
  return openReview(client, { repository: "acme/model", pullRequest: 3 });
}

const LIST = "GET /repos/acme/model/issues/3/comments";
const CREATE = "POST /repos/acme/model/issues/3/comments";

describe("openReview", () => {
  it.each<readonly [string, number, string, RegExp]>([
    ["a wrong token", 401, "Bad credentials", /expired \(401\).*Pass a valid `token`/s],
    [
      "a token that may not write",
      403,
      "Resource not accessible by integration",
      /\(403\).*`pull-requests: write`/s,
    ],
    ["a repository the token may not see", 404, "Not Found", /\(404\).*`pull-requests: write`/s],
    ["a body GitHub refuses", 422, "Validation Failed", /did not accept the content \(422\)/],
    ["too many requests", 429, "slow down", /too many requests \(429\).*again later/s],
    ["a used-up limit", 403, "API rate limit exceeded", /limit of requests is used up \(403\)/],
    ["a server's fault", 502, "Bad Gateway", /GitHub's own fault \(502\)/],
  ])("names status and remedy: %s", async (_story, status, message, wanted) => {
    const { apiUrl } = await serve({ [LIST]: [200, []], [CREATE]: [status, { message }] });
    await expect(reviewAt(apiUrl).createComment(`${MARKER}\nx`)).rejects.toThrow(wanted);
  });

  it("says so when nobody answers", async () => {
    const { apiUrl } = await serve({ [LIST]: "lost" });
    await expect(reviewAt(apiUrl).listOwn(MARKER)).rejects.toThrow(/could not be reached/);
  });

  it("knows its own comment without GraphQL, and a token without a user as the workflow's own", async () => {
    const { apiUrl, asked } = await serve({
      [LIST]: [200, [{ ...OURS, id: 6, user: { login: "mallory" } }, OURS]],
      "GET /user": [403, { message: "Resource not accessible by integration" }],
    });
    expect((await reviewAt(apiUrl).listOwn(MARKER)).own.map(({ id }) => id)).toEqual([7]);
    expect(asked).toEqual([LIST, "POST /graphql", "GET /user"]);
  });

  it("owns no comment of an author it cannot name", async () => {
    const { apiUrl } = await serve({
      [LIST]: [200, [{ ...OURS, user: null }]],
      "GET /user": [401, { message: "no" }],
    });
    await expect(reviewAt(apiUrl).listOwn(MARKER)).rejects.toThrow(/\(401\)/);
  });
});

describe("readContent", () => {
  const FILE = "GET /repos/acme/model/contents/.github%2Fml-gates.yml";
  const COMMIT = "GET /repos/acme/model/commits/abc";
  const fileOf = (content: string, encoding = "base64"): Answer => [200, { type: "file", encoding, content }];
  const read = (apiUrl: string): Promise<unknown> =>
    readContent(createClient({ token: "t", apiUrl, userAgent: "ml-gates-test", retries: 0 }), {
      repository: "acme/model",
      commit: "abc",
      path: ".github/ml-gates.yml",
    });

  it("decodes what GitHub breaks into lines", async () => {
    const { apiUrl } = await serve({ [FILE]: fileOf("dmVyc2lv\nbjogMQo=\n") });
    expect(await read(apiUrl)).toEqual({ text: "version: 1\n" });
  });

  it("says absent only when the commit itself is seen", async () => {
    const { apiUrl } = await serve({ [COMMIT]: [200, { sha: "abc" }] });
    expect(await read(apiUrl)).toEqual({ absent: true });
  });

  it.each<readonly [string, Script, RegExp]>([
    ["neither file nor commit is seen", {}, /contents: read/],
    ["the token may not read", { [FILE]: [403, { message: "no" }] }, /contents: read/],
    ["the server fails", { [FILE]: [500, { message: "oops" }] }, /own fault/],
    ["the path is a folder", { [FILE]: [200, []] }, /not a file/],
    ["the file is a link elsewhere", { [FILE]: [200, { type: "submodule" }] }, /not a file/],
    ["the file is too large to come along", { [FILE]: fileOf("", "none") }, /over 1 MiB/],
    ["the file is not text", { [FILE]: fileOf("/w==") }, /not UTF-8/],
  ])("concludes nothing when %s", async (_story, script, wanted) => {
    const { apiUrl } = await serve(script);
    await expect(read(apiUrl)).rejects.toThrow(wanted);
  });
});
