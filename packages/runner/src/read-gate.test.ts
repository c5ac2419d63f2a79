import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ActionHost } from "./action-host.ts";
import { readGate } from "./read-gate.ts";

const OVERLAY = {
  candidate: { path: ["metrics", "candidate"], as: "text" },
  checks: { path: ["metrics", "checks"], as: "yaml" },
} as const;

/** A repository made by a story of commits: each a map of paths to texts. */
function repository(...commits: readonly Readonly<Record<string, string>>[]): {
  readonly directory: string;
  readonly hashes: readonly string[];
} {
  const directory = mkdtempSync(join(tmpdir(), "ml-gates-gate-"));
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b.c", ...args], {
      cwd: directory,
      encoding: "utf8",
    }).trim();
  git("init", "--quiet", "--initial-branch=main");
  const hashes = commits.map((files) => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(directory, path)), { recursive: true });
      writeFileSync(join(directory, path), text);
    }
    git("add", "-A");
    git("commit", "--quiet", "--allow-empty", "-m", "a step");
    return git("rev-parse", "HEAD");
  });
  return { directory, hashes };
}

function hostIn(
  directory: string,
  base: string | null,
  inputs: ActionHost["inputs"] = {},
): ActionHost & { readonly lines: string[] } {
  const lines: string[] = [];
  const nothing = () => undefined;
  const run = {
    event: "local",
    repository: null,
    commit: null,
    base,
    pullRequest: null,
    url: null,
    attempt: 1,
    leg: {},
    apiUrl: "",
    serverUrl: "",
  };
  return {
    inputs,
    directory,
    run,
    lines,
    environment: { PATH: process.env["PATH"] },
    log: (line) => lines.push(line),
    annotate: nothing,
    setOutput: nothing,
    appendSummary: async () => undefined,
    mask: nothing,
    now: () => new Date(0),
  };
}

const gateFile = (min: number, candidate = "m.json") =>
  `version: 1\nmetrics:\n  candidate: ${candidate}\n  checks: [{ metric: accuracy, min: ${min} }]\n`;

describe("readGate", () => {
  it("reads the working directory's own file when no base decides", async () => {
    const { directory } = repository({ ".github/ml-gates.yml": gateFile(0.9) });
    const { file, policy } = await readGate(hostIn(directory, null), OVERLAY);
    expect(file.metrics?.checks[0]?.limits).toEqual([{ kind: "min", value: 0.9 }]);
    expect(policy).toMatchObject({ source: "own", path: ".github/ml-gates.yml", proposedDigest: null });
  });

  it("lets the base decide on limits and the head on where the candidate lies", async () => {
    const { directory, hashes } = repository(
      { "ml-gates.yml": gateFile(0.9) },
      { "ml-gates.yml": gateFile(0.1, "new.json") },
    );
    const { file, policy } = await readGate(hostIn(directory, hashes[0] ?? ""), OVERLAY);
    expect(file.metrics).toMatchObject({
      candidate: "new.json",
      checks: [{ limits: [{ kind: "min", value: 0.9 }] }],
    });
    expect(policy).toMatchObject({ source: "base", commit: hashes[0] });
    expect(policy.proposedDigest).not.toBe(policy.digest);
  });

  it("takes only the evaluation's command from the head: waivers, report-only and the baseline are the base's", async () => {
    const file = (command: string, more = "") =>
      `${gateFile(0.9)}artifact: m\npredictions: { candidate: p.csv, columns: { key: id }, evaluate: { command: ${command}, baseline-model: ${command}.bin } }\n${more}`;
    const loose =
      "report-only: true\nwaivers: [{ metric: accuracy, reason: r, owner: o, expires: 2099-01-01 }]\n";
    const { directory, hashes } = repository(
      { "ml-gates.yml": file("base") },
      { "ml-gates.yml": file("head", loose) },
    );
    const read = (await readGate(hostIn(directory, hashes[0] ?? ""), OVERLAY)).file;
    expect(read).toMatchObject({ reportOnly: false, waivers: [] });
    expect(read.predictions?.evaluate).toMatchObject({
      command: ["head"],
      baselineModel: { kind: "file", path: "base.bin" },
    });
  });

  it("judges the first change that adds a gate file by its own, and says so", async () => {
    const { directory, hashes } = repository({}, { "ml-gates.yml": gateFile(0.9) });
    const host = hostIn(directory, hashes[0] ?? "");
    expect((await readGate(host, OVERLAY)).policy.source).toBe("own");
    expect(host.lines.join()).toContain("judged by its own file");
  });

  it("reads a suite from the base, not from the head that loosens it", async () => {
    const gate = "version: 1\ndata: [{ path: d.csv, suite: s.json }]\n";
    const { directory, hashes } = repository(
      { "ml-gates.yml": gate, "s.json": "strict" },
      { "s.json": "loose" },
    );
    const { readPolicyFile } = await readGate(hostIn(directory, hashes[0] ?? ""), OVERLAY);
    expect((await readPolicyFile("s.json")).text).toBe("strict");
    await expect(readPolicyFile("other.json")).rejects.toThrow("not in the base commit");
  });

  it("takes the proposed rules on the base's machine: a native library of the head is never loaded", async () => {
    const evil = `${gateFile(0.1)}engine: { native-path: evil }\nregistry: { repository: evil.git }\n`;
    const { directory, hashes } = repository({ "ml-gates.yml": gateFile(0.9) }, { "ml-gates.yml": evil });
    const host = hostIn(directory, hashes[0] ?? "");
    const { file, policy } = await readGate({ ...host, run: { ...host.run, proposed: true } }, OVERLAY);
    expect(file.metrics?.checks[0]?.limits).toEqual([{ kind: "min", value: 0.1 }]);
    expect(file.engine.nativePath).toBeNull();
    expect(file.registry.repository).toBeNull();
    expect(policy.source).toBe("own");
  });

  it("does not load a native library that a first gate file names before it is merged", async () => {
    const text = `${gateFile(0.9)}engine: { native-path: evil }\n`;
    const { directory, hashes } = repository({}, { "ml-gates.yml": text });
    expect((await readGate(hostIn(directory, hashes[0] ?? ""), OVERLAY)).file.engine.nativePath).toBeNull();
  });

  it("finds the base's file by an absolute path, and in a checkout below the working directory", async () => {
    const { directory, hashes } = repository(
      { "ml-gates.yml": gateFile(0.9) },
      { "ml-gates.yml": gateFile(0.1) },
    );
    const absolute = hostIn(directory, hashes[0] ?? "", { config: join(directory, "ml-gates.yml") });
    expect((await readGate(absolute, OVERLAY)).policy.source).toBe("base");
    const below = { config: join(basename(directory), "ml-gates.yml") };
    const { file, policy } = await readGate(hostIn(dirname(directory), hashes[0] ?? "", below), OVERLAY);
    expect(policy.source).toBe("base");
    expect(file.metrics?.checks[0]?.limits).toEqual([{ kind: "min", value: 0.9 }]);
  });

  it("does not take a file that cannot be fetched for one that is not there", async () => {
    const { directory, hashes } = repository(
      { "ml-gates.yml": gateFile(0.9) },
      { "ml-gates.yml": gateFile(0.1) },
    );
    const object = execFileSync("git", ["rev-parse", `${hashes[0]}:ml-gates.yml`], {
      cwd: directory,
      encoding: "utf8",
    }).trim();
    rmSync(join(directory, ".git", "objects", object.slice(0, 2), object.slice(2)));
    await expect(readGate(hostIn(directory, hashes[0] ?? ""), OVERLAY)).rejects.toThrow("cannot be read");
  });

  it("lets a change neither loosen a suite that inputs name, nor fill by its own file what they leave open", async () => {
    const suite = {
      data: { path: ["data", 0, "path"], as: "text" },
      suite: { path: ["data", 0, "suite"], as: "text" },
    } as const;
    const weak = "version: 1\nmodel: weak\n";
    const { directory, hashes } = repository(
      { "s.json": "strict" },
      { "s.json": "loose", "ml-gates.yml": weak },
    );
    const host = hostIn(directory, hashes[0] ?? "", { data: "d.csv", suite: "s.json" });
    const { file, policy, readPolicyFile } = await readGate(host, suite);
    expect((await readPolicyFile("s.json")).text).toBe("strict");
    expect(file.model).toBeNull();
    expect(policy.source).toBe("inputs");
  });

  it("does not run when the base commit cannot be shown", async () => {
    const { directory } = repository({ "ml-gates.yml": gateFile(0.9) });
    await expect(readGate(hostIn(directory, "0".repeat(40)), OVERLAY)).rejects.toThrow("fetch-depth: 2");
  });

  it("names the digest of the model's own bytes, and none while the model is not there", async () => {
    const text = `artifact: model.bin\n${gateFile(0.9)}`;
    const { directory } = repository({ "ml-gates.yml": text });
    expect((await readGate(hostIn(directory, null), OVERLAY)).subject.digest).toBeNull();
    writeFileSync(join(directory, "model.bin"), "abc");
    const sha256OfAbc = "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    expect((await readGate(hostIn(directory, null), OVERLAY)).subject.digest).toBe(sha256OfAbc);
  });

  it("reads the model once a run, however many gates ask", async () => {
    const { directory } = repository({
      "ml-gates.yml": `artifact: model.bin\n${gateFile(0.9)}`,
      "model.bin": "abc",
    });
    const host = hostIn(directory, null);
    const first = (await readGate(host, OVERLAY)).subject.digest;
    writeFileSync(join(directory, "model.bin"), "changed while the run goes on");
    expect((await readGate({ ...host, inputs: {} }, OVERLAY)).subject.digest).toBe(first);
    expect((await readGate(hostIn(directory, null), OVERLAY)).subject.digest).not.toBe(first);
  });

  it("takes the inputs alone when there is no gate file", async () => {
    const { directory } = repository({});
    const inputs = { candidate: "m.json", checks: "[{ metric: accuracy, min: 0.5 }]" };
    const { file, policy } = await readGate(hostIn(directory, null, inputs), OVERLAY);
    expect(file.metrics?.candidate).toBe("m.json");
    expect(policy).toMatchObject({ source: "inputs", path: null });
  });

  const refused = [
    // the story, the files, the inputs, what the message says
    ["nothing says what to judge", {}, {}, "No gate file"],
    ["the named gate file is not there", {}, { config: "gates.yml" }, "is not there"],
    ["the named gate file is a directory", { "gates/a.txt": "" }, { config: "gates" }, "is a directory"],
    ["the gate file is empty", { "ml-gates.yml": "" }, {}, "is empty"],
    ["the gate file is not UTF-8", { "ml-gates.yml": "\ud800" }, {}, "empty|wanted|YAML"],
  ] as const;
  for (const [story, files, inputs, says] of refused) {
    it(`refuses when ${story}`, async () => {
      const { directory } = repository(files);
      await expect(readGate(hostIn(directory, null, inputs), OVERLAY)).rejects.toThrow(new RegExp(says));
    });
  }
});
