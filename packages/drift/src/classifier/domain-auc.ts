/**
 * How well a model can tell the current rows from the reference's: drift that no single column may show.
 *
 * @module
 */
import { type Finding, finding, roundJudged } from "@ml-gates/gate";
import { detectable, mannWhitney, requiredN } from "@ml-gates/statistics";
import { seededRandom } from "../seeded-random.ts";
import { binFeature, type SampledColumn } from "./bin-features.ts";
import { type AdditiveModel, fitAdditive, scoreRow } from "./boost.ts";

/** Area under the ROC curve of the domain classifier, out of its training rows. */
export interface DomainAuc {
  /** 0.5: the sides cannot be told apart; 1: they can without a mistake. */
  readonly auc: number;
  readonly p: number;
  readonly rows: { readonly reference: number; readonly current: number };
  /** Columns by how much they tell, the most first. */
  readonly tells: readonly string[];
}

const SEED = 20_260_103;

/**
 * Trains on one half and scores the other, and the other way round. Given the trained half, the scored rows are
 * exchangeable when nothing has drifted, so each half has the null of Mann & Whitney (1947), one-sided; of the two p the
 * smaller counts, doubled.
 *
 * @param columns Of the reference's rows first, then of the current ones.
 *
 * @example
 * measureDomainAuc([{ name: "a", values: [1, 1, 1, 1, 9, 9, 9, 9] }], 4).auc; // => 1
 */
export function measureDomainAuc(columns: readonly SampledColumn[], reference: number): DomainAuc {
  const features = columns.map(binFeature);
  const rows = columns[0]?.values.length ?? 0;
  const isCurrent = Uint8Array.from({ length: rows }, (_, row) => (row < reference ? 0 : 1));
  const halves = halve(rows, reference);
  const tested = halves.map((test, index) => {
    const model = fitAdditive(features, isCurrent, halves[1 - index] ?? []);
    const scores = test.map((row) => ({
      score: scoreRow(model, features, row),
      current: isCurrent[row] === 1,
    }));
    return { model, ...compareScores(scores) };
  });
  return {
    auc: tested.reduce((sum, { auc }) => sum + auc, 0) / tested.length,
    p: Math.min(1, 2 * Math.min(...tested.map(({ p }) => p))),
    rows: { reference, current: rows - reference },
    tells: rankColumns(
      columns.map(({ name }) => name),
      tested.map(({ model }) => model),
    ),
  };
}

interface Scored {
  readonly score: number;
  readonly current: boolean;
}

/** Scores are rounded, so that what differs only in the order of a sum is a tie. */
function compareScores(scored: readonly Scored[]): { readonly auc: number; readonly p: number } {
  const levels = new Map<number, { reference: number; current: number }>();
  for (const { score, current } of scored) {
    const key = Number(score.toFixed(9));
    const level = levels.get(key) ?? { reference: 0, current: 0 };
    level[current ? "current" : "reference"] += 1;
    levels.set(key, level);
  }
  const counts = [...levels].sort(([left], [right]) => left - right).map(([, level]) => level);
  const pair = {
    reference: counts.map(({ reference }) => reference),
    current: counts.map(({ current }) => current),
  };
  const test = mannWhitney({ ...pair, alternative: "less" });
  if ("undefined" in test) return { auc: 0.5, p: 1 };
  const current = scored.filter((each) => each.current).length;
  return { auc: 1 - test.statistic / (current * (scored.length - current)), p: test.p };
}

/** Half of each side's rows, drawn at random. */
function halve(rows: number, reference: number): readonly [number[], number[]] {
  const random = seededRandom(SEED);
  const halves: readonly [number[], number[]] = [[], []];
  for (const [from, to] of [
    [0, reference],
    [reference, rows],
  ] as const) {
    const order = Array.from({ length: to - from }, (_, index) => ({ row: from + index, key: random() }));
    const shuffled = order.sort((left, right) => left.key - right.key);
    for (const [index, { row }] of shuffled.entries()) halves[index % 2 === 0 ? 0 : 1].push(row);
  }
  return halves;
}

function rankColumns(names: readonly string[], models: readonly AdditiveModel[]): readonly string[] {
  const weight = (index: number) =>
    models.reduce((sum, model) => sum + Math.max(0, ...(model[index] ?? []).map(Math.abs)), 0);
  return names
    .map((name, index) => ({ name, weight: weight(index) }))
    .filter((each) => each.weight > 0)
    .toSorted((left, right) => right.weight - left.weight)
    .map(({ name }) => name);
}

const ALPHA = 0.05;
const SHOWN = 5;

/** Of areas under no drift (Mann & Whitney 1947), in a half of the rows; the smaller of two p counts, doubled. */
function sizesOf(
  { reference, current }: DomainAuc["rows"],
  { limit, isOpen }: { readonly limit: number; readonly isOpen: boolean },
): Pick<Finding, "requiredN" | "detectable"> {
  const n = reference + current;
  const standardError = Math.sqrt((n / 2 + 1) / (3 * reference * current));
  const power = { standardError, blocking: HALVES };
  const rows = isOpen ? requiredN({ ...power, n, limit: limit - 0.5 }) : null;
  return {
    requiredN: rows !== null && rows > n ? rows : null,
    detectable: roundJudged(Math.min(1, 0.5 + detectable(power))),
  };
}

const HALVES = 2;

/** The finding: two keys, as for columns. */
export function judgeDomainAuc(measured: DomainAuc, limit: number): Finding {
  const { auc, p, rows, tells } = measured;
  const isBeyond = auc >= limit;
  const outcome = isBeyond ? (p < ALPHA ? "fail" : "inconclusive") : "pass";
  return finding({
    id: "classifier",
    kind: "drift",
    check: { metric: "classifier", max: limit },
    severity: "block",
    outcome,
    reason: outcome === "inconclusive" ? "not-significant" : null,
    observed: roundJudged(auc),
    effect: { kind: "value", value: roundJudged(auc), low: null, high: null, confidence: null },
    method: "domain-classifier-mann-whitney",
    p: roundJudged(p),
    n: rows.reference + rows.current,
    ...sizesOf(rows, { limit, isOpen: outcome === "inconclusive" }),
    why: `A model tells ${rows.current} current rows from ${rows.reference} of the reference with an AUC of ${auc.toFixed(3)}, drift from ${limit}; p = ${p.toPrecision(2)}${tells.length > 0 && outcome !== "pass" ? `; most by ${tells.slice(0, SHOWN).join(", ")}` : ""}.`,
    remedy:
      outcome === "pass"
        ? null
        : "Look at the columns it tells them apart by, and at how they move together.",
  });
}
