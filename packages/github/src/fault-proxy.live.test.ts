import {
  request as ask,
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import { createEmulator, type Emulator } from "emulate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createClient } from "./client.ts";
import { openReview } from "./octokit-review.ts";
import { type Draft, type Posting, postComment } from "./post-comment.ts";

const MARKER = "<!-- ml-gates:v1:faults -->";
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

/** What happens to the next write: a status in place of the server's, or `lost`: it is done and nobody answers. */
let faults: (number | "lost")[] = [];
let server: Emulator;
let proxy: Server;
let apiUrl = "";

/** Passes everything on but what `faults` says; GitHub's limit of a comment's length, which the emulator lacks, too. */
async function pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const body = Buffer.concat(await incoming.toArray());
  const isWrite = incoming.method !== "GET" && incoming.url !== "/graphql";
  const fault = isWrite ? faults.shift() : undefined;
  const isLong = isWrite && body.length > 0 && String(JSON.parse(body.toString()).body ?? "").length > 65_536;
  const refused = typeof fault === "number" ? fault : isLong ? 422 : null;
  if (refused !== null) {
    const headers = {
      "content-type": "application/json",
      ...(refused === 429 ? { "retry-after": "1", "x-ratelimit-remaining": "1" } : {}),
    };
    const message = refused === 429 ? "You have exceeded a secondary rate limit." : "Refused.";
    outgoing.writeHead(refused, headers).end(JSON.stringify({ message }));
    return;
  }
  const url = new URL(incoming.url ?? "/", server.url);
  const onward = ask(
    url,
    { method: incoming.method ?? "GET", headers: { ...incoming.headers, host: url.host } },
    (answer) => {
      if (fault === "lost") {
        answer.resume().on("end", () => incoming.socket.destroy());
        return;
      }
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    },
  );
  onward.end(body);
}

beforeAll(async () => {
  server = await createEmulator({ service: "github", port: 0, seed: SEED });
  proxy = createServer(pass);
  await new Promise<void>((done) => proxy.listen(0, "127.0.0.1", done));
  const address = proxy.address();
  apiUrl = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
});
afterAll(async () => {
  proxy.closeAllConnections();
  proxy.close();
  await server.close();
});

const draftOf = (text: string, also: Partial<Draft> = {}): Draft => ({
  ...{ marker: MARKER, budget: 60_000, insist: false, compose: () => `${MARKER}\n${text}` },
  ...{ stands: (body: string) => body.includes(text), isShared: () => false, ...also },
});

async function openIssue() {
  const client = createClient({ token: "alice_token", apiUrl: server.url, userAgent: "ml-gates-test" });
  const place = { owner: "alice", repo: "model" };
  const { data } = await client.rest.issues.create({ ...place, title: "a pull request" });
  const through = createClient({ token: "alice_token", apiUrl, userAgent: "ml-gates-test", retries: 1 });
  const review = openReview(through, { repository: "alice/model", pullRequest: data.number });
  const readAll = async (): Promise<readonly string[]> => {
    const all = await client.paginate(client.rest.issues.listComments, {
      ...place,
      issue_number: data.number,
      per_page: 100,
    });
    return all.map(({ body }) => body ?? "");
  };
  const post = (draft: Draft): Promise<Posting> => postComment(review, draft, async () => undefined);
  return { post, readAll };
}

describe("a comment over HTTP, on bad days", () => {
  it.each<readonly [number, RegExp]>([
    [401, /expired \(401\).*Pass a valid `token`/s],
    [403, /\(403\).*`pull-requests: write`/s],
    [404, /\(404\).*`pull-requests: write`/s],
  ])("says what %i means", async (status, wanted) => {
    const { post, readAll } = await openIssue();
    faults = [status];
    await expect(post(draftOf("one"))).rejects.toThrow(wanted);
    expect(await readAll()).toEqual([]);
  });

  it("is halved until GitHub takes it", async () => {
    const { post, readAll } = await openIssue();
    await post(
      draftOf("x", { budget: 70_000, compose: (_, budget) => `${MARKER}\n${"x".repeat(budget - 40)}` }),
    );
    expect((await readAll())[0]?.length).toBeLessThanOrEqual(35_000);
  });

  it("waits as long as a limit says", async () => {
    const { post, readAll } = await openIssue();
    faults = [429];
    await post(draftOf("one"));
    expect(await readAll()).toEqual([`${MARKER}\none`]);
  });

  it.each<readonly [string, number | "lost"]>([
    ["a server's fault", 502],
    ["a lost reply", "lost"],
  ])("is one comment after %s, at creation and at an update", async (_story, fault) => {
    const { post, readAll } = await openIssue();
    faults = [fault];
    await post(draftOf("one"));
    expect(await readAll()).toEqual([`${MARKER}\none`]);
    faults = [fault];
    await post(draftOf("two"));
    expect(await readAll()).toEqual([`${MARKER}\ntwo`]);
  });
});
