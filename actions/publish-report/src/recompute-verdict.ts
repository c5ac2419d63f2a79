/**
 * Reports of a fork's run, judged again as far as their numbers allow: by which rules they were judged, whether each
 * outcome follows from its numbers, and whether every gate of the base's rules is there. The numbers may be forged all
 * the same: the point of trust is the merge queue.
 *
 * @module
 */
import {
  applyWaivers,
  canonicalJson,
  digestOf,
  type Finding,
  type GateFile,
  type GateReport,
  parseGateFile,
  quote,
  reportError,
} from "@ml-gates/gate";
import { findContradictions, type Rules } from "./rejudge-limits.ts";

/** The gate file of the base commit. */
export interface BasePolicy {
  readonly path: string;
  readonly text: string;
}

/** The base's rules, read once. */
export interface BaseRules extends BasePolicy {
  readonly digest: string;
  readonly file: GateFile;
  /** ISO 8601 date: a waiver holds on the day it expires. */
  readonly today: string;
}

/** @throws InputError when the base's gate file is wrong: then nothing can be judged again. */
export function readRules(base: BasePolicy, today: string): BaseRules {
  return { ...base, today, digest: digestOf(base.text), file: parseGateFile(base, []) };
}

/** The gates that the base's gate file asks for. */
export function listAsked(base: BaseRules | null): readonly string[] {
  if (base === null) return [];
  const { data, drift, metrics, fairness } = base.file;
  return [
    ...(data.length === 0 ? [] : ["validate-data"]),
    ...(drift === null ? [] : ["detect-drift"]),
    ...(metrics === null ? [] : ["compare-models"]),
    ...(fairness === null ? [] : ["assess-fairness"]),
  ];
}

const JUDGING = ["validate-data", "detect-drift", "compare-models", "assess-fairness"];

/** The report, or that its gate did not run where it was judged by other rules or says what its numbers do not. */
export function recomputeVerdict(report: GateReport, base: BaseRules | null): GateReport {
  if (report.verdict === "error") return report;
  const isAsked = base !== null && JUDGING.includes(report.gate.id);
  const faults = isAsked ? judgeByBase(report, base) : [];
  const problems = [...faults, ...report.findings.flatMap(judgeAlone)].map((message) => ({
    message,
    remedy: REMEDY,
  }));
  if (problems.length === 0) return report;
  const { gate, tool, run, subject } = report;
  return reportError(gate, { kind: "evidence", problems }, { toolVersion: tool.version, run, subject });
}

const REMEDY =
  "Run the gates again on the base as it is now, with the gate file and not with inputs, and leave their reports as they are.";

function judgeByBase(report: GateReport, base: BaseRules): readonly string[] {
  const { policy, gate } = report;
  if (policy?.digest !== base.digest)
    return [
      `The report of ${gate.id} was judged by rules with digest ${quote(policy?.digest ?? null)}; the base's ${base.path} has ${base.digest}.`,
    ];
  const rules = rulesOf(gate.id, base.file);
  return [
    ...judgePolicy(report, base.file),
    ...judgeWaivers(report.findings, base),
    ...(rules === null ? [] : judgeRules(report, rules)),
    ...report.findings.flatMap((finding) => judgeDrift(finding, base.file)),
  ];
}

function rulesOf(gate: string, { metrics, fairness }: GateFile): Rules | null {
  if (gate === "compare-models") return metrics;
  return gate === "assess-fairness" ? fairness : null;
}

function judgeRules({ gate, findings }: GateReport, rules: Rules): readonly string[] {
  const mode =
    gate.mode === rules.mode
      ? []
      : [`The report of ${gate.id} was judged in mode ${gate.mode}; the base's rules say ${rules.mode}.`];
  return [...mode, ...findContradictions(findings, rules)];
}

/** What a verdict does to the job is the base's to say. */
function judgePolicy(report: GateReport, file: GateFile): readonly string[] {
  const { gate, verdict, blocks } = report;
  const reportOnly = report.reportOnly === true;
  if (reportOnly !== file.reportOnly)
    return [`The report of ${gate.id} and the base's rules do not agree on \`report-only\`.`];
  if (verdict !== "inconclusive" || blocks || reportOnly || file.inconclusive !== "fail") return [];
  return [
    `The report of ${gate.id} is inconclusive and lets the job go on; the base's rules say \`inconclusive: fail\`.`,
  ];
}

function judgeWaivers(findings: readonly Finding[], { file, today }: BaseRules): readonly string[] {
  const bare = findings.map((finding) => ({ ...finding, waiver: null }));
  const waived = applyWaivers(bare, file.waivers, today);
  return findings.flatMap(({ id, waiver }, index) => {
    const held = waived[index]?.waiver ?? null;
    if (waiver === null || canonicalJson({ ...waiver }) === canonicalJson(held && { ...held })) return [];
    return [`The finding ${quote(id)} has a waiver that the base's rules do not give it today.`];
  });
}

const ALPHA = 0.05;

/** A distance beyond its limit never passes, and with both keys it fails; the limit is the base's where it names one. */
function judgeDrift(
  { id, kind, check, outcome, observed, pAdjusted }: Finding,
  { drift }: GateFile,
): readonly string[] {
  const { metric, max, column } = check;
  if (kind !== "drift" || typeof max !== "number") return [];
  const named = (drift?.checks ?? []).filter(
    (each) =>
      each.metric === metric && (each.columns === null || each.columns.some((name) => name === column)),
  );
  if (named.length > 0 && named.every((each) => each.max !== max))
    return [`The finding ${quote(id)} was judged by the limit ${max}, which the base's rules do not have.`];
  const isBeyond = observed !== null && observed > max;
  const isSure = pAdjusted !== null && pAdjusted < ALPHA;
  if (!isBeyond || !(outcome === "pass" || (outcome === "inconclusive" && isSure))) return [];
  return [`The finding ${quote(id)} says ${outcome}, but ${observed} is beyond its limit of ${max}.`];
}

/** Without rules of the base: a pass beyond its own plain limit is none. */
function judgeAlone({ id, check, outcome, observed }: Finding): readonly string[] {
  if (outcome !== "pass" || observed === null) return [];
  const parts = id.split("/");
  const isBeyond = (kind: "min" | "max", beyond: (limit: number) => boolean): boolean => {
    const limit = check[kind];
    return parts.includes(kind) && typeof limit === "number" && beyond(limit);
  };
  if (!isBeyond("min", (limit) => observed < limit) && !isBeyond("max", (limit) => observed > limit))
    return [];
  return [`The finding ${quote(id)} says pass, but ${observed} is beyond its limit.`];
}
