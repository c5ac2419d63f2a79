import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type GateFile, parseGateFile } from "@ml-gates/gate";
import { describe, expect, it } from "vitest";
import type { ActionHost } from "./action-host.ts";
import { fetchBaseline } from "./fetch-baseline.ts";

const GATE: GateFile = parseGateFile({
  path: "g.yml",
  text: "version: 1\nmetrics: { candidate: m.json, checks: [{ metric: a, min: 0 }] }\n",
});

const told: string[] = [];
/** A year after the commits, whatever the day. */
const TERMINAL = {
  log: (line: string) => told.push(line),
  now: () => new Date(Date.now() + 365 * 86_400_000),
};

function git(directory: string, ...args: readonly string[]): string {
  const who = ["-c", "user.name=a", "-c", "user.email=a@b.c", "-c", "protocol.file.allow=always"];
  return execFileSync("git", [...who, ...args], {
    cwd: directory,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  }).trim();
}

/** An origin with two commits of `m.json`, and a clone of the wanted depth. */
function clone(depth: readonly string[]): { readonly directory: string; readonly first: string } {
  const origin = mkdtempSync(join(tmpdir(), "ml-gates-origin-"));
  git(origin, "init", "--quiet", "--initial-branch=main");
  const hashes = ["0.9", "0.1"].map((value) => {
    writeFileSync(join(origin, "m.json"), `{"accuracy": ${value}}`);
    git(origin, "add", "-A");
    git(origin, "commit", "--quiet", "-m", value);
    return git(origin, "rev-parse", "HEAD");
  });
  git(origin, "branch", "release");
  const directory = join(mkdtempSync(join(tmpdir(), "ml-gates-clone-")), "work");
  git(origin, "clone", "--quiet", ...depth, `file://${origin}`, directory);
  return { directory, first: hashes[0] ?? "" };
}

function fetch(directory: string, ref: string, path = "m.json") {
  const host = {
    directory,
    environment: { PATH: process.env["PATH"] },
    ...TERMINAL,
  } as unknown as ActionHost;
  return fetchBaseline(host, GATE, { source: { kind: "git", ref, path }, which: "metrics" });
}

describe("a baseline from git", () => {
  const whole = clone([]);
  const shallow = clone(["--depth=1", "--single-branch"]);

  it.each(["HEAD~1", whole.first])("is the file at %s", async (ref) => {
    const found = await fetch(whole.directory, ref);
    expect("path" in found && readFileSync(found.path, "utf8")).toBe('{"accuracy": 0.9}');
    expect(found).toMatchObject({ version: whole.first, origin: { commit: whole.first } });
    expect(told.at(-1)).toBe(`Baseline git:${ref}:m.json: commit ${whole.first.slice(0, 12)}, 365 days old.`);
  });

  it.each(["main", "origin/main", "release", "origin/release"])("is found on %s", async (ref) => {
    expect(await fetch(whole.directory, ref)).toHaveProperty("digest");
  });

  it.each(["HEAD~1", shallow.first, "origin/release", "release"])(
    "is not taken for absent when a shallow checkout lacks %s: the gate did not run",
    async (ref) => {
      await expect(fetch(shallow.directory, ref)).rejects.toThrow("fetch-depth: 0");
    },
  );

  it.each([
    ["no-such-branch", "m.json", "no branch or tag no-such-branch"],
    ["main", "other.json", "other.json is not in main"],
  ])("is absent, a first run, when a readable source has no %s with %s", async (ref, path, why) => {
    expect(await fetch(whole.directory, ref, path)).toEqual({ absent: expect.stringContaining(why) });
  });
});

describe("a baseline from a file", () => {
  const { directory, first } = clone([]);
  const read = async (base: string | null, path: string) => {
    const host = {
      directory,
      environment: { PATH: process.env["PATH"] },
      run: { base },
      inputs: {},
      ...TERMINAL,
    } as unknown as ActionHost;
    const found = await fetchBaseline(host, GATE, { source: { kind: "file", path }, which: "metrics" });
    return "path" in found ? { text: readFileSync(found.path, "utf8"), version: found.version } : found;
  };

  it("is read from the base that has it: a change does not choose what it is compared with", async () => {
    writeFileSync(join(directory, "m.json"), '{"accuracy": 0}');
    expect(await read(first, "m.json")).toEqual({ text: '{"accuracy": 0.9}', version: first });
    expect(await read(null, "m.json")).toEqual({ text: '{"accuracy": 0}', version: null });
  });

  it("is read where it lies when the base does not have it, and absent when it lies nowhere", async () => {
    writeFileSync(join(directory, "fetched.json"), "{}");
    expect(await read(first, "fetched.json")).toEqual({ text: "{}", version: null });
    expect(await read(first, "nowhere.json")).toEqual({ absent: "nowhere.json is not there" });
  });
});
