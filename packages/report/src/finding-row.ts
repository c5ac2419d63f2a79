/**
 * A finding as a row: its name, its numbers at the digits that tell them apart, its limit, its outcome in words.
 *
 * @module
 */
import {
  type Finding,
  isJsonObject,
  type JsonValue,
  LIMIT_KINDS,
  type LimitKind,
  roundJudged,
} from "@ml-gates/gate";
import { decimalsFor, formatChange, formatNumber, type Judged } from "./format-number.ts";
import { onceFor } from "./once-for.ts";

/** A finding's cells as plain text of strangers: every renderer escapes them for itself. */
export interface FindingRow {
  /** The metric, column or expectation; the finding's id where the check names none. */
  readonly name: string;
  /** Such as `SEX=1`; empty for all rows. */
  readonly slice: string;
  readonly baseline: string;
  readonly observed: string;
  /** Such as `0.777 … 0.813`; empty when there is none. */
  readonly observedInterval: string;
  /** Candidate less baseline, such as `-0.012`. */
  readonly change: string;
  readonly changeInterval: string;
  /** Such as `drop ≤ 0.01`. */
  readonly limit: string;
  readonly mark: string;
  /** Such as `fail`, `fail (warns)`, `fail, waived until 2027-01-31`. */
  readonly outcome: string;
  readonly finding: Finding;
}

/** How much a finding wants a reader: 0 stops the job, 4 wants none. */
export function rankFinding({ outcome, severity, waiver, reason }: Finding): number {
  if (outcome === "pass") return 4;
  if (outcome === "skipped") return reason === "no-baseline" ? 3 : 4;
  if (severity === "info") return 3;
  if (severity === "warn" || waiver !== null) return 2;
  return outcome === "inconclusive" ? 1 : 0;
}

/** Findings in the order of {@link rankFinding}; the report's own order is kept among equals. */
export function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((one, other) => rankFinding(one) - rankFinding(other));
}

/** Findings a reader must see: those that stop the job, then those that warn. */
export function findTroubles(findings: readonly Finding[]): readonly Finding[] {
  return sortFindings(findings).filter((each) => rankFinding(each) < 3);
}

/** Whether the finding compares numbers, and so belongs into the table of metrics. */
export function isMeasured({ kind, baseline, observed, outcome }: Finding): boolean {
  if (kind === "expectation" || kind === "requirement") return false;
  return baseline !== null || observed !== null || outcome === "not-evaluable";
}

/** The cells of one finding. Every renderer asks for the same ones. */
export const describeFinding = onceFor(describe);

function describe(finding: Finding): FindingRow {
  const { baseline, observed, effect } = finding;
  const limits = findLimits(finding);
  const shown = baseline === null && observed === null ? [effect?.value ?? null] : [baseline, observed];
  const decimals = decimalsFor(shown, judgedNumber(finding, limits));
  return {
    name: nameCheck(finding.check) ?? finding.id,
    slice: describeSlice(finding),
    baseline: formatNumber(baseline, decimals),
    observed: isShare(finding) ? formatShare(observed) : formatNumber(observed, decimals),
    observedInterval: isChange(finding) ? "" : describeInterval(finding, decimals),
    change: isChange(finding) ? formatChange(effect?.value ?? null, decimals) : "–",
    changeInterval: isChange(finding) ? describeInterval(finding, decimals) : "",
    limit: limits.map(sayLimit).join(", "),
    mark: markFinding(finding),
    outcome: sayOutcome(finding),
    finding,
  };
}

/** A number with its interval, if it has one; a narrow cell breaks between the two and not within. */
export function withInterval(number: string, interval: string): string {
  return interval === "" ? number : `${number} (${interval.replaceAll(" ", "\u00A0")})`;
}

const LIMIT_WORDS: Readonly<Record<LimitKind, string>> = {
  min: "≥",
  max: "≤",
  "max-drop": "drop ≤",
  "max-drop-rel": "drop ≤",
  "min-gain": "gain ≥",
  "max-gain": "gain ≤",
};

function sayLimit([kind, value]: NamedLimit): string {
  const bound = kind === "max-drop-rel" ? `${roundJudged(value * 100)} %` : String(value);
  return `${LIMIT_WORDS[kind]} ${bound}`.replaceAll(" ", "\u00A0");
}

/** A limit on the value is told apart from the observed value, a limit on the change from the change. */
function judgedNumber({ observed, effect }: Finding, limits: readonly NamedLimit[]): Judged | null {
  const [first] = limits;
  if (first === undefined) return null;
  const [kind, limit] = first;
  return { value: kind === "min" || kind === "max" ? observed : (effect?.value ?? null), limit };
}

const MARKS = ["❌", "❔", "⚠️", "➖", "✅"] as const;

function markFinding(finding: Finding): string {
  if (finding.outcome === "skipped") return "➖";
  return MARKS[rankFinding(finding)] ?? "➖";
}

function sayOutcome({ outcome, severity, waiver }: Finding): string {
  if (outcome === "pass" || outcome === "skipped") return outcome;
  if (waiver !== null) return `${outcome}, waived until ${waiver.expires}`;
  return severity === "block" ? outcome : `${outcome} (${severity === "warn" ? "warns" : "info"})`;
}

/** Whether the effect is candidate less baseline; else it is the observed value once more. */
export function isChange({ effect, baseline }: Finding): boolean {
  return effect?.kind === "difference" && baseline !== null;
}

function describeInterval({ effect }: Finding, decimals: number): string {
  if (effect === null || effect.low === null || effect.high === null) return "";
  return `${formatNumber(effect.low, decimals)} … ${formatNumber(effect.high, decimals)}`;
}

function isShare({ effect, observed }: Finding): boolean {
  return effect?.kind === "fraction" && effect.value === observed;
}

function formatShare(share: number | null): string {
  if (share === null) return "–";
  const percent = roundJudged(share * 100);
  return `${formatNumber(percent, decimalsFor([percent]))} %`;
}

type NamedLimit = readonly [LimitKind, number];

/** The limits this finding is about: the one its id names where the check holds several. */
function findLimits({ check, id }: Finding): readonly NamedLimit[] {
  const written = LIMIT_KINDS.flatMap((kind) => {
    const value = check[kind];
    return typeof value === "number" ? [[kind, value] as const] : [];
  });
  const parts = id.split("/");
  const named = written.filter(([kind]) => parts.includes(kind));
  return named.length === 0 ? written : named;
}

const NAMES = ["metric", "name", "expectation_type", "type"] as const;

/** A gate file's check, or an expectation of either generation with the column it is about. */
function nameCheck(check: Readonly<Record<string, JsonValue>>): string | null {
  const name = NAMES.map((key) => check[key]).find((value) => typeof value === "string");
  if (name === undefined) return null;
  const column = findColumn(check);
  return column === null ? name : `${column}: ${name}`;
}

function findColumn(check: Readonly<Record<string, JsonValue>>): string | null {
  const { kwargs } = check;
  const given = isJsonObject(kwargs) ? kwargs["column"] : check["column"];
  return typeof given === "string" ? given : null;
}

/** The group the finding is about; without one, what its id says beside metric and limit, such as the group column. */
function describeSlice({ slice, id, check }: Finding): string {
  if (slice !== null) {
    const groups = Object.entries(slice).map(([column, group]) => `${column}=${group}`);
    return groups.join(", ");
  }
  const [metric, ...rest] = id.split("/");
  if (check["metric"] !== metric) return "";
  return rest.filter((part) => !LIMIT_KINDS.some((kind) => kind === part)).join(", ");
}
