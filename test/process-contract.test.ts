import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { emptyFolder, runStep, type Step } from "./fake-runner.ts";
import { ROOT } from "./source-files.ts";

/** The committed bundle alone, as a job downloads it: no sources and no `node_modules` above it. */
let dist = "";
/** Where the native library lies, as `engine: { native-path }` takes it. */
const NATIVE = join(ROOT, "node_modules", "@duckdb", `node-bindings-${process.platform}-${process.arch}`);
const ENGINE = `{ native-path: ${NATIVE}, memory: 1GB }`;

beforeAll(() => {
  const archive = emptyFolder("archive");
  dist = join(archive, "dist");
  cpSync(join(ROOT, "dist"), dist, { recursive: true });
});

const run = (action: string, step: Omit<Step, "stub">) =>
  runStep({ stub: join(dist, `${action}.mjs`), ...step });

/** A consumer's repository with the demo's fixture in it. */
function consumerWorkspace(): string {
  const workspace = emptyFolder("consumer");
  mkdirSync(join(workspace, "fixtures"));
  cpSync(join(ROOT, "fixtures", "employment"), join(workspace, "fixtures", "employment"), {
    recursive: true,
  });
  return workspace;
}

const CHAIN = { config: "fixtures/employment/ml-gates.yml", engine: ENGINE, comment: "false" };

describe("the umbrella on a runner", () => {
  it("judges real rows, writes reports, outputs, summary, and does not block", async () => {
    const workspace = consumerWorkspace();
    const step = await run("ml-gates", { workspace, inputs: CHAIN });
    expect(step).toMatchObject({ code: 0, stderr: "" });
    expect(step.outputs).toMatchObject({ blocks: "false" });
    expect(["pass", "warn"]).toContain(step.outputs["verdict"]);
    expect(step.outputs["evidence-digest"]).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(step.summary).toContain("compare-models");
    const written = readdirSync(join(workspace, "ml-gates-report")).sort();
    expect(written).toEqual(
      expect.arrayContaining([
        "assess-fairness.employment.json",
        "comment.md",
        "compare-models.employment.json",
        "report.html",
        "validate-data.people.json",
      ]),
    );
  });

  it("has a digest that a flipped prediction changes, and that a second run does not", async () => {
    const [workspace, again, flipped] = [consumerWorkspace(), consumerWorkspace(), consumerWorkspace()];
    const predictions = join(flipped, "fixtures/employment/candidate.parquet");
    const sql = `COPY (SELECT * REPLACE (CASE WHEN id = (SELECT min(id) FROM '${predictions}') THEN 1 - decision ELSE decision END AS decision) FROM '${predictions}') TO '${predictions}.new' (FORMAT parquet)`;
    await execute(sql);
    cpSync(`${predictions}.new`, predictions);
    const steps = await Promise.all(
      [workspace, again, flipped].map((folder) => run("ml-gates", { workspace: folder, inputs: CHAIN })),
    );
    const digests = steps.map(({ outputs }) => outputs["evidence-digest"]);
    expect(digests[0]).toBe(digests[1]);
    expect(digests[2]).not.toBe(digests[0]);
    const accuracy = (folder: string) =>
      JSON.parse(
        readFileSync(join(folder, "ml-gates-report/compare-models.employment.json"), "utf8"),
      ).findings.find(({ id }: { id: string }) => id === "accuracy/min").observed;
    expect(Math.abs(accuracy(workspace) - accuracy(flipped))).toBeCloseTo(1 / 2000, 9);
  });

  it("leaves the candidate's files as they were", async () => {
    const workspace = consumerWorkspace();
    const digestOf = (path: string) =>
      createHash("sha256")
        .update(readFileSync(join(workspace, path)))
        .digest("hex");
    const before = digestOf("fixtures/employment/candidate.parquet");
    await run("ml-gates", { workspace, inputs: CHAIN });
    expect(digestOf("fixtures/employment/candidate.parquet")).toBe(before);
  });
});

describe("a gate file with seven faults", () => {
  it("gives seven annotations, each on its own line, and exit code 3", async () => {
    const workspace = emptyFolder("faults");
    mkdirSync(join(workspace, ".github"));
    const faults = [
      "version: 2",
      "modle: employment",
      "metrics:",
      "  candidate: 7",
      "  mode: strict",
      "  checks:",
      "    - { metric: roc_auc, max_drop: 0.01 }",
      '    - { metric: accuracy, max-drop: "5%" }',
      "    - { max-drop: 0.1 }",
      "",
    ];
    writeFileSync(join(workspace, ".github/ml-gates.yml"), faults.join("\n"));
    const step = await run("compare-models", { workspace });
    const errors = step.commands.filter(({ name }) => name === "error");
    expect(step.code).toBe(3);
    expect(errors.map(({ properties }) => Number(properties["line"]))).toEqual([1, 2, 4, 5, 7, 8, 9]);
    expect(new Set(errors.map(({ properties }) => properties["file"]))).toEqual(
      new Set([".github/ml-gates.yml"]),
    );
    const report = JSON.parse(readFileSync(join(workspace, "ml-gates-report/compare-models.json"), "utf8"));
    expect(report).toMatchObject({ verdict: "error", blocks: true, error: { kind: "input" } });
  });
});

describe("a pull request", () => {
  /** A repository whose base has a strict gate file, and whose head loosens it. */
  function repository(): { readonly workspace: string; readonly base: string; readonly head: string } {
    const workspace = emptyFolder("pull");
    const git = (...args: string[]) =>
      execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b.c", ...args], {
        cwd: workspace,
        encoding: "utf8",
      }).trim();
    const gateFile = (min: number) =>
      `version: 1\nmetrics:\n  candidate: m.json\n  checks: [{ metric: accuracy, min: ${min} }]\n`;
    git("init", "--quiet", "--initial-branch=main");
    writeFileSync(join(workspace, "ml-gates.yml"), gateFile(0.9));
    git("add", "-A");
    git("commit", "--quiet", "-m", "strict");
    const base = git("rev-parse", "HEAD");
    writeFileSync(join(workspace, "ml-gates.yml"), gateFile(0.1));
    writeFileSync(join(workspace, "m.json"), '{ "accuracy": 0.5 }');
    git("add", "-A");
    git("commit", "--quiet", "-m", "loose");
    return { workspace, base, head: git("rev-parse", "HEAD") };
  }

  const event = (base: string, head: string) => ({
    name: "pull_request",
    payload: {
      pull_request: { number: 7, base: { sha: base }, head: { sha: head } },
      repository: { default_branch: "main" },
    },
  });

  it("is judged by its base's rules, and the report names its own as proposed", async () => {
    const { workspace, base, head } = repository();
    const step = await run("compare-models", { workspace, event: event(base, head) });
    expect(step.code).toBe(1);
    const report = JSON.parse(readFileSync(join(workspace, "ml-gates-report/compare-models.json"), "utf8"));
    expect(report.policy).toMatchObject({ source: "base", commit: base, path: "ml-gates.yml" });
    expect(report.policy.proposedDigest).toMatch(/^sha256:/);
    expect(report.subject.commit).toBe(head);
  });

  it("whose base commit cannot be read is not judged: the message names fetch-depth and the permission", async () => {
    const { workspace, head } = repository();
    const step = await run("compare-models", { workspace, event: event("0".repeat(40), head) });
    expect(step.code).toBe(3);
    const [error] = step.commands.filter(({ name }) => name === "error");
    expect(error?.message).toContain("fetch-depth: 2");
    expect(error?.message).toContain("contents: read");
  });

  it("without a token gets no comment, one notice that names the permission, and the same verdict", async () => {
    const { workspace, base, head } = repository();
    await run("compare-models", { workspace, event: event(base, head) });
    const step = await run("publish-report", {
      workspace,
      event: event(base, head),
      inputs: { expect: "compare-models" },
    });
    expect(step.code).toBe(1);
    expect(step.outputs["verdict"]).toBe("fail");
    const notices = step.commands.filter(({ message }) => message.includes("pull-requests: write"));
    expect(notices.map(({ name }) => name)).toEqual(["notice"]);
  });
});

describe("hostile text", () => {
  it("in a metric's name commands nothing: no workflow command, no mention, no markup", async () => {
    const workspace = emptyFolder("hostile");
    const name = "x\n::error::owned\n::add-mask::a <script>alert(1)</script> @octocat | `";
    const checks = JSON.stringify([{ metric: name, min: 0.5 }]);
    writeFileSync(join(workspace, "m.json"), JSON.stringify({ [name]: 0.1 }));
    const step = await run("compare-models", { workspace, inputs: { candidate: "m.json", checks } });
    expect(step.code).toBe(1);
    expect(step.commands.map(({ message }) => message)).not.toContain("owned");
    expect(step.commands.map((command) => command.name)).not.toContain("add-mask");
    expect(step.summary).not.toContain("<script>");
    expect(step.summary).not.toMatch(/(^|[^\w`])@octocat/);
  });
});

async function execute(sql: string): Promise<void> {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  await connection.run(sql);
  connection.closeSync();
}
