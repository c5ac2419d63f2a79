/**
 * What the facts of a column say beside its distance: more values missing, infinite ones, categories never seen.
 *
 * @module
 */
import { type DriftSection, type Finding, finding, roundJudged } from "@ml-gates/gate";
import {
  benjaminiHochberg,
  detectable,
  newcombeInterval,
  normalQuantile,
  requiredN,
  twoProportionTest,
} from "@ml-gates/statistics";
import { clusterError } from "./cluster-error.ts";
import { type ClusterRows, clusterPermutation } from "./cluster-test.ts";
import { ALPHA } from "./decide-trials.ts";
import type { Distribution, SettledColumn } from "./distribution.ts";
import { findUnseen } from "./paired-categories.ts";
import { total } from "./paired-counts.ts";
import { severityOf } from "./unjudged.ts";

/** A share of rows on both sides that must not change by more than a limit. */
interface ShareTrial {
  readonly column: Pick<SettledColumn, "name" | "role">;
  readonly what: "missing" | "unseen";
  readonly reference: { readonly successes: number; readonly trials: number };
  readonly current: { readonly successes: number; readonly trials: number };
  readonly max: number;
  readonly named: string;
  /** Rows outside and inside of the share, by cluster; null where rows are independent. */
  readonly clusters: readonly ClusterRows[] | null;
}

/** Judges the shares of missing values and of unseen categories: two keys, as distances; whole clusters where rows have some. */
export function judgeShares(
  columns: readonly SettledColumn[],
  distributions: readonly Distribution[],
  section: DriftSection,
): readonly Finding[] {
  const missing = columns.flatMap((column) => missingOf(column, section));
  const unseen = distributions.flatMap((column) => unseenOf(column, section));
  return [missing, unseen].flatMap((family) => {
    const tests = family.map(testShare);
    const qs = benjaminiHochberg(tests.map(({ p }) => p));
    return family.map((trial, index) => {
      const { p, method } = tests[index] ?? { p: 1, method: "pooled-z" };
      return reportShare(trial, { p, method, q: qs[index] ?? 1, family: family.length }, section);
    });
  });
}

function testShare({ clusters, reference, current }: ShareTrial): {
  readonly p: number;
  readonly method: string;
} {
  if (clusters === null) return twoProportionTest({ a: current, b: reference });
  return { p: clusterPermutation(clusters, "ordered"), method: "cluster-permutation" };
}

/** Columns without a gap on either side have nothing to tell. */
function missingOf({ name, role, facts, gaps }: SettledColumn, section: DriftSection): readonly ShareTrial[] {
  const [reference, current] = [facts.reference, facts.current].map(({ rows, present }) => ({
    successes: rows - present,
    trials: rows,
  }));
  if (!reference || !current || reference.successes + current.successes === 0) return [];
  if (Math.min(reference.trials, current.trials) < section.minimum) return [];
  const share = { reference, current, max: section.missing, named: "", clusters: gaps };
  return [{ column: { name, role }, what: "missing", ...share }];
}

function unseenOf(
  { name, role, categories, clusters }: Distribution,
  section: DriftSection,
): readonly ShareTrial[] {
  if (categories === null) return [];
  const unseen = findUnseen(categories);
  if (unseen.rows === 0) return [];
  const shown = unseen.categories.slice(0, 5).map((category) => JSON.stringify(category).slice(0, 60));
  const more = unseen.categories.length - shown.length;
  return [
    {
      column: { name, role },
      what: "unseen",
      reference: { successes: 0, trials: total(categories.reference) },
      current: { successes: unseen.rows, trials: total(categories.current) },
      max: section.unseen,
      named: `${shown.join(", ")}${more > 0 ? ` and ${more} more` : ""}`,
      clusters: clusters === null ? null : divideUnseen(clusters),
    },
  ];
}

/** Each cluster's rows of categories that the reference has, and of those it lacks. */
function divideUnseen(clusters: readonly ClusterRows[]): readonly ClusterRows[] {
  const seen = new Set(
    clusters.flatMap(({ reference }) => reference.flatMap((count, bin) => (count > 0 ? [bin] : []))),
  );
  const halves = (counts: readonly number[]) => {
    const unseen = counts.reduce((sum, count, bin) => sum + (seen.has(bin) ? 0 : count), 0);
    return [total(counts) - unseen, unseen];
  };
  return clusters.map(({ reference, current }) => ({
    reference: halves(reference),
    current: halves(current),
  }));
}

interface Judging {
  readonly p: number;
  readonly q: number;
  readonly method: string;
  /** How many shares are adjusted together. */
  readonly family: number;
}

function reportShare(trial: ShareTrial, { p, q, method, family }: Judging, section: DriftSection): Finding {
  const { column, what, reference, current, max } = trial;
  const [before, after] = [reference, current].map(({ successes, trials }) => successes / trials);
  const change = (after ?? 0) - (before ?? 0);
  const isBeyond = Math.abs(change) >= max && change !== 0;
  const outcome = isBeyond ? (q < ALPHA ? "fail" : "inconclusive") : "pass";
  return finding({
    id: `${column.name}/${what}`,
    kind: "drift",
    check: { column: column.name, [what]: max },
    severity: severityOf(column.name, column.role, section),
    source: section.source,
    outcome,
    reason: outcome === "inconclusive" ? "not-significant" : null,
    baseline: roundJudged(before ?? 0),
    observed: roundJudged(after ?? 0),
    effect: { kind: "difference", value: roundJudged(change), ...intervalOf(trial) },
    method,
    p: roundJudged(p),
    pAdjusted: roundJudged(q),
    n: reference.trials + current.trials,
    ...sizesOf(trial, { family, isOpen: outcome === "inconclusive" }),
    why: tellShare(trial, { before: before ?? 0, after: after ?? 0, outcome, q }),
    remedy: outcome === "pass" ? null : REMEDIES[what],
  });
}

const CONFIDENCE = 0.95;

function intervalOf({ reference, current, clusters }: ShareTrial) {
  const change = current.successes / current.trials - reference.successes / reference.trials;
  const half = clusters === null ? 0 : normalQuantile((1 + CONFIDENCE) / 2) * clusterError(clusters);
  const { low, high } =
    clusters === null
      ? newcombeInterval({ a: current, b: reference, confidence: CONFIDENCE })
      : { low: Math.max(-1, change - half), high: Math.min(1, change + half) };
  return { low: roundJudged(low), high: roundJudged(high), confidence: CONFIDENCE };
}

/** The rows at which a breach is itself significant, and the least change that these show; two-sided. */
function sizesOf(
  { reference, current, clusters, max }: ShareTrial,
  { family, isOpen }: { readonly family: number; readonly isOpen: boolean },
): Pick<Finding, "requiredN" | "detectable"> {
  const n = reference.trials + current.trials;
  const pooled = (reference.successes + current.successes) / n;
  const spread = pooled * (1 - pooled) * (1 / reference.trials + 1 / current.trials);
  const standardError = clusters === null ? Math.sqrt(spread) : clusterError(clusters);
  const power = { standardError, blocking: family, alpha: ALPHA / 2 };
  const rows = isOpen ? requiredN({ ...power, n, limit: max }) : null;
  return {
    requiredN: rows !== null && rows > n ? rows : null,
    detectable: standardError === 0 ? null : roundJudged(detectable(power)),
  };
}

const REMEDIES = {
  missing: "Look at the join or job that fills the column.",
  unseen: "Teach the encoding the new categories and retrain, or map them to known ones.",
} as const;

function tellShare(
  { column, what, max, named }: ShareTrial,
  seen: { readonly before: number; readonly after: number; readonly outcome: string; readonly q: number },
): string {
  const percent = (share: number) => `${(100 * share).toPrecision(3)} %`;
  const words =
    what === "missing"
      ? `${percent(seen.before)} of the reference and ${percent(seen.after)} of the current rows have no value`
      : `${percent(seen.after)} of the current values are of categories the reference lacks (${named})`;
  const decision = { pass: "within", fail: "beyond", inconclusive: "beyond, but noise could do that:" }[
    seen.outcome as "pass" | "fail" | "inconclusive"
  ];
  return `${column.name}: ${words}; ${decision} the limit of ${percent(max)} (q = ${seen.q.toPrecision(2)}).`;
}

/** Infinite values are left out of every distance, so a column that begins to have them is told apart. */
export function judgeInfinite(columns: readonly SettledColumn[], section: DriftSection): readonly Finding[] {
  return columns.flatMap(({ name, role, facts: { reference, current } }) => {
    if (reference.infinite + current.infinite === 0) return [];
    const isNew = reference.infinite === 0;
    return [
      finding({
        id: `${name}/infinite`,
        kind: "drift",
        check: { column: name },
        severity: severityOf(name, role, section),
        source: section.source,
        outcome: isNew ? "fail" : "pass",
        baseline: reference.infinite,
        observed: current.infinite,
        n: reference.rows + current.rows,
        why: `${name} has ${reference.infinite} infinite values in the reference and ${current.infinite} in the current data; distances leave them out.`,
        remedy: isNew ? "Look for a division by zero where the column is made." : null,
      }),
    ];
  });
}
