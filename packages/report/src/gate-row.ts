/**
 * The first table of every rendering: one row per gate, the worst first, what did not run among them.
 *
 * @module
 */
import { type Finding, type GateReport, type Outcome, VERDICTS, type Verdict } from "@ml-gates/gate";
import { nameReport, type Overall } from "./expected-reports.ts";
import { describeLeg } from "./merge-reports.ts";

/** One gate's line in a verdict table. */
export interface GateRow {
  readonly name: string;
  readonly verdict: Verdict;
  readonly blocks: boolean;
  /** Such as `1 fail, 3 pass`; empty when the gate did not run. */
  readonly counts: string;
  readonly summary: string;
  /** Null for a gate that left no report here. */
  readonly report: GateReport | null;
  /** `here`: by this job; `nowhere`: it left no report; `elsewhere`: by another job, whose row stands in the comment. */
  readonly told: "here" | "nowhere" | "elsewhere";
}

/** What each verdict is called, with a mark that says the same. `error` is said as what it means. */
export const VERDICT_WORDS: Readonly<Record<Verdict, { readonly mark: string; readonly word: string }>> = {
  error: { mark: "🚫", word: "did not run" },
  fail: { mark: "❌", word: "fail" },
  inconclusive: { mark: "❔", word: "inconclusive" },
  warn: { mark: "⚠️", word: "warn" },
  pass: { mark: "✅", word: "pass" },
};

/** Causes before effects: wrong data make a worse model. */
const CHAIN: readonly string[] = ["validate-data", "detect-drift", "compare-models", "assess-fairness"];

/** All gates, those that need a reader first; among equals in the order of the chain. */
export function listGates(reports: readonly GateReport[], missing: readonly string[]): readonly GateRow[] {
  const model = soleModel(reports);
  const rows = [...missing.map(describeMissing), ...reports.map((report) => describeReport(report, model))];
  return sortRows(rows);
}

/** Those that need a reader first; among equals in the order of the chain. */
export function sortRows(rows: readonly GateRow[]): readonly GateRow[] {
  return rows.toSorted((one, other) => orderOf(one) - orderOf(other));
}

function orderOf({ verdict, name }: GateRow): number {
  const place = CHAIN.findIndex((id) => name === id || name.startsWith(`${id}.`));
  return VERDICTS.indexOf(verdict) * (CHAIN.length + 1) + (place === -1 ? CHAIN.length : place);
}

/**
 * Counts by outcome, the worst first.
 *
 * @example
 * countOutcomes([{ outcome: "pass" }, { outcome: "fail" }, { outcome: "pass" }]); // => "1 fail, 2 pass"
 */
export function countOutcomes(findings: readonly Pick<Finding, "outcome">[]): string {
  const counts: Record<Outcome, number> = {
    fail: 0,
    "not-evaluable": 0,
    inconclusive: 0,
    skipped: 0,
    pass: 0,
  };
  for (const { outcome } of findings) counts[outcome] += 1;
  return Object.entries(counts)
    .filter(([, count]) => count !== 0)
    .map(([outcome, count]) => `${count} ${outcome}`)
    .join(", ");
}

/**
 * What all gates came to, in one sentence.
 *
 * @example
 * summariseReports([], ["compare-models"]); // => "1 gate did not run (compare-models)."
 */
export function summariseReports(reports: readonly GateReport[], missing: readonly string[]): string {
  return summariseRows(listGates(reports, missing));
}

/** As {@link summariseReports}, of rows. */
export function summariseRows(rows: readonly GateRow[]): string {
  const said = VERDICTS.map((verdict) => sayVerdict(verdict, rows)).filter((each) => each !== null);
  return said.length === 0 ? "No gate reported." : `${said.join(", ")}.`;
}

/** Whether the run as a whole stops the job, in words. */
export function sayBlocks({ blocks }: Overall): string {
  return blocks ? "stops here" : "may go on";
}

/** A verdict as the headline of several gates. */
export function sayOverall(verdict: Verdict): string {
  return verdict === "error" ? "not everything ran" : VERDICT_WORDS[verdict].word;
}

const VERBS: Readonly<Record<Verdict, readonly [string, string]>> = {
  error: ["did not run", "did not run"],
  fail: ["fails", "fail"],
  inconclusive: ["is inconclusive", "are inconclusive"],
  warn: ["warns", "warn"],
  pass: ["passes", "pass"],
};

const NAMED = 3;

function sayVerdict(verdict: Verdict, rows: readonly GateRow[]): string | null {
  const names = rows.filter((row) => row.verdict === verdict).map((row) => row.name);
  if (names.length === 0) return null;
  const [one, many] = VERBS[verdict];
  const count = names.length === 1 ? `1 gate ${one}` : `${names.length} gates ${many}`;
  if (verdict === "pass") return count;
  return `${count} (${names.slice(0, NAMED).join(", ")}${names.length > NAMED ? ", …" : ""})`;
}

/** The model all reports are about; null where there are several, or none. */
export function soleModel(reports: readonly GateReport[]): string | null {
  const [model, ...others] = new Set(reports.flatMap((report) => report.subject.model ?? []));
  return model === undefined || others.length > 0 ? null : model;
}

/** The model's name stands in the headline: as a key it would only repeat itself in every row. */
function describeReport(report: GateReport, model: string | null): GateRow {
  const { verdict, blocks, summary, findings, gate } = report;
  const leg = describeLeg(report.run.leg);
  const gateName = gate.key === model ? gate.id : nameReport(report);
  const name = leg === "" ? gateName : `${gateName} [${leg}]`;
  return { name, verdict, blocks, counts: countOutcomes(findings), summary, report, told: "here" };
}

function describeMissing(name: string): GateRow {
  const summary = "No report of this gate was found, and it is expected to run.";
  return { name, verdict: "error", blocks: true, counts: "", summary, report: null, told: "nowhere" };
}
