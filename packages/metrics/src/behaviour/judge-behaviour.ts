/**
 * Judges behaviour cases: one finding a group, with how many of its cases fail and which are the first.
 *
 * @module
 */
import { digestOf, type Finding, finding, roundJudged, type Severity } from "@ml-gates/gate";
import type { NamedPrediction } from "@ml-gates/queries";
import type { BehaviourCase } from "./behaviour-case.ts";

/** The cases, what the candidate predicts for their rows, and how to tell of them. */
export interface Behaviour {
  readonly cases: readonly BehaviourCase[];
  /** A row that stands twice here has no prediction. */
  readonly rows: readonly NamedPrediction[];
  readonly severity: Severity;
  /** Show keys as they are; as digests otherwise, since a key may be a person's. */
  readonly showIds: boolean;
}

/** Sums of doubles differ in their last digits: a miss smaller than this share of the numbers is none. */
const EPSILON = 1e-12;
const MOST_SAMPLES = 10;

/**
 * One requirement a group: it fails when a case of it does, and is not evaluable when a row is missing, stands twice or
 * has no prediction.
 *
 * @example
 * judgeBehaviour({ cases: [{ key: "7", group: "exact", wanted: { kind: "exact", prediction: "1" } }], rows: [{ key: "7", prediction: "0", score: null }], severity: "block", showIds: true })[0].samples; // => [{ row: null, value: "7" }]
 */
export function judgeBehaviour(behaviour: Behaviour): readonly Finding[] {
  const byKey = new Map<string, NamedPrediction | null>();
  for (const row of behaviour.rows) byKey.set(row.key, byKey.has(row.key) ? null : row);
  const groups = new Map<string, Judged[]>();
  for (const each of behaviour.cases) {
    const judged = groups.get(each.group) ?? [];
    judged.push({ key: each.key, ...judgeCase(each, byKey) });
    groups.set(each.group, judged);
  }
  return [...groups].map(([group, judged]) => tellGroup(group, judged, behaviour));
}

interface Judgement {
  readonly outcome: "pass" | "fail" | "not-evaluable";
  /** What was seen and what was wanted. */
  readonly told: string;
}
interface Judged extends Judgement {
  readonly key: string;
}

type Rows = ReadonlyMap<string, NamedPrediction | null>;

function judgeCase({ key, wanted }: BehaviourCase, rows: Rows): Judgement {
  const row = rows.get(key) ?? null;
  const other = "other" in wanted ? (rows.get(wanted.other) ?? null) : row;
  if (row === null || other === null)
    return { outcome: "not-evaluable", told: "a row is missing or stands twice" };
  if (wanted.kind === "exact") return equal(row.prediction, wanted.prediction);
  if (wanted.kind === "tolerance") return near(row.score, wanted.score, wanted.within);
  if (wanted.kind === "direction") return above(row.score, other.score, wanted.by);
  return wanted.within === null
    ? equal(row.prediction, other.prediction)
    : near(row.score, other.score, wanted.within);
}

function equal(seen: string | null, wanted: string | null): Judgement {
  if (seen === null || wanted === null) return NO_PREDICTION;
  return verdictOf(seen === wanted, `prediction ${seen}, wanted ${wanted}`);
}

function near(seen: number | null, wanted: number | null, within: number): Judgement {
  if (seen === null || wanted === null) return NO_SCORE;
  const distance = Math.abs(seen - wanted);
  const slack = EPSILON * Math.max(Math.abs(seen), Math.abs(wanted));
  return verdictOf(
    distance <= within + slack,
    `score ${show(seen)}, wanted ${show(wanted)} within ${within}`,
  );
}

function above(seen: number | null, other: number | null, by: number): Judgement {
  if (seen === null || other === null) return NO_SCORE;
  const least = other + by;
  const slack = EPSILON * Math.max(Math.abs(seen), Math.abs(least));
  return verdictOf(seen >= least - slack, `score ${show(seen)}, wanted at least ${show(least)}`);
}

const NO_PREDICTION: Judgement = { outcome: "not-evaluable", told: "a row has no prediction" };
const NO_SCORE: Judgement = { outcome: "not-evaluable", told: "a row has no finite score" };

function verdictOf(holds: boolean, told: string): Judgement {
  return { outcome: holds ? "pass" : "fail", told };
}

function show(value: number): string {
  return String(roundJudged(value));
}

function tellGroup(group: string, judged: readonly Judged[], { severity, showIds }: Behaviour): Finding {
  const failed = judged.filter(({ outcome }) => outcome === "fail");
  const unseen = judged.filter(({ outcome }) => outcome === "not-evaluable");
  const outcome = failed.length > 0 ? "fail" : unseen.length > 0 ? "not-evaluable" : "pass";
  const shown = failed.length > 0 ? failed : unseen;
  const name = (key: string) => (showIds ? key : digestOf(key).slice(0, "sha256:".length + 12));
  return finding({
    id: `behaviour/${group}`,
    kind: "requirement",
    check: { behaviour: group },
    severity,
    outcome,
    reason: outcome === "not-evaluable" ? "missing-prediction" : null,
    effect: { kind: "count", value: failed.length, low: null, high: null, confidence: null },
    n: judged.length,
    samples: shown.slice(0, MOST_SAMPLES).map(({ key }) => ({ row: null, value: name(key) })),
    why: tellWhy(group, { judged, failed, unseen }),
    remedy: outcome === "pass" ? null : REMEDIES[outcome],
  });
}

interface Told {
  readonly judged: readonly Judged[];
  readonly failed: readonly Judged[];
  readonly unseen: readonly Judged[];
}

function tellWhy(group: string, { judged, failed, unseen }: Told): string {
  const first = failed[0] ?? unseen[0];
  const all = judged.length === 1 ? "The one case" : `All ${judged.length} cases`;
  if (first === undefined) return `${all} of ${group} hold${judged.length === 1 ? "s" : ""}.`;
  const counts = [
    failed.length > 0 ? `${failed.length} of ${judged.length} cases of ${group} fail` : "",
    unseen.length > 0 ? `${unseen.length} of ${judged.length} cases of ${group} cannot be evaluated` : "",
  ].filter((part) => part !== "");
  return `${counts.join(", ")}; the first: ${first.told}.`;
}

const REMEDIES = {
  fail: "Look at the rows named; correct the model, or the cases on the base branch first.",
  "not-evaluable":
    "Score the rows of the cases file with the candidate too, each once, in the predictions file that is judged.",
} as const;
