/**
 * Pages to look at: one per verdict, with everything a page can draw.
 *
 * @module
 */
import { finding, type GateReport, type JsonValue, reportJudgement } from "@ml-gates/gate";
import { limitedDisparity, STORIES, validData, worseModel } from "./stories.ts";

const steps = Array.from({ length: 21 }, (_, index) => index / 20);
const curve = (power: number): JsonValue => steps.map((x) => [x, x ** power]);
const interval = (low: number, high: number): JsonValue => ({ low, high });

/** The report with these measurements, judged again: its verdict follows from its findings. */
function measured(
  report: GateReport,
  schema: string,
  data: { readonly [key: string]: JsonValue },
): GateReport {
  const { gate, summary, subject, policy, evidence, findings, run } = report;
  const judgement = { gate, summary, subject, policy, evidence, findings, measurements: { schema, data } };
  return reportJudgement(judgement, { toolVersion: "0.1.0", run, inconclusive: "warn" });
}

const compared = measured(worseModel, "comparison/1", {
  slices: [
    {
      metric: "accuracy",
      column: "SEX",
      value: "1",
      n: 961,
      baseline: 0.79,
      candidate: 0.781,
      change: -0.009,
    },
    {
      metric: "accuracy",
      column: "SEX",
      value: "2",
      n: 1039,
      baseline: 0.785,
      candidate: 0.779,
      change: -0.006,
    },
  ],
  curves: {
    candidate: { roc: curve(0.28), calibration: curve(1.2), histogram: [] },
    baseline: { roc: curve(0.22), calibration: curve(1.05), histogram: [] },
  },
  parameters: [{ name: "train.lr", baseline: "0.01", candidate: "0.02" }],
});
const drifted = measured(
  {
    ...validData,
    gate: { id: "detect-drift", key: null, mode: null },
    summary: "no drift in 1 check",
    findings: [
      finding({
        id: "AGEP/psi",
        kind: "drift",
        check: { column: "AGEP", metric: "psi", max: 0.25 },
        severity: "warn",
        outcome: "pass",
        observed: 0.21,
        effect: { kind: "value", value: 0.21, low: null, high: null, confidence: null },
        method: "ks-asymptotic",
        p: 0.0001,
        pAdjusted: 0.0001,
        n: 2000,
        why: "AGEP: psi 0.21 between 1000 and 1000 values, drift from 0.25; below the limit.",
      }),
    ],
  },
  "drift/1",
  {
    columns: [
      {
        ...{
          column: "AGEP",
          kind: "numeric",
          distance: "psi",
          effect: 0.21,
          limit: 0.25,
          p: 0.0001,
          q: 0.0001,
        },
        histogram: {
          edges: [16, 30, 45, 60, 75, 99],
          reference: [210, 300, 260, 150, 80],
          current: [130, 260, 300, 210, 100],
        },
      },
    ],
  },
);
const fair = measured(limitedDisparity, "fairness/1", {
  columns: {
    SEX: {
      reference: "1",
      groups: [
        { group: "1", n: 961, selection_rate: 0.5182 },
        { group: "2", n: 1039, selection_rate: 0.4302 },
      ],
      intervals: [
        { group: "1", selection_rate: interval(0.4866, 0.5497) },
        { group: "2", selection_rate: interval(0.4004, 0.4605) },
      ],
    },
  },
});
const [, ...passing] = compared.findings.toReversed();
const open = measured(
  {
    ...compared,
    summary: "accuracy is 0.779996; noise explains what is missing to 0.78.",
    findings: passing.filter(({ outcome }) => outcome === "inconclusive"),
  },
  "comparison/1",
  { slices: [] },
);

/** Reports and missing gates by the page's name. */
export const PAGES: Readonly<
  Record<string, { readonly reports: readonly GateReport[]; readonly missing: readonly string[] }>
> = {
  pass: { reports: STORIES["everything-passes"]?.reports ?? [], missing: [] },
  fail: { reports: [validData, compared, drifted, fair], missing: [] },
  inconclusive: { reports: [validData, open], missing: [] },
  "did-not-run": STORIES["a-gate-did-not-run"] ?? { reports: [], missing: ["compare-models"] },
};
