/**
 * The outcomes of metrics and disparities, decided once more from the numbers of their findings and the limits of the
 * base's rules: by the same two keys as in the gate, and in mode `prove` by the interval.
 *
 * @module
 */
import { type Check, canonicalJson, type Finding, type GateFile, type Limit, quote } from "@ml-gates/gate";
import { directionOf } from "@ml-gates/metrics";
import { prove, screen } from "@ml-gates/statistics";

/** What is wrong with findings that are about checks of these rules, one sentence each; none when all of it holds. */
export function findContradictions(findings: readonly Finding[], { checks, mode }: Rules): readonly string[] {
  const trials = findings.filter(isLimited).map((each) => toTrial(each, checks));
  const wrong = trials.filter((each) => typeof each === "string");
  const known = trials.filter((each) => typeof each !== "string");
  return [...wrong, ...listUnjudged(known, checks), ...rejudge(known, mode)];
}

/** The checks a gate is held to. */
export type Rules = Pick<NonNullable<GateFile["metrics"]>, "checks" | "mode">;

/** A finding beside the check and the limit it is about. */
interface Trial {
  readonly finding: Finding;
  readonly check: Check;
  readonly limit: Limit;
}

function isLimited({ kind, check }: Finding): boolean {
  return (kind === "metric" || kind === "disparity") && !("stated-in" in check);
}

/** The sentence that says why there is none: a limit that the base does not have decides nothing. */
function toTrial(finding: Finding, checks: readonly Check[]): Trial | string {
  const { id, severity } = finding;
  const written = canonicalJson(finding.check);
  const check = checks.find((each) => canonicalJson(each.written) === written);
  if (check === undefined)
    return `The finding ${quote(id)} was judged by a check that the base's rules do not have.`;
  const rest = id.startsWith(check.metric) ? id.slice(check.metric.length) : "";
  const [, kind] = /^(?: \([^)]*\))?\/([a-z-]+)(?:\/|$)/.exec(rest) ?? [];
  const limits = id.endsWith("/anchor") ? (check.anchor ?? []) : check.limits;
  const limit = limits.find((each) => each.kind === kind);
  if (limit === undefined) return `The finding ${quote(id)} is about none of its check's limits.`;
  if (severity !== check.severity)
    return `The finding ${quote(id)} has the severity ${severity}; its check has ${check.severity}.`;
  return { finding, check, limit };
}

/** A limit that no finding is about was left out: some groups may have no rows, all of a limit's findings may not. */
function listUnjudged(trials: readonly Trial[], checks: readonly Check[]): readonly string[] {
  const nameOf = ({ metric }: Check, { kind }: Limit): string => `${metric}/${kind}`;
  const judged = new Set(trials.map(({ check, limit }) => nameOf(check, limit)));
  const asked = checks.flatMap((check) => check.limits.map((limit) => nameOf(check, limit)));
  return [...new Set(asked)]
    .filter((name) => !judged.has(name))
    .map((name) => `The base's rules ask for ${quote(name)}, and no finding is about it.`);
}

const STRICTNESS: readonly Finding["outcome"][] = ["pass", "inconclusive", "fail"];

function rejudge(trials: readonly Trial[], mode: Rules["mode"]): readonly string[] {
  const weighed = trials.flatMap((trial) => weigh(trial) ?? []);
  const unmeasured = trials.filter(
    ({ finding: { outcome, observed } }) => outcome === "pass" && observed === null,
  );
  const screened = screen(
    weighed.map(({ trial, slack, p }) => ({
      breached: slack < 0,
      p,
      blocking: trial.check.severity === "block",
    })),
  );
  return [
    ...unmeasured.map(({ finding }) => `The finding ${quote(finding.id)} says pass, and gives no number.`),
    ...weighed.flatMap(({ trial: { finding, limit }, leastSlack }, index) => {
      const first = screened[index]?.outcome ?? "fail";
      const low = mode === "prove" ? leastSlack : null;
      const wanted = low === null ? first : prove({ screened: first, low, margin: 0 });
      if (!isLaxer(finding.outcome, wanted)) return [];
      const numbers = `baseline ${finding.baseline}, observed ${finding.observed}, p ${finding.p}, limit ${limit.kind} ${limit.value}`;
      return [
        `The finding ${quote(finding.id)} says ${finding.outcome}; its numbers say ${wanted} (${numbers}).`,
      ];
    }),
    ...weighed
      .filter(({ isStrange }) => isStrange)
      .map(({ trial: { finding } }) => {
        const { id, effect, baseline, observed } = finding;
        return `The finding ${quote(id)} says a change of ${effect?.value}, but ${observed} less ${baseline} is another.`;
      }),
  ];
}

function isLaxer(outcome: Finding["outcome"], wanted: Finding["outcome"]): boolean {
  return STRICTNESS.includes(outcome) && STRICTNESS.indexOf(outcome) < STRICTNESS.indexOf(wanted);
}

interface Weighed {
  readonly trial: Trial;
  /** How far inside the limit the number stands, and the least that its interval allows. */
  readonly slack: number;
  readonly leastSlack: number | null;
  readonly p: number | null;
  /** Whether the change is not what baseline and candidate make it. */
  readonly isStrange: boolean;
}

/** Numbers were rounded to twelve digits, and two ways to one change differ in more than the last ones. */
const [EPSILON, TOLERANCE] = [1e-9, 1e-6];

/** Null where the finding has no number, or where which way its metric points is for its files to say. */
function weigh(trial: Trial): Weighed | null {
  const { finding, limit, check } = trial;
  const { observed, baseline, effect, p } = finding;
  const isLevel = limit.kind === "min" || limit.kind === "max";
  const value = isLevel ? observed : (effect?.value ?? null);
  const sign = isLevel ? 1 : signOf(trial);
  if (observed === null || value === null || sign === null || (!isLevel && baseline === null)) return null;
  const before = baseline ?? 0;
  const scale = Math.max(Math.abs(value), Math.abs(observed), Math.abs(before));
  const inside = (number: number): number => {
    const slack = slackOf(sign * number, boundOf(limit, check, before), limit.kind);
    return Math.abs(slack) <= EPSILON * scale ? 0 : slack;
  };
  const difference = Math.abs(observed - before);
  return {
    trial,
    slack: inside(value),
    leastSlack: leastOf(finding, inside),
    p,
    isStrange: !isLevel && Math.abs(Math.abs(value) - difference) > TOLERANCE * Math.max(1, scale),
  };
}

function leastOf(
  { kind, effect, method, baseline, observed }: Finding,
  inside: (number: number) => number,
): number | null {
  // Models that agree on every row have no difference to be proven, and an interval all the same.
  const isIdentical = kind === "metric" && effect?.kind === "difference" && baseline === observed;
  if (method === null || effect === null || isIdentical) return null;
  const { low, high } = effect;
  return low === null || high === null ? null : Math.min(inside(low), inside(high));
}

/** Turns a change so that larger is better; the change of a disparity is a loss already. */
function signOf({ finding, check }: Trial): number | null {
  if (finding.kind === "disparity") return -1;
  const direction = check.direction ?? directionOf(check.metric);
  return direction === null ? null : direction === "higher" ? 1 : -1;
}

/** A trade may allow a larger loss: the numbers of a finding do not show whether it came about. */
function boundOf({ kind, value }: Limit, { unless }: Check, baseline: number): number {
  if (kind === "max-drop-rel") return value * Math.abs(baseline);
  return kind === "max-drop" ? Math.max(value, unless?.["max-drop"] ?? value) : value;
}

function slackOf(value: number, bound: number, kind: Limit["kind"]): number {
  if (kind === "max-drop" || kind === "max-drop-rel") return value + bound;
  return kind === "min" || kind === "min-gain" ? value - bound : bound - value;
}
