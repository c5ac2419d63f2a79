import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EvidenceError, type Finding, finding, InputError, type Judgement } from "@ml-gates/gate";
import { describe, expect, it } from "vitest";
import type { Action, ActionResult } from "./action.ts";
import type { ActionHost, Annotation } from "./action-host.ts";
import { runAction } from "./run-action.ts";

/** A host that is an object literal and remembers what it was told. */
function rememberingHost(inputs: ActionHost["inputs"] = {}) {
  const told = {
    lines: [] as string[],
    annotations: [] as Annotation[],
    outputs: {} as Record<string, string>,
    summary: "",
  };
  const host: ActionHost = {
    inputs,
    directory: mkdtempSync(join(tmpdir(), "ml-gates-run-")),
    run: {
      event: "push",
      repository: "acme/models",
      commit: "9f2c",
      base: null,
      pullRequest: null,
      url: null,
      attempt: 1,
      leg: {},
      apiUrl: "",
      serverUrl: "",
    },
    environment: {},
    log: (line) => told.lines.push(line),
    annotate: (annotation) => told.annotations.push(annotation),
    setOutput: (name, value) => {
      told.outputs[name] = value;
    },
    appendSummary: async (markdown) => {
      told.summary += markdown;
    },
    mask: () => undefined,
    now: () => new Date("2026-01-01T00:00:00Z"),
  };
  return { host, told };
}

function found(parts: Partial<Finding>): Finding {
  return finding({
    id: "a",
    kind: "metric",
    check: {},
    severity: "block",
    outcome: "pass",
    why: "Seen.",
    ...parts,
  });
}

function judgementOf(findings: readonly Finding[], key: string | null = null): Judgement {
  const subject = { model: null, version: null, digest: null, commit: null };
  return {
    gate: { id: "compare-models", key, mode: null },
    summary: "s",
    subject,
    policy: null,
    evidence: [],
    findings,
    measurements: null,
  };
}

function actionThat(run: () => Promise<ActionResult>): Action {
  return { id: "compare-models", inconclusive: "warn", run };
}
const judges = (...judgements: readonly Judgement[]) => actionThat(async () => ({ judgements }));
const throws = (error: unknown) =>
  actionThat(async () => {
    throw error;
  });

describe("runAction", () => {
  const problems = [{ message: "m.json is not there.", remedy: "Write it.", path: "ml-gates.yml", line: 3 }];
  const cases = [
    // the story, the action, the exit code, the verdict
    ["everything passes", judges(judgementOf([found({})])), 0, "pass"],
    ["a check fails", judges(judgementOf([found({ outcome: "fail" })])), 1, "fail"],
    [
      "a check is open, and that only warns",
      judges(judgementOf([found({ outcome: "inconclusive" })])),
      0,
      "inconclusive",
    ],
    ["the input is wrong", throws(new InputError(problems)), 3, "error"],
    ["a fact cannot be had", throws(new EvidenceError(problems)), 3, "error"],
    ["we have a defect", throws(new TypeError("x is undefined")), 70, "error"],
    ["something else is thrown", throws("a text"), 70, "error"],
    ["two findings share an id: our defect", judges(judgementOf([found({}), found({})])), 70, "error"],
    ["nothing was judged at all", judges(judgementOf([])), 0, "inconclusive"],
  ] as const;

  for (const [story, action, code, verdict] of cases) {
    it(`ends with ${code} and says ${verdict} when ${story}`, async () => {
      const { host, told } = rememberingHost();
      const { exitCode, reports } = await runAction(action, host);
      expect({ exitCode, verdict: told.outputs["verdict"] }).toEqual({ exitCode: code, verdict });
      expect(readdirSync(join(host.directory, "ml-gates-report"))).toEqual(["compare-models.json"]);
      expect(reports).toHaveLength(1);
    });
  }

  it("blocks on an open check when the policy says fail", async () => {
    const judgements = [judgementOf([found({ outcome: "inconclusive" })])];
    const action = actionThat(async () => ({ judgements, inconclusive: "fail" }));
    const { exitCode } = await runAction(action, rememberingHost().host);
    expect(exitCode).toBe(2);
  });

  it("takes the worst of several judgements, and writes one file for each key", async () => {
    const { host, told } = rememberingHost();
    const action = judges(
      judgementOf([found({})], "good"),
      judgementOf([found({ outcome: "fail" })], "../bad key"),
    );
    expect((await runAction(action, host)).exitCode).toBe(1);
    expect(told.outputs["verdict"]).toBe("fail");
    const written = readdirSync(join(host.directory, "ml-gates-report")).sort();
    expect(written).toEqual(["compare-models.-bad-key.json", "compare-models.good.json"]);
  });

  it("does not pass when the report cannot be kept", async () => {
    const { host, told } = rememberingHost({ "report-dir": "taken" });
    writeFileSync(join(host.directory, "taken"), "a file stands where the folder should be");
    const { exitCode } = await runAction(judges(judgementOf([found({})])), host);
    expect(exitCode).toBe(3);
    expect(told.annotations[0]?.message).toContain("report-dir");
  });

  it("does not pass when a channel fails, and says which sentence it could not tell", async () => {
    const { host, told } = rememberingHost();
    const broken = {
      ...host,
      setOutput: () => {
        throw new Error("no space left");
      },
    };
    expect((await runAction(judges(judgementOf([found({})])), broken)).exitCode).toBe(3);
    expect(told.lines.at(-1)).toContain("no space left");
  });

  it("does not hang where a folder cannot be made", async () => {
    const { exitCode } = await runAction(
      judges(judgementOf([found({})])),
      rememberingHost({ "report-dir": "/proc/x/y" }).host,
    );
    expect(exitCode).toBe(3);
  });

  it("annotates what falls short on the line of its check, the worst first, ten of a level at most", async () => {
    const { host, told } = rememberingHost();
    const source = { path: "ml-gates.yml", line: 9 };
    const failing = Array.from({ length: 14 }, (_, n) => found({ id: `f${n}`, outcome: "fail", source }));
    const open = found({ id: "open", outcome: "inconclusive", source });
    await runAction(judges(judgementOf([found({ id: "ok" }), open, ...failing])), host);
    expect(told.annotations.map(({ level }) => level)).toEqual([...Array(10).fill("error"), "warning"]);
    expect(told.annotations[0]).toMatchObject({ path: "ml-gates.yml", line: 9 });
    expect(told.annotations[9]?.message).toContain("5 more");
  });

  it("writes the report that the schema's reader accepts", async () => {
    const { host } = rememberingHost();
    await runAction(throws(new InputError(problems)), host);
    const text = readFileSync(join(host.directory, "ml-gates-report", "compare-models.json"), "utf8");
    expect(JSON.parse(text)).toMatchObject({
      verdict: "error",
      blocks: true,
      error: { kind: "input", problems },
    });
  });
});

describe("the gate file's rules on what was found", () => {
  const breach = found({ check: { metric: "auc" }, outcome: "fail" });
  const waiver = { metric: "auc", slice: null, reason: "new data", owner: "@ml", expires: "2026-01-01" };
  const runUnder = async (rules: NonNullable<ActionResult["rules"]>) => {
    const { host, told } = rememberingHost();
    const action = actionThat(async () => ({ judgements: [judgementOf([breach])], rules }));
    return { ...(await runAction(action, host)), told };
  };

  it("let a waived failure pass as a warning on its last day", async () => {
    const { exitCode, reports } = await runUnder({ waivers: [waiver], reportOnly: false });
    expect([exitCode, reports[0]?.verdict]).toEqual([0, "warn"]);
    expect(reports[0]?.findings[0]).toMatchObject({ outcome: "fail", waiver: { owner: "@ml" } });
  });

  it("do not when it has expired: the failure stops the job, and the waiver is told of", async () => {
    const { exitCode, reports } = await runUnder({
      waivers: [{ ...waiver, expires: "2025-12-31" }],
      reportOnly: false,
    });
    expect(exitCode).toBe(1);
    expect(reports[0]?.findings[1]).toMatchObject({ id: "waiver/auc", reason: "waiver-expired" });
  });

  it("stop nothing when they only report, and the verdict says both", async () => {
    const { exitCode, told } = await runUnder({ waivers: [], reportOnly: true });
    expect(exitCode).toBe(0);
    expect(told.outputs).toMatchObject({ verdict: "fail", blocks: "false" });
    expect(told.outputs["summary"]).toBe("report only, never blocks: s");
    expect(told.lines.join(" ").replaceAll(/[\s│]+/g, " ")).toContain("report only, never blocks");
  });
});
