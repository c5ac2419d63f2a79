import { createClient } from "@ml-gates/github";
import type { ActionHost, Annotation } from "@ml-gates/runner";
import { describe, expect, it } from "vitest";
import { localHost } from "../../../test/local-host.ts";
import { holdCheck } from "./hold-check.ts";
import { parseInputs } from "./inputs.ts";

const COMMIT = "9f2c41d7a0b3e58c6f1d2a4b7c9e0f3a5d6b8c1e";

/** A GitHub that takes checks, or refuses them and the statuses in their place. */
function open(status = 201) {
  const said: string[] = [];
  const answer = async (_url: unknown, { body }: RequestInit = {}): Promise<Response> => {
    const { name = "", status: at, conclusion = "", output } = JSON.parse(String(body));
    said.push([name, at, conclusion, output?.title].filter(Boolean).join(" "));
    const headers = { "content-type": "application/json" };
    return new Response(JSON.stringify(status === 201 ? { id: 7 } : { message: "no" }), { status, headers });
  };
  const settings = { token: "t", apiUrl: "https://api.github.example", userAgent: "test", retries: 0 };
  return { said, client: createClient({ ...settings, fetch: answer as typeof fetch }) };
}

const notices: Annotation[] = [];
const local = localHost("/", { annotate: (each) => void notices.push(each) });
const host: ActionHost = { ...local, run: { ...local.run, repository: "acme/model", commit: COMMIT } };
const endOf = () => ({ blocks: false, title: "2 gates pass.", summary: "" });
const inputs = parseInputs({ "check-run": "true", key: "tabular" });

describe("holdCheck", () => {
  it("begins in progress under a name that never changes, and ends with the verdict", async () => {
    const { said, client } = open();
    expect(await holdCheck(host, { inputs, client }, { work: async () => 3, endOf })).toBe(3);
    expect(said).toEqual(["ml-gates (tabular) in_progress", "completed success 2 gates pass."]);
  });

  it("makes none unless it is asked for one", async () => {
    const { said, client } = open();
    await holdCheck(host, { inputs: parseInputs({}), client }, { work: async () => 3, endOf });
    expect(said).toEqual([]);
  });

  it("fails with the work", async () => {
    const { said, client } = open();
    const work = (): Promise<never> => Promise.reject(new Error("no report"));
    await expect(holdCheck(host, { inputs, client }, { work, endOf })).rejects.toThrow("no report");
    expect(said.at(-1)).toBe("completed failure did not run");
  });

  it("fails when the job is cancelled, and lets the signal do the rest", async () => {
    const { said, client } = open();
    const killed = new Promise<void>((done) => {
      const wait = (): void => {
        // The first is the runner's, the second comes back from the check.
        if (said.at(-1)?.startsWith("completed")) done();
        else process.once("SIGTERM", wait);
      };
      process.once("SIGTERM", wait);
    });
    const work = async (): Promise<void> => {
      process.emit("SIGTERM", "SIGTERM");
      await killed;
    };
    await holdCheck(host, { inputs, client }, { work, endOf });
    expect(said[1]).toBe("completed failure was cancelled");
  });

  it("gives one notice and the same result where the token may make neither check nor status", async () => {
    const { client } = open(403);
    expect(await holdCheck(host, { inputs, client }, { work: async () => 3, endOf })).toBe(3);
    expect(
      notices.map(({ level, message }) => [level, /No check was written.*`checks: write`/s.test(message)]),
    ).toEqual([["notice", true]]);
  });
});
