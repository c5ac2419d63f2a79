/**
 * Reports as the gates write them, one set per story: what the golden renderings are made from.
 *
 * @module
 */
import {
  type Finding,
  finding,
  type GateReport,
  type Judgement,
  type Provenance,
  reportError,
  reportJudgement,
} from "@ml-gates/gate";
import type { CommentFacts } from "../render-comment.ts";

const COMMIT = "9f2c41d7a0b3e58c6f1d2a4b7c9e0f3a5d6b8c1e";

export const FACTS: CommentFacts = {
  key: "employment",
  missing: [],
  commit: COMMIT,
  command: "npx ml-gates run .github/ml-gates.yml",
  runUrl: "https://github.example/acme/employment/actions/runs/4711",
  repositoryUrl: "https://github.example/acme/employment",
};

const PROVENANCE: Provenance = {
  toolVersion: "0.1.0",
  run: { url: FACTS.runUrl, attempt: 1, leg: {}, startedAt: "2026-11-24T09:00:00.000Z", seconds: 1.9 },
  inconclusive: "warn",
};

const SUBJECT: Judgement["subject"] = {
  model: "employment",
  version: null,
  digest: `sha256:${"7c".repeat(32)}`,
  commit: COMMIT,
};

const POLICY: Judgement["policy"] = {
  source: "base",
  commit: "41aa0c9d2e7f5b8a6c3d1e0f9a8b7c6d5e4f3a2b",
  path: ".github/ml-gates.yml",
  digest: `sha256:${"5e".repeat(32)}`,
  proposedDigest: null,
};

const EVIDENCE: Judgement["evidence"] = [
  {
    role: "candidate-predictions",
    uri: "out/preds.parquet",
    digest: `sha256:${"a1".repeat(32)}`,
    version: null,
    rows: 2000,
  },
  {
    role: "baseline-predictions",
    uri: "registry",
    digest: `sha256:${"b2".repeat(32)}`,
    version: "6",
    rows: 2000,
  },
];

/** A report of the gate with these findings; everything else as on an ordinary pull request. */
export function reportOf(
  gate: string,
  findings: readonly Finding[],
  parts: Partial<Judgement> & { readonly key?: string | null; readonly summary?: string } = {},
): GateReport {
  const { key = "employment", ...said } = parts;
  const judgement: Judgement = {
    gate: { id: gate, key, mode: "screen" },
    summary: `${findings.length} checks were judged.`,
    subject: SUBJECT,
    policy: POLICY,
    evidence: EVIDENCE,
    findings,
    measurements: null,
    ...said,
  };
  return reportJudgement(judgement, PROVENANCE);
}

const NONE = { kind: "fraction", value: 0, low: null, high: null, confidence: null } as const;

export const validData = reportOf(
  "validate-data",
  [
    finding({
      id: "expect_column_values_to_be_between/AGEP",
      kind: "expectation",
      check: {
        type: "expect_column_values_to_be_between",
        kwargs: { column: "AGEP", min_value: 16, max_value: 99 },
      },
      severity: "block",
      outcome: "pass",
      observed: 0,
      effect: NONE,
      n: 12000,
      why: "All 12000 values of AGEP lie between 16 and 99.",
    }),
    finding({
      id: "expect_column_values_to_not_be_null/ESR",
      kind: "expectation",
      check: { type: "expect_column_values_to_not_be_null", kwargs: { column: "ESR" } },
      severity: "block",
      outcome: "pass",
      observed: 0,
      effect: NONE,
      n: 12000,
      why: "No value of ESR is missing.",
    }),
    finding({
      id: "expect_table_row_count_to_be_between",
      kind: "expectation",
      check: { type: "expect_table_row_count_to_be_between", kwargs: { min_value: 10000 } },
      severity: "block",
      outcome: "pass",
      observed: 12000,
      n: 12000,
      why: "The table has 12000 rows; at least 10000 are wanted.",
    }),
  ],
  {
    key: "training rows",
    summary: "12000 rows meet all 3 expectations.",
    evidence: [
      {
        role: "data",
        uri: "data/train.parquet",
        digest: `sha256:${"c3".repeat(32)}`,
        version: null,
        rows: 12000,
      },
    ],
  },
);

export const invalidData = reportOf(
  "validate-data",
  [
    finding({
      id: "expect_column_values_to_be_between/WKHP",
      kind: "expectation",
      check: {
        type: "expect_column_values_to_be_between",
        kwargs: { column: "WKHP", min_value: 0, max_value: 99 },
      },
      severity: "block",
      source: { path: "expectations/train.json", line: 31 },
      outcome: "fail",
      observed: 0.034333333333,
      n: 12000,
      effect: { kind: "fraction", value: 0.034333333333, low: null, high: null, confidence: null },
      samples: [
        { row: 18, value: 2400 },
        { row: 77, value: 1800 },
        { row: 91, value: 2040 },
      ],
      why: "412 of 12000 values of WKHP (3.4 %) lie outside 0 to 99.",
      remedy: "Look at the rows named: the column may be in minutes, not in hours.",
    }),
    ...validData.findings,
  ],
  { key: "training rows", summary: "WKHP is outside 0 to 99 in 412 of 12000 rows." },
);

const AUC = {
  id: "roc_auc/max-drop",
  kind: "metric",
  check: { metric: "roc_auc", "max-drop": 0.01 },
  severity: "block",
} as const;
const ACCURACY = { metric: "accuracy", min: 0.78, "max-drop": 0.01 };

export const sameModel = reportOf(
  "compare-models",
  [
    finding({
      ...AUC,
      outcome: "pass",
      baseline: 0.8712,
      observed: 0.8731,
      effect: { kind: "difference", value: 0.0019, low: -0.0031, high: 0.0069, confidence: 0.9 },
      method: "delong-paired",
      p: 0.73,
      n: 2000,
      detectable: 0.0076,
      why: "roc_auc rose by 0.0019; this data could have shown a drop of 0.0076.",
    }),
    finding({
      id: "accuracy/min",
      kind: "metric",
      check: ACCURACY,
      severity: "block",
      outcome: "pass",
      observed: 0.7955,
      effect: { kind: "value", value: 0.7955, low: 0.7772, high: 0.8126, confidence: 0.95 },
      method: "wilson",
      n: 2000,
      why: "accuracy is 0.7955; at least 0.78 is wanted.",
    }),
    finding({
      id: "accuracy/max-drop",
      kind: "metric",
      check: ACCURACY,
      severity: "block",
      outcome: "pass",
      baseline: 0.794,
      observed: 0.7955,
      effect: { kind: "difference", value: 0.0015, low: -0.0046, high: 0.0076, confidence: 0.9 },
      method: "paired-difference",
      n: 2000,
      why: "accuracy rose by 0.0015.",
    }),
  ],
  { summary: "No metric is worse than its limit allows." },
);

export const worseModel = reportOf(
  "compare-models",
  [
    finding({
      ...AUC,
      source: { path: ".github/ml-gates.yml", line: 14 },
      outcome: "fail",
      baseline: 0.8712,
      observed: 0.8415,
      effect: { kind: "difference", value: -0.0297, low: -0.0371, high: -0.0223, confidence: 0.9 },
      method: "delong-paired",
      p: 2.1e-11,
      pAdjusted: 6.3e-11,
      n: 2000,
      why: "roc_auc fell by 0.0297, more than the 0.01 allowed, and by more than noise explains (adjusted p = 6.3e-11).",
      remedy:
        "Retrain or mend the candidate; or, if the loss is meant, raise max-drop on the base branch first.",
    }),
    finding({
      id: "accuracy/min",
      kind: "metric",
      check: ACCURACY,
      severity: "block",
      outcome: "inconclusive",
      reason: "not-significant",
      baseline: 0.7875,
      observed: 0.779996,
      effect: { kind: "value", value: 0.779996, low: 0.7613, high: 0.7976, confidence: 0.95 },
      method: "wilson",
      n: 2000,
      requiredN: 41_203.2,
      why: "accuracy is 0.779996, below the 0.78 wanted, but noise explains it at n = 2000.",
      remedy: "Evaluate on more rows: about 41204 would settle it.",
    }),
    finding({
      id: "accuracy/max-drop",
      kind: "metric",
      check: ACCURACY,
      severity: "block",
      outcome: "pass",
      baseline: 0.7875,
      observed: 0.779996,
      effect: { kind: "difference", value: -0.007504, low: -0.0131, high: -0.0019, confidence: 0.9 },
      method: "paired-difference",
      n: 2000,
      why: "accuracy fell by 0.0075; 0.01 is allowed.",
    }),
  ],
  {
    summary: "roc_auc fell from 0.8712 to 0.8415; 0.01 is allowed.",
    measurements: {
      schema: "comparison/1",
      data: { parameters: [{ name: "train.lr", baseline: "0.01", candidate: "0.02" }] },
    },
  },
);

export const sunkMetric = reportOf(
  "compare-models",
  [
    finding({
      id: "f1/max-drop",
      kind: "metric",
      check: { metric: "f1", "max-drop": 0.01 },
      severity: "block",
      outcome: "fail",
      baseline: 0.812,
      observed: 0.795,
      effect: { kind: "difference", value: -0.017, low: null, high: null, confidence: null },
      why: "f1 fell by 0.017, more than the 0.01 allowed.",
      remedy: "Retrain or mend the candidate.",
    }),
  ],
  {
    summary: "f1 fell from 0.812 to 0.795; 0.01 is allowed.",
    evidence: [
      {
        role: "candidate",
        uri: "out/metrics.json",
        digest: `sha256:${"d4".repeat(32)}`,
        version: null,
        rows: null,
      },
      { role: "baseline", uri: "registry", digest: `sha256:${"e5".repeat(32)}`, version: "6", rows: null },
    ],
    measurements: {
      schema: "comparison/1",
      data: {
        metrics: [{ metric: "f1", baseline: 0.812, candidate: 0.795, from: "file" }],
        recent: [
          { version: "6", at: "2026-11-02T09:00:00.000Z", metrics: { f1: 0.812 } },
          { version: "5", at: "2026-09-14T09:00:00.000Z", metrics: { f1: 0.819 } },
          { version: "3", at: "2026-08-03T09:00:00.000Z", metrics: { f1: 0.826 } },
        ],
      },
    },
  },
);

const byGroup = [
  {
    group: "1",
    n: 961,
    selection_rate: 0.5182,
    true_positive_rate: 0.8421,
    false_positive_rate: 0.1803,
  },
  {
    group: "2",
    n: 1039,
    selection_rate: 0.4302,
    true_positive_rate: 0.8287,
    false_positive_rate: 0.1611,
  },
];

export const limitedDisparity = reportOf(
  "assess-fairness",
  [
    finding({
      id: "demographic_parity_ratio/min/SEX",
      kind: "disparity",
      check: { metric: "demographic_parity_ratio", min: 0.8, by: ["SEX"] },
      severity: "block",
      outcome: "pass",
      observed: 0.8302,
      effect: { kind: "ratio", value: 0.8302, low: 0.7561, high: 0.9043, confidence: 0.95 },
      method: "log-ratio",
      n: 2000,
      why: "The disparity is within the stated limit: the smallest ratio of selection rates is 0.8302, at least 0.8 is wanted.",
    }),
    finding({
      id: "demographic_parity_ratio/min/RAC1P",
      kind: "disparity",
      check: { metric: "demographic_parity_ratio", min: 0.8, by: ["RAC1P"] },
      severity: "warn",
      outcome: "not-evaluable",
      reason: "zero-denominator",
      why: "The group RAC1P=4 has no row with a positive label, so its rate does not exist.",
      remedy: "Merge rare groups, or state a minimum size.",
    }),
  ],
  {
    summary: "The disparities by SEX are within the stated limits; one by RAC1P cannot be had.",
    measurements: { schema: "fairness/1", data: { columns: { SEX: { reference: "2", groups: byGroup } } } },
  },
);

export const unreadPredictions = reportError(
  { id: "assess-fairness", key: "employment", mode: null },
  {
    kind: "evidence",
    problems: [
      {
        message: 'The file "out/preds.parquet" is not there; predictions were wanted.',
        remedy: "Write the candidate's predictions before this step, or name another path.",
        path: ".github/ml-gates.yml",
        line: 9,
      },
    ],
  },
  { ...PROVENANCE, subject: SUBJECT },
);

/** The stories of the golden files. */
export const STORIES: Readonly<
  Record<string, { readonly reports: readonly GateReport[]; readonly missing: readonly string[] }>
> = {
  "everything-passes": { reports: [validData, sameModel], missing: [] },
  "the-model-is-worse": { reports: [validData, worseModel, limitedDisparity], missing: [] },
  "the-metric-sinks-again": { reports: [sunkMetric], missing: [] },
  "the-data-are-in-other-units": { reports: [invalidData, sameModel, limitedDisparity], missing: [] },
  "a-gate-did-not-run": { reports: [validData, sameModel, unreadPredictions], missing: ["promote-model"] },
  "nothing-reported": { reports: [], missing: ["compare-models"] },
};
