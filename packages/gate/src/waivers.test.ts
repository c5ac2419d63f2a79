import { describe, expect, it } from "vitest";
import { InputError } from "./errors.ts";
import { type Finding, finding } from "./finding.ts";
import { parseGateFile } from "./gate-file/parse-gate-file.ts";
import { reportJudgement } from "./gate-report.ts";
import { parseGateReport } from "./parse-gate-report.ts";
import { foldVerdict } from "./verdict.ts";
import { applyWaivers, summarizeWaived } from "./waivers.ts";

const breach = (parts: Partial<Finding> = {}): Finding =>
  finding({
    id: "auc/max-drop",
    kind: "metric",
    check: { metric: "auc", "max-drop": 0 },
    severity: "block",
    outcome: "fail",
    why: "auc fell.",
    ...parts,
  });
const waiver = { metric: "auc", slice: null, reason: "new data", owner: "@ml", expires: "2026-03-31" };
const words = (findings: readonly Finding[]) =>
  findings.map(({ id, outcome, reason, waiver: by }) => [id, outcome, reason, by?.owner ?? null]);

describe("a waiver", () => {
  it("leaves the failure a failure that counts as a warning, up to and on its last day", () => {
    const judged = applyWaivers([breach()], [waiver], "2026-03-31");
    expect(words(judged)).toEqual([["auc/max-drop", "fail", null, "@ml"]]);
    expect(foldVerdict(judged)).toBe("warn");
  });

  it("stands in the summary, with its owner and last day", () => {
    const judged = applyWaivers([breach()], [waiver], "2026-03-31");
    expect(summarizeWaived("auc fell.", judged)).toBe(
      "auc fell; waived: auc/max-drop until 2026-03-31 (@ml)",
    );
    const many = Array.from({ length: 5 }, (_, index) => ({ ...judged[0], id: `${index}` }) as Finding);
    expect(summarizeWaived("all fell", many)).toMatch(/^all fell; waived: 0 until .* 2 until .* and 2 more$/);
  });

  it("covers nothing from the day after, and says so", () => {
    const judged = applyWaivers([breach()], [waiver], "2026-04-01");
    expect(words(judged)).toEqual([
      ["auc/max-drop", "fail", null, null],
      ["waiver/auc", "fail", "waiver-expired", null],
    ]);
    expect(foldVerdict(judged)).toBe("fail");
    expect(judged[1]?.why).toBe(
      "The waiver for auc (@ml: new data) expired on 2026-03-31: it covers nothing any more.",
    );
  });

  it("for all rows covers no group, and one for a group that group alone", () => {
    const group = breach({ id: "auc/max-drop/SEX=1", slice: { SEX: "1" } });
    expect(foldVerdict(applyWaivers([group], [waiver], "2026-01-01"))).toBe("fail");
    const forGroup = { ...waiver, slice: { SEX: "1" } };
    expect(foldVerdict(applyWaivers([group], [forGroup], "2026-01-01"))).toBe("warn");
    const unmatched = applyWaivers([breach()], [forGroup], "2026-01-01");
    expect(words(unmatched)[1]).toEqual(["waiver/auc/SEX=1", "skipped", "waiver-unmatched", null]);
    expect(foldVerdict(unmatched)).toBe("fail");
  });

  it.each([
    { outcome: "not-evaluable", reason: "nan" },
    { outcome: "fail", reason: "stated-differs" },
    { outcome: "inconclusive", reason: "not-significant" },
  ] as const)("does not cover $outcome, $reason", (parts) => {
    const [first] = applyWaivers([breach(parts)], [waiver], "2026-01-01");
    expect(first?.waiver).toBeNull();
  });

  it("that is not needed any more is told, and changes no verdict", () => {
    const judged = applyWaivers([breach({ outcome: "pass" })], [waiver], "2026-01-01");
    expect(words(judged)[1]).toEqual(["waiver/auc", "skipped", "waiver-unneeded", null]);
    expect(foldVerdict(judged)).toBe("pass");
  });

  it("for what this gate does not judge is another gate's", () => {
    expect(applyWaivers([breach()], [{ ...waiver, metric: "f1" }], "2026-01-01")).toEqual([breach()]);
  });
});

describe("the gate file's waivers", () => {
  const parse = (waivers: string) =>
    parseGateFile({
      path: "g.yml",
      text: `version: 1\nmetrics: { candidate: m.json, checks: [{ metric: auc, min: 0 }] }\nwaivers:\n${waivers}\n`,
    });
  const rest = 'reason: r, owner: "@ml", expires: 2026-12-31';

  it("hold groups as texts", () => {
    expect(parse(`  - { metric: auc, slice: { SEX: 1 }, ${rest} }`).waivers).toEqual([
      { metric: "auc", slice: { SEX: "1" }, reason: "r", owner: "@ml", expires: "2026-12-31" },
    ]);
  });

  it.each([
    [`  - { metric: acu, ${rest} }`, /"acu", which no check of this file judges; they judge auc/],
    [`  - { metric: auc, reason: r, owner: o, expires: 2026-02-30 }`, /no such day/],
    [`  - { metric: auc, reason: r, owner: o, expires: soon }`, /expires is "soon"/],
    [`  - { metric: auc, reason: r, expires: 2026-12-31 }`, /lacks the key `owner`/],
    [`  - { metric: auc, ${rest} }\n  - { metric: auc, ${rest} }`, /stands twice/],
  ])("are refused: %s", (written, message) => {
    expect(() => parse(written)).toThrow(InputError);
    expect(() => parse(written)).toThrow(message);
  });
});

describe("report only", () => {
  const judgement = {
    gate: { id: "compare-models", key: null, mode: null },
    summary: "auc fell.",
    subject: { model: null, version: null, digest: null, commit: null },
    policy: null,
    evidence: [],
    findings: [breach()],
    measurements: null,
  };
  const run = { url: null, attempt: 1, leg: {}, startedAt: "2026-01-01T00:00:00Z", seconds: 0 };
  const report = reportJudgement(judgement, {
    toolVersion: "1.0.0",
    run,
    inconclusive: "fail",
    reportOnly: true,
  });

  it("keeps the verdict, does not block, and says so first", () => {
    expect(report).toMatchObject({ verdict: "fail", blocks: false, reportOnly: true });
    expect(report.summary).toBe("report only, never blocks: auc fell.");
  });

  it("is read back as it was written, and not when it also blocks", () => {
    expect(parseGateReport(JSON.stringify(report), "r.json")).toEqual(report);
    const forged = reportJudgement(
      { ...judgement, ...{ reportOnly: true } },
      { toolVersion: "1", run, inconclusive: "fail" },
    );
    expect(() => parseGateReport(JSON.stringify(forged), "r.json")).toThrow(
      /`reportOnly`, and that it blocks/,
    );
  });
});
