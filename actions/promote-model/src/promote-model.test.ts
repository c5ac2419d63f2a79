import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  digestOf,
  digestReport,
  digestReports,
  EvidenceError,
  finding,
  type GateReport,
  InputError,
  type Judgement,
  reportJudgement,
} from "@ml-gates/gate";
import { type ActionHost, type ActionResult, runAction } from "@ml-gates/runner";
import { afterAll, describe, expect, it } from "vitest";
import { promoteModel } from "./promote-model.ts";

const ROOT = mkdtempSync(join(tmpdir(), "ml-gates-test-"));
afterAll(() => rmSync(ROOT, { recursive: true, force: true }));

const MODEL = '{"weights":[1,2]}';
const NO_EVIDENCE = digestOf("nothing");

/** A folder with a gate file, a model, its metrics, and a bare repository for the registry. */
function makePlace(gateFile = ""): string {
  const directory = mkdtempSync(join(ROOT, "place-"));
  const lines = [
    "version: 1",
    "model: employment",
    "artifact: out/model.json",
    "metrics: { candidate: out/metrics.json, baseline: registry, checks: [{ metric: auc, min: 0.5 }] }",
    "registry: { repository: registry.git }",
    gateFile,
  ];
  mkdirSync(join(directory, "out"));
  writeFileSync(join(directory, "ml-gates.yml"), lines.join("\n"));
  writeFileSync(join(directory, "out", "model.json"), MODEL);
  writeFileSync(join(directory, "out", "metrics.json"), '{"auc":0.8}');
  execFileSync("git", ["init", "--quiet", "--bare", join(directory, "registry.git")]);
  return directory;
}

function hostIn(directory: string, inputs: Readonly<Record<string, string>>): ActionHost {
  return {
    inputs,
    directory,
    run: {
      event: "local",
      repository: null,
      commit: "9f2c",
      base: null,
      pullRequest: null,
      url: null,
      attempt: 1,
      leg: {},
      apiUrl: "",
      serverUrl: "",
    },
    environment: { ...process.env, RUNNER_TEMP: ROOT },
    log: () => {},
    annotate: () => {},
    setOutput: () => {},
    appendSummary: async () => {},
    mask: () => {},
    now: () => new Date("2026-03-01T12:00:00Z"),
  };
}

function act(directory: string, inputs: Readonly<Record<string, string>>): Promise<ActionResult> {
  return promoteModel.run(hostIn(directory, inputs));
}

/** A report as a gate would write it, about the model in {@link makePlace}. */
function reportOf(
  gate: string,
  parts: Partial<Judgement> = {},
  policy: "warn" | "fail" = "warn",
): GateReport {
  const judgement: Judgement = {
    gate: { id: gate, key: null, mode: null },
    summary: "all is well.",
    subject: { model: "employment", version: null, digest: digestOf(MODEL), commit: "9f2c" },
    policy: null,
    evidence: [],
    findings: [passing("auc/min")],
    measurements: null,
    ...parts,
  };
  const run = { url: null, attempt: 1, leg: {}, startedAt: "2026-03-01T11:00:00.000Z", seconds: 1 };
  return reportJudgement(judgement, { toolVersion: "0.1.0", run, inconclusive: policy });
}

function passing(id: string) {
  return finding({
    id,
    kind: "metric",
    check: {},
    severity: "block",
    outcome: "pass",
    why: "0.8 is enough.",
  });
}

function writeReports(directory: string, reports: readonly GateReport[]): string {
  mkdirSync(join(directory, "ml-gates-report"), { recursive: true });
  for (const [index, report] of reports.entries()) {
    writeFileSync(
      join(directory, "ml-gates-report", `${index}-${report.gate.id}.json`),
      JSON.stringify(report),
    );
  }
  return digestReports(reports);
}

function outcomesOf(result: ActionResult): Readonly<Record<string, string>> {
  const findings = result.judgements.flatMap((judgement) => judgement.findings);
  return Object.fromEntries(findings.map(({ id, outcome }) => [id, outcome]));
}

/** Ledger of the champion alias, a line each; none when the pointer never moved. */
function readLedger(directory: string): readonly Record<string, unknown>[] {
  const path = "ml-gates/registry:models/employment/aliases/champion.jsonl";
  try {
    const shown = execFileSync("git", ["show", path], {
      cwd: join(directory, "registry.git"),
      stdio: "pipe",
    });
    return shown
      .toString()
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
  } catch {
    return [];
  }
}

/** Registers and promotes the model in a place. */
async function promoteFirst(directory: string): Promise<string> {
  const evidence = writeReports(directory, [reportOf("compare-models")]);
  await act(directory, { operation: "register" });
  await act(directory, { operation: "promote", "evidence-digest": evidence });
  return evidence;
}

const compared = (version: string) => ({
  role: "baseline",
  uri: "registry:employment@champion",
  digest: digestOf("metrics"),
  version,
  rows: null,
});

describe("promote-model promotes", () => {
  it("a registered model whose reports pass, and tells what moved", async () => {
    const directory = makePlace();
    const reports = [reportOf("validate-data"), reportOf("compare-models")];
    const evidence = writeReports(directory, reports);
    const registered = await act(directory, { operation: "register" });
    expect(registered.outputs).toEqual({
      version: "1",
      digest: digestOf(MODEL),
      changed: "true",
      sequence: "",
    });
    const promoted = await act(directory, { operation: "promote", "evidence-digest": evidence });
    expect(promoted.outputs).toEqual({
      version: "1",
      digest: digestOf(MODEL),
      changed: "true",
      sequence: "1",
    });
    expect(promoted.judgements[0]?.summary).toBe("employment@champion moved from nothing to 1.");
    expect(outcomesOf(promoted)).toEqual({
      "evidence/anchor": "pass",
      "evidence/verdict/validate-data": "pass",
      "evidence/verdict/compare-models": "pass",
      "evidence/model-name": "pass",
      "evidence/model-digest": "pass",
      "registry/version": "pass",
      "registry/expect": "pass",
    });
    const [line] = readLedger(directory);
    expect(line).toMatchObject({
      from: null,
      to: "1",
      digest: digestOf(MODEL),
      commit: "9f2c",
      gate: { evidence_digest: evidence, verdict: "pass" },
    });
    expect(promoted.judgements[0]?.measurements).toMatchObject({
      schema: "promotion/1",
      data: { operation: "promote", from: null, to: "1", sequence: 1, hash: line?.["hash"], changed: true },
    });
  });

  it("nothing the second time, by the same evidence", async () => {
    const directory = makePlace();
    const evidence = await promoteFirst(directory);
    const again = await act(directory, { operation: "promote", "evidence-digest": evidence, from: "none" });
    expect(again.outputs).toMatchObject({ changed: "false", sequence: "1" });
    expect(readLedger(directory)).toHaveLength(1);
  });

  it("from the version that the gates compared with", async () => {
    const directory = makePlace();
    await promoteFirst(directory);
    writeFileSync(join(directory, "out", "model.json"), "better");
    const subject = { model: "employment", version: null, digest: digestOf("better"), commit: null };
    const evidence = writeReports(directory, [
      reportOf("compare-models", { subject, evidence: [compared("1")] }),
    ]);
    await act(directory, { operation: "register" });
    const moved = await act(directory, { operation: "promote", "evidence-digest": evidence });
    expect(moved.outputs).toMatchObject({ version: "2", changed: "true", sequence: "2" });
    expect(readLedger(directory)[1]).toMatchObject({ from: "1", to: "2", expect: { version: "1" } });
  });

  it("a folder of a model, to another alias, which is left out of the gates' baseline", async () => {
    const directory = makePlace();
    mkdirSync(join(directory, "model"));
    writeFileSync(join(directory, "model", "weights"), MODEL);
    const inputs = { model: "model", to: "challenger" };
    const { outputs } = await act(directory, { operation: "register", ...inputs });
    const subject = { model: "employment", version: null, digest: outputs?.["digest"] ?? "", commit: null };
    const evidence = writeReports(directory, [
      reportOf("compare-models", { subject, evidence: [compared("9")] }),
    ]);
    const moved = await act(directory, { operation: "promote", "evidence-digest": evidence, ...inputs });
    expect(moved.judgements[0]?.summary).toBe("employment@challenger moved from nothing to 1.");
    expect(readLedger(directory)).toEqual([]);
  });

  it("with its own report of `register` lying beside the others", async () => {
    const directory = makePlace();
    const evidence = writeReports(directory, [reportOf("compare-models")]);
    const register = await runAction(promoteModel, hostIn(directory, { operation: "register" }));
    const promote = await runAction(
      promoteModel,
      hostIn(directory, { operation: "promote", "evidence-digest": evidence }),
    );
    expect([register.exitCode, promote.exitCode]).toEqual([0, 0]);
    const written = readFileSync(join(directory, "ml-gates-report", "promote-model.json"), "utf8");
    expect(JSON.parse(written)).toMatchObject({
      gate: { id: "promote-model" },
      verdict: "pass",
      blocks: false,
    });
  });

  it("on an inconclusive report only when the step says so", async () => {
    const noisy = passing("auc/max-drop");
    const report = reportOf("compare-models", { findings: [{ ...noisy, outcome: "inconclusive" }] });
    const directory = makePlace("inconclusive: warn");
    const evidence = writeReports(directory, [report]);
    await act(directory, { operation: "register" });
    const inputs = { operation: "promote", "evidence-digest": evidence };
    expect((await runAction(promoteModel, hostIn(directory, inputs))).exitCode).toBe(2);
    expect(readLedger(directory)).toEqual([]);
    expect(
      (await runAction(promoteModel, hostIn(directory, { ...inputs, inconclusive: "warn" }))).exitCode,
    ).toBe(0);
    expect(readLedger(directory)[0]).toMatchObject({ gate: { verdict: "inconclusive" } });
  });
});

describe("promote-model leaves the pointer where it is", () => {
  const failing = { ...passing("auc/min"), outcome: "fail" as const };
  const other = { model: "employment", version: null, digest: digestOf("another"), commit: null };
  const unnamed = { ...other, digest: null };
  const noBaseline = { ...passing("auc/max-drop"), outcome: "skipped" as const, reason: "no-baseline" };

  // biome-ignore format: the columns are the table
  const refusals: readonly (readonly [string, string, readonly GateReport[], Readonly<Record<string, string>>])[] = [
    // the story                                    the finding                        the reports                                                                          further inputs
    ["there are no reports",                         "evidence/anchor",                 [],                                                                                  { "evidence-digest": digestReports([]) }],
    ["the reports are not those vouched for",        "evidence/anchor",                 [reportOf("compare-models")],                                                        { "evidence-digest": NO_EVIDENCE }],
    ["a report fails",                               "evidence/verdict/compare-models", [reportOf("validate-data"), reportOf("compare-models", { findings: [failing] })],    {}],
    ["an inconclusive report blocks",                "evidence/verdict/compare-models", [reportOf("compare-models", { findings: [] }, "fail")],                              { inconclusive: "warn" }],
    ["two reports are of one gate",                  "evidence/verdict/compare-models", [reportOf("compare-models"), reportOf("compare-models")],                            {}],
    ["a report is about other bytes",                "evidence/model-digest",           [reportOf("validate-data"), reportOf("compare-models", { subject: other })],         {}],
    ["no report names the model's digest",           "evidence/model-digest",           [reportOf("compare-models", { subject: unnamed })],                                  {}],
    ["a report is about another model",              "evidence/model-name",             [reportOf("compare-models", { subject: { ...other, model: "churn", digest: digestOf(MODEL) } })], {}],
    ["the gates compared with another version",      "registry/expect",                 [reportOf("compare-models", { evidence: [compared("7")] })],                         {}],
    ["the gates compared with two versions",         "registry/expect",                 [reportOf("compare-models", { evidence: [compared("7"), compared("8")] })],          {}],
    ["it is expected at another version",            "registry/expect",                 [reportOf("compare-models")],                                                        { from: "7" }],
    ["it is expected unset, and is set",             "registry/expect",                 [reportOf("compare-models")],                                                        { from: "none" }],
    ["the gates found no baseline, and there is one", "registry/expect",                [reportOf("compare-models", { findings: [passing("a"), noBaseline] })],              {}],
    ["the version named has other bytes",            "registry/version",                [reportOf("compare-models")],                                                        { version: "1" }],
  ];

  for (const [story, id, reports, inputs] of refusals) {
    it(`when ${story}`, async () => {
      const directory = makePlace();
      writeFileSync(join(directory, "out", "model.json"), "the production model");
      const subject = {
        model: "employment",
        version: null,
        digest: digestOf("the production model"),
        commit: null,
      };
      const first = writeReports(directory, [reportOf("compare-models", { subject })]);
      await act(directory, { operation: "register" });
      await act(directory, { operation: "promote", "evidence-digest": first });
      rmSync(join(directory, "ml-gates-report"), { recursive: true });
      writeFileSync(join(directory, "out", "model.json"), MODEL);
      await act(directory, { operation: "register" });
      const evidence = writeReports(directory, reports);
      const host = hostIn(directory, { operation: "promote", "evidence-digest": evidence, ...inputs });
      const { exitCode, reports: written } = await runAction(promoteModel, host);
      expect(exitCode).toBe(1);
      expect(readLedger(directory)).toHaveLength(1);
      const failed = written[0]?.findings.filter(({ outcome }) => outcome === "fail").map((each) => each.id);
      expect(failed).toEqual([id]);
      expect(written[0]?.measurements?.data).toMatchObject({ from: "1", to: null, changed: false });
      expect(written[0]?.summary).toMatch(/^employment@champion stays at 1: /);
    });
  }

  it("when the model was never registered", async () => {
    const directory = makePlace();
    const evidence = writeReports(directory, [reportOf("compare-models")]);
    const result = await act(directory, { operation: "promote", "evidence-digest": evidence });
    expect(outcomesOf(result)["registry/version"]).toBe("fail");
    expect(readLedger(directory)).toEqual([]);
  });

  it("when a report was changed, even with its digest made to fit", async () => {
    const directory = makePlace();
    const report = reportOf("compare-models", { findings: [failing] });
    const evidence = writeReports(directory, [report]);
    await act(directory, { operation: "register" });
    const forged = { ...reportOf("compare-models") };
    writeReports(directory, [forged]);
    expect(
      outcomesOf(await act(directory, { operation: "promote", "evidence-digest": evidence })),
    ).toMatchObject({
      "evidence/anchor": "fail",
    });
    writeReports(directory, [{ ...forged, summary: "edited", digest: digestReport(forged) }]);
    const promoting = act(directory, { operation: "promote", "evidence-digest": evidence });
    await expect(promoting).rejects.toBeInstanceOf(InputError);
    expect(readLedger(directory)).toEqual([]);
  });

  it("when a report says that its gate did not run", async () => {
    const directory = makePlace();
    await act(directory, { operation: "register" });
    const { digest: _, ...report } = reportOf("compare-models");
    const problems = [{ message: "No file.", remedy: "Write it." }];
    const broken = {
      ...report,
      verdict: "error",
      blocks: true,
      findings: [],
      error: { kind: "input", problems },
    } as const;
    const evidence = writeReports(directory, [{ ...broken, digest: digestReport(broken) }]);
    const result = await act(directory, { operation: "promote", "evidence-digest": evidence });
    expect(outcomesOf(result)["evidence/verdict/compare-models"]).toBe("fail");
    expect(readLedger(directory)).toEqual([]);
  });
});

describe("promote-model refuses", () => {
  it("when the reports judged other metrics than were registered: they would be the next baseline", async () => {
    const directory = makePlace();
    await act(directory, { operation: "register" });
    const judged = {
      role: "candidate",
      uri: "out/metrics.json",
      digest: digestOf("{}"),
      version: null,
      rows: null,
    };
    const evidence = writeReports(directory, [reportOf("compare-models", { evidence: [judged] })]);
    const { reports, exitCode } = await runAction(
      promoteModel,
      hostIn(directory, { operation: "promote", "evidence-digest": evidence }),
    );
    expect([reports[0]?.verdict, exitCode]).toEqual(["fail", 1]);
    expect(reports[0]?.findings.at(-1)?.id).toBe("evidence/metrics");
  });
});

describe("promote-model warns, and registers,", () => {
  it("when the same model is registered again with other metrics", async () => {
    const directory = makePlace();
    await act(directory, { operation: "register" });
    writeFileSync(join(directory, "out", "metrics.json"), '{"auc":0.7}');
    const again = await act(directory, { operation: "register" });
    expect(again.outputs).toMatchObject({ version: "1", changed: "false" });
    expect(outcomesOf(again)).toEqual({ "registry/version": "pass", "registry/metrics": "fail" });
  });
});

describe("promote-model registers predictions", () => {
  it("that are too large for the branch by the address they are stored at, and their digest", async () => {
    const directory = makePlace(
      "predictions: { candidate: out/preds.csv, columns: { key: id }, stored-at: 'https://files.example/{digest}.csv' }",
    );
    const large = Buffer.alloc((5 << 20) + 1, "7\n");
    writeFileSync(join(directory, "out", "preds.csv"), large);
    await act(directory, { operation: "register" });
    const bare = join(directory, "registry.git");
    const show = ["show", "ml-gates/registry:models/employment/versions.jsonl"];
    const line = JSON.parse(execFileSync("git", show, { cwd: bare, encoding: "utf8" }));
    const digest = digestOf(large);
    expect(line.predictions).toEqual({
      uri: `https://files.example/${digest.replace("sha256:", "")}.csv`,
      digest,
      blob: null,
    });
  });
});

describe("promote-model resolves", () => {
  it("a first run to a warning, without a version", async () => {
    const { reports, exitCode } = await runAction(
      promoteModel,
      hostIn(makePlace(), { operation: "resolve" }),
    );
    expect([reports[0]?.verdict, exitCode]).toEqual(["warn", 0]);
    expect(reports[0]?.summary).toBe("The registry has no employment yet.");
  });

  it("the alias, and a version by its number", async () => {
    const directory = makePlace();
    await promoteFirst(directory);
    const outputs = { version: "1", digest: digestOf(MODEL), changed: "false", sequence: "" };
    expect((await act(directory, { operation: "resolve" })).outputs).toEqual(outputs);
    expect((await act(directory, { operation: "resolve", version: "1" })).outputs).toEqual(outputs);
  });

  it("neither an alias that is not there nor a registry that cannot be read", async () => {
    const directory = makePlace();
    await promoteFirst(directory);
    await expect(act(directory, { operation: "resolve", to: "challenger" })).rejects.toBeInstanceOf(
      EvidenceError,
    );
    const elsewhere = act(directory, { operation: "resolve", registry: "{ repository: nowhere.git }" });
    await expect(elsewhere).rejects.toThrow(/cannot be read/);
  });
});

describe("promote-model refuses inputs", () => {
  // biome-ignore format: the columns are the table
  const cases: readonly (readonly [string, Readonly<Record<string, string>>, RegExp])[] = [
    ["no operation",                  {},                                                                  /operation is "": wanted one of resolve, register, promote/],
    ["an operation misspelt",         { operation: "promot" },                                             /Did you mean `promote`/],
    ["promotion without the anchor",  { operation: "promote" },                                            /evidence-digest is empty.*needs\.gates\.outputs\.evidence-digest/s],
    ["an anchor of another form",     { operation: "promote", "evidence-digest": "sha256:12" },            /wanted `sha256:` and 64/],
    ["a version that is no number",   { operation: "promote", "evidence-digest": NO_EVIDENCE, version: "latest" }, /version is "latest"/],
    ["a from that is neither",        { operation: "promote", "evidence-digest": NO_EVIDENCE, from: "champion" },  /from is "champion"/],
    ["a hostile alias",               { operation: "resolve", to: "../champion" },                         /alias is called/],
    ["an inconclusive misspelt",      { operation: "resolve", inconclusive: "ignore" },                    /inconclusive/],
  ];

  for (const [story, inputs, sentence] of cases) {
    it(story, async () => {
      const refused = act(makePlace(), inputs);
      await expect(refused).rejects.toThrow(sentence);
      await expect(refused).rejects.toBeInstanceOf(InputError);
    });
  }

  it("all at once", async () => {
    const refused = act(makePlace(), { operation: "promote", version: "x", from: "y" });
    await expect(refused).rejects.toMatchObject({ problems: [{}, {}, {}] });
  });
});
