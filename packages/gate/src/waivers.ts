/**
 * Waivers: a breach that somebody answers for, for a while. It stays a failure and is counted as a warning.
 *
 * @module
 */
import { type Finding, finding, type Waiver } from "./finding.ts";

/** A waiver of the gate file, with what it covers. */
export interface WaiverRule extends Waiver {
  /** The metric or disparity, as its check names it. */
  readonly metric: string;
  /** The group; null for all rows, and then for them alone. */
  readonly slice: Readonly<Record<string, string>> | null;
}

/**
 * The findings with waivers laid on those that fail by a plain breach, and one more finding for every waiver that is
 * expired, matches nothing or is not needed. Only a breach is waived: what is missing, contradictory or not comparable
 * is no risk that anybody can have weighed.
 *
 * @param today ISO 8601 date, UTC; a waiver holds on the day it expires.
 *
 * @example
 * applyWaivers([], [], "2026-01-01"); // => []
 */
export function applyWaivers(
  findings: readonly Finding[],
  waivers: readonly WaiverRule[],
  today: string,
): readonly Finding[] {
  const valid = waivers.filter(({ expires }) => expires >= today);
  const waived = findings.map((each) => {
    const found = isBreach(each) ? valid.find((waiver) => covers(waiver, each)) : undefined;
    if (found === undefined) return each;
    const { reason, owner, expires } = found;
    return { ...each, waiver: { reason, owner, expires } };
  });
  const judgedHere = waivers.filter(({ metric }) => findings.some(({ check }) => check["metric"] === metric));
  return [...waived, ...judgedHere.flatMap((waiver) => tellWaiver(waiver, findings, today) ?? [])];
}

/** Names shown of the findings that are waived; more are counted. */
const MOST_NAMES = 3;

/**
 * A summary that also says what is waived, by whom and until when.
 *
 * @example
 * summarizeWaived("f1 fell.", []); // => "f1 fell."
 */
export function summarizeWaived(summary: string, findings: readonly Finding[]): string {
  const waived = findings.flatMap(({ id, waiver }) =>
    waiver === null ? [] : [`${id} until ${waiver.expires} (${waiver.owner})`],
  );
  if (waived.length === 0) return summary;
  const more = waived.length > MOST_NAMES ? ` and ${waived.length - MOST_NAMES} more` : "";
  return `${summary.replace(/\.$/, "")}; waived: ${waived.slice(0, MOST_NAMES).join(", ")}${more}`;
}

function isBreach({ outcome, reason }: Finding): boolean {
  return outcome === "fail" && reason === null;
}

function covers({ metric, slice }: WaiverRule, { check, slice: group }: Finding): boolean {
  return check["metric"] === metric && nameSlice(slice) === nameSlice(group);
}

function nameSlice(slice: Readonly<Record<string, string>> | null): string {
  const parts = Object.entries(slice ?? {}).map(([column, value]) => `/${column}=${value}`);
  return parts.sort().join("");
}

/** Null for a waiver that does its work. */
function tellWaiver(waiver: WaiverRule, findings: readonly Finding[], today: string): Finding | null {
  const { metric, slice, owner, expires, reason } = waiver;
  const subject = `The waiver for ${metric}${nameSlice(slice).replaceAll("/", " in ")} (${owner}: ${reason})`;
  const told = {
    id: `waiver/${metric}${nameSlice(slice)}`,
    kind: "requirement" as const,
    check: { waiver: metric, expires },
    slice,
  };
  if (expires < today) {
    const why = `${subject} expired on ${expires}: it covers nothing any more.`;
    const remedy = `Remove it, or let ${owner} renew it on the base branch.`;
    return finding({ ...told, severity: "warn", outcome: "fail", reason: "waiver-expired", why, remedy });
  }
  const covered = findings.filter((each) => covers(waiver, each));
  if (covered.some(isBreach)) return null;
  const unmatched = covered.length === 0;
  const why = `${subject} ${unmatched ? "matches no finding" : "is not needed: nothing it covers is breached"}.`;
  return finding({
    ...told,
    severity: "info",
    outcome: "skipped",
    reason: unmatched ? "waiver-unmatched" : "waiver-unneeded",
    why,
    remedy: unmatched ? "Correct its `slice`, or remove it." : "Remove it.",
  });
}
