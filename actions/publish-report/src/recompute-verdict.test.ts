import { digestOf, type Finding, finding, type GateReport, reportJudgement } from "@ml-gates/gate";
import { describe, expect, it } from "vitest";
import { type BaseRules, listAsked, readRules, recomputeVerdict } from "./recompute-verdict.ts";

const TODAY = "2026-11-24";
const baseOf = (rules: string): BaseRules =>
  readRules({ path: ".github/ml-gates.yml", text: `version: 1\nmodel: m\n${rules}` }, TODAY);
const BASE = baseOf("metrics:\n  candidate: m.json\n  checks: [{ metric: accuracy, min: 0.8 }]\n");
const POLICY = {
  source: "base",
  commit: "41aa",
  path: BASE.path,
  digest: digestOf(BASE.text),
  proposedDigest: null,
} as const;

function reportOf(
  parts: Partial<Finding> = {},
  policy: GateReport["policy"] = POLICY,
  also: {
    readonly gate?: GateReport["gate"];
    readonly others?: readonly Finding[];
    readonly reportOnly?: boolean;
  } = {},
): GateReport {
  const one = finding({
    id: "accuracy/min",
    kind: "metric",
    check: { metric: "accuracy", min: 0.8 },
    severity: "block",
    outcome: "pass",
    observed: 0.85,
    why: "w",
    ...parts,
  });
  const subject = { model: "m", version: null, digest: null, commit: null };
  const run = { url: null, attempt: 1, leg: {}, startedAt: "2026-11-24T09:00:00.000Z", seconds: 1 };
  const { gate = { id: "compare-models", key: "m", mode: "screen" }, others = [], reportOnly = false } = also;
  return reportJudgement(
    { gate, summary: "s", subject, policy, evidence: [], findings: [one, ...others], measurements: null },
    { toolVersion: "0.1.0", run, inconclusive: "warn", reportOnly },
  );
}

describe("recomputeVerdict", () => {
  it("leaves a report that the base's rules judged as it is", () => {
    expect(recomputeVerdict(reportOf(), BASE)).toEqual(reportOf());
  });

  it.each<readonly [string, GateReport, RegExp]>([
    [
      "other rules",
      reportOf({}, { ...POLICY, digest: digestOf("min: 0.1") }),
      /was judged by rules with digest/,
    ],
    ["no rules at all", reportOf({}, null), /digest null/],
    ["a pass beyond its limit", reportOf({ observed: 0.7 }), /says pass; its numbers say fail/],
  ])("does not let %s stand", (_story, report, wanted) => {
    const judged = recomputeVerdict(report, BASE);
    expect([judged.verdict, judged.blocks]).toEqual(["error", true]);
    expect(judged.summary).toMatch(wanted);
  });

  it("judges what the gate file has no section for by its numbers alone", () => {
    const foreign = { ...reportOf({}, null), gate: { id: "junit", key: "tests", mode: null } };
    expect(recomputeVerdict(foreign, BASE).verdict).toBe("pass");
    expect(recomputeVerdict(reportOf({}, null), null).verdict).toBe("pass");
  });
});

const CHANGES = `waivers:
  - { metric: recall, reason: r, owner: o, expires: "2026-12-31" }
metrics:
  candidate: m.json
  baseline: b.json
  checks:
    - { metric: accuracy, max-drop: 0.01 }
    - { metric: log_loss, max-drop-rel: 0.05, severity: warn }
    - { metric: recall, min-gain: 0.02 }
`;
const RULES = baseOf(CHANGES);
const FAIRNESS = `fairness:
  by: [SEX]
  mode: prove
  checks: [{ metric: demographic_parity_ratio, min: 0.8, max-drop: 0.02 }]
predictions: { candidate: p.csv, baseline: b.csv, columns: { key: id, label: y, prediction: d } }
`;

interface Numbers {
  readonly id: string;
  readonly check: Finding["check"];
  readonly numbers: readonly [baseline: number, observed: number];
  readonly parts?: Partial<Finding>;
}

/** A finding of a change, by default a pass without any uncertainty. */
function changed({ id, check, numbers: [baseline, observed], parts = {} }: Numbers): Finding {
  const effect = {
    kind: "difference",
    value: observed - baseline,
    low: null,
    high: null,
    confidence: null,
  } as const;
  const told = { kind: "metric", severity: "block", outcome: "pass", why: "w" } as const;
  return finding({ ...told, id, check, baseline, observed, effect, ...parts });
}

const DROP = { id: "accuracy/max-drop", check: { metric: "accuracy", "max-drop": 0.01 } };
const LOSS = {
  id: "log_loss/max-drop-rel",
  check: { metric: "log_loss", "max-drop-rel": 0.05, severity: "warn" },
};
const GAIN = { id: "recall/min-gain", check: { metric: "recall", "min-gain": 0.02 } };
const WARNS = { severity: "warn" } as const;
const WAIVER = { reason: "r", owner: "o", expires: "2026-12-31" };

/** The three findings that RULES ask for, with one of them replaced. */
function changesWith(replaced: Finding): GateReport {
  const all = [
    changed({ ...DROP, numbers: [0.9, 0.895] }),
    changed({ ...LOSS, numbers: [0.4, 0.41], parts: WARNS }),
    changed({ ...GAIN, numbers: [0.7, 0.75] }),
  ];
  const [one, ...others] = all.map((each) =>
    each.check["metric"] === replaced.check["metric"] ? replaced : each,
  );
  return reportOf(one, { ...POLICY, digest: RULES.digest }, { others });
}

const faultsOf = (report: GateReport, base: BaseRules): readonly string[] =>
  (recomputeVerdict(report, base).error?.problems ?? []).map(({ message }) => message);

describe("a change, judged again from its numbers", () => {
  it.each<readonly [string, Finding]>([
    ["within its limit", changed({ ...DROP, numbers: [0.9, 0.89] })],
    ["beyond it and failing", changed({ ...DROP, numbers: [0.9, 0.8], parts: { outcome: "fail" } })],
    [
      "beyond it and open, as its p says",
      changed({ ...DROP, numbers: [0.9, 0.88], parts: { outcome: "inconclusive", p: 0.2, pAdjusted: 0.2 } }),
    ],
    [
      "of a loss that rises by less than a twentieth",
      changed({ ...LOSS, numbers: [0.4, 0.42], parts: WARNS }),
    ],
    [
      "waived as the base does",
      changed({ ...GAIN, numbers: [0.7, 0.7], parts: { outcome: "fail", waiver: WAIVER } }),
    ],
    [
      "skipped without a baseline",
      finding({
        ...DROP,
        kind: "metric",
        severity: "block",
        outcome: "skipped",
        reason: "no-baseline",
        why: "w",
      }),
    ],
  ])("stands when it is %s", (_story, one) => {
    expect(faultsOf(changesWith(one), RULES)).toEqual([]);
  });

  it.each<readonly [string, Finding, RegExp]>([
    [
      "passes beyond its limit",
      changed({ ...DROP, numbers: [0.9, 0.88] }),
      /says pass; its numbers say fail/,
    ],
    [
      "calls a sure loss open",
      changed({ ...DROP, numbers: [0.9, 0.8], parts: { outcome: "inconclusive", p: 0.0001, pAdjusted: 1 } }),
      /says inconclusive; its numbers say fail/,
    ],
    [
      "passes with a loss that noise may explain",
      changed({ ...DROP, numbers: [0.9, 0.88], parts: { p: 0.2 } }),
      /says pass; its numbers say inconclusive/,
    ],
    [
      "hides a loss in its effect",
      {
        ...changed({ ...DROP, numbers: [0.9, 0.8] }),
        effect: changed({ ...DROP, numbers: [0.9, 0.9] }).effect,
      },
      /says a change of 0, but 0\.8 less 0\.9 is another/,
    ],
    [
      "turns a loss function round",
      changed({ ...LOSS, numbers: [0.4, 0.5], parts: WARNS }),
      /says pass; its numbers say fail/,
    ],
    [
      "widens its own limit",
      changed({ ...DROP, check: { metric: "accuracy", "max-drop": 1 }, numbers: [0.9, 0.1] }),
      /by a check that the base's rules do not have/,
    ],
    [
      "only informs",
      changed({ ...DROP, numbers: [0.9, 0.9], parts: { severity: "info" } }),
      /severity info; its check has block/,
    ],
    [
      "is of another limit",
      changed({ ...DROP, id: "accuracy/max-gain", numbers: [0.9, 0.9] }),
      /is about none of its check's limits/,
    ],
    [
      "gives no number",
      changed({ ...DROP, numbers: [0.9, 0.9], parts: { observed: null, effect: null } }),
      /says pass, and gives no number/,
    ],
    [
      "waives itself",
      changed({ ...DROP, numbers: [0.9, 0.8], parts: { outcome: "fail", waiver: WAIVER } }),
      /a waiver that the base's rules do not give it today/,
    ],
  ])("does not stand when it %s", (_story, one, wanted) => {
    const report = changesWith(one);
    expect(faultsOf(report, RULES).join("\n")).toMatch(wanted);
    expect(recomputeVerdict(report, RULES)).toMatchObject({ verdict: "error", blocks: true });
  });

  it("must be there: a limit of the base that no finding is about was left out", () => {
    const [one] = [changed({ ...DROP, numbers: [0.9, 0.9] })];
    const report = reportOf(one, { ...POLICY, digest: RULES.digest });
    expect(faultsOf(report, RULES)).toEqual([
      'The base\'s rules ask for "log_loss/max-drop-rel", and no finding is about it.',
      'The base\'s rules ask for "recall/min-gain", and no finding is about it.',
    ]);
  });

  it("holds a waiver only until it expires", () => {
    const waived = changed({ ...GAIN, numbers: [0.7, 0.7], parts: { outcome: "fail", waiver: WAIVER } });
    const later = { ...RULES, today: "2027-01-01" };
    expect(faultsOf(changesWith(waived), later)).toHaveLength(1);
  });
});

describe("the policy of a report, judged again", () => {
  it("is the base's: report-only, inconclusive and the mode", () => {
    const strict = baseOf(
      "inconclusive: fail\nmetrics:\n  candidate: m.json\n  mode: prove\n  checks: [{ metric: accuracy, min: 0.8 }]\n",
    );
    const policy = { ...POLICY, digest: strict.digest };
    expect(faultsOf(reportOf({ outcome: "inconclusive" }, policy), strict).join("\n")).toMatch(
      /says? `inconclusive: fail`.*\n.*in mode screen; the base's rules say prove/s,
    );
    const silent = reportOf({ outcome: "fail", observed: 0.1 }, POLICY, { reportOnly: true });
    expect(faultsOf(silent, BASE)).toEqual([
      "The report of compare-models and the base's rules do not agree on `report-only`.",
    ]);
  });

  it("proves a disparity by its interval, and counts a loss of parity as one", () => {
    const base = baseOf(FAIRNESS);
    const check = { metric: "demographic_parity_ratio", min: 0.8, "max-drop": 0.02 };
    const told = { kind: "disparity", check, method: "wald", severity: "block", why: "w" } as const;
    const level = (low: number, outcome: Finding["outcome"]): Finding =>
      finding({
        ...told,
        ...{ id: "demographic_parity_ratio/min/SEX=2", outcome, observed: 0.9, p: 0.9 },
        effect: { kind: "ratio", value: 0.9, low, high: 1, confidence: 0.9 },
      });
    const loss = (value: number): Finding =>
      finding({
        ...told,
        ...{
          id: "demographic_parity_ratio/max-drop/SEX=2",
          outcome: "pass",
          baseline: 0.9,
          observed: 0.9 - value,
          p: 0.9,
        },
        effect: { kind: "difference", value, low: value - 0.001, high: value + 0.001, confidence: 0.9 },
      });
    const report = (one: Finding, other: Finding): GateReport =>
      reportOf(
        one,
        { ...POLICY, digest: base.digest },
        {
          gate: { id: "assess-fairness", key: "m", mode: "prove" },
          others: [other],
        },
      );
    expect(faultsOf(report(level(0.85, "pass"), loss(0.01)), base)).toEqual([]);
    expect(faultsOf(report(level(0.7, "pass"), loss(0.1)), base).join("\n")).toMatch(
      /min.*says pass; its numbers say inconclusive.*\n.*max-drop.*says pass; its numbers say inconclusive/s,
    );
  });

  it("knows a column that drifted beyond the limit", () => {
    const base = baseOf(
      "drift:\n  reference: r.csv\n  current: c.csv\n  checks: [{ metric: psi, max: 0.2 }]\n",
    );
    const drifted = (max: number, parts: Partial<Finding>): GateReport => {
      const check = { column: "age", metric: "psi", max };
      return reportOf(
        { id: "age/psi", kind: "drift", check, observed: 0.5, pAdjusted: 0.001, ...parts },
        { ...POLICY, digest: base.digest },
        { gate: { id: "detect-drift", key: "m", mode: "screen" } },
      );
    };
    expect(faultsOf(drifted(0.2, { outcome: "pass" }), base)).toHaveLength(1);
    expect(faultsOf(drifted(0.2, { outcome: "inconclusive" }), base)).toHaveLength(1);
    expect(faultsOf(drifted(0.9, { outcome: "pass" }), base).join()).toMatch(
      /the limit 0\.9, which the base/,
    );
    expect(faultsOf(drifted(0.2, { outcome: "fail" }), base)).toEqual([]);
  });
});

describe("listAsked", () => {
  it("names the gates that the base asks for", () => {
    expect(listAsked(BASE)).toEqual(["compare-models"]);
    expect(listAsked(null)).toEqual([]);
  });
});
