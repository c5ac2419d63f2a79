/**
 * Rankings by query: each query's gain or reciprocal rank for both models, then sums over queries.
 *
 * @module
 */
import type { PairedTable } from "./pair-predictions.ts";
import type { QueryPlan } from "./paired-predictions.ts";
import { planSliceSums, type SliceSums } from "./slice-sums.ts";

/** A metric of a ranking, at most `k` deep. */
export interface RankingMetric {
  readonly kind: "ndcg" | "mrr";
  readonly k: number | null;
}

/**
 * Sums over queries: `w` (weight of a query: that of its first row), `a` and `b` (weighted value of candidate and
 * baseline); the unit is the query, or the cluster its rows lie in. NDCG has the label as gain and 1 / log2(rank + 1) as discount, averaged over ties as
 * scikit-learn does; the reciprocal rank counts every row with the score of the first relevant one before it.
 *
 * @example
 * planRankingSums({ pair: { candidate: { table: { from: "t", columns: [], rowNumber: "r" }, columns: { key: "k", label: "y", prediction: null, score: "s", weight: null, query: "q", positive: "1" }, by: [] }, baseline: null }, vocabulary: { classes: null, groups: {} }, positive: null, slices: [] }, { kind: "ndcg", k: 10 }).read([{ sid: 0, n: 2, units: 2 }])[0].units; // => 2
 */
export function planRankingSums(paired: PairedTable, metric: RankingMetric): QueryPlan<readonly SliceSums[]> {
  const both = paired.pair.baseline !== null;
  const groups = paired.pair.candidate.by.map((_, index) => `g${index}`);
  const values = both ? { a: "x", b: "z" } : { a: "x" };
  const source =
    `SELECT r, coalesce(any_value(u), r) AS u, any_value(w) AS w, ${groups.map((group) => `any_value(${group}) AS ${group}, `).join("")}` +
    `max(gap) AS gap, ${Object.entries(values)
      .map(([name, score]) => `${rankingValue(metric, score)} AS v${name}`)
      .join(", ")} FROM (${rowsOf(groups, both)}) GROUP BY r`;
  const features = Object.fromEntries([
    ["w", "w"],
    ...Object.keys(values).map((name) => [name, `w * v${name}`]),
  ]);
  const names = Object.keys(features);
  return planSliceSums(paired, {
    from: `(${source})`,
    features,
    products: names.flatMap((a, index) => names.slice(index).map((b) => [a, b] as const)),
    unit: "u",
    largest: { gap: "gap" },
  });
}

/** Rows with the ranks of both scores and of the label within the query, ties by their mean gain. */
function rowsOf(groups: readonly string[], both: boolean): string {
  const rounded =
    `SELECT r, u, w, y, ${groups.map((group) => `${group}, `).join("")}round(s, 9) AS x` +
    `${both ? ", round(t, 9) AS z, abs(s - t) / greatest(1e-300, abs(s), abs(t)) AS gap" : ", 0 AS gap"} FROM pairs`;
  const ranks = (both ? ["x", "z"] : ["x"]).map(
    (score) =>
      `row_number() OVER (PARTITION BY r ORDER BY ${score} DESC) AS ${score}_rank, ` +
      `avg(y) OVER (PARTITION BY r, ${score}) AS ${score}_gain, ` +
      `count(*) OVER (PARTITION BY r ORDER BY ${score} DESC RANGE UNBOUNDED PRECEDING) AS ${score}_last`,
  );
  return `SELECT *, ${ranks.join(", ")}, row_number() OVER (PARTITION BY r ORDER BY y DESC) AS ideal FROM (${rounded})`;
}

function rankingValue({ kind, k }: RankingMetric, score: string): string {
  if (kind === "mrr") {
    const first = `min(${score}_last) FILTER (WHERE y > 0)`;
    const found = `CASE WHEN ${first} IS NULL THEN 0 ELSE 1.0 / ${first} END`;
    return k === null ? found : `CASE WHEN ${first} <= ${k} THEN 1.0 / ${first} ELSE 0 END`;
  }
  const within = (rank: string) => (k === null ? "" : ` FILTER (WHERE ${rank} <= ${k})`);
  const gain = (value: string, rank: string) => `sum(${value} / log2(${rank} + 1))${within(rank)}`;
  const ideal = gain("y", "ideal");
  return `CASE WHEN ${ideal} > 0 THEN ${gain(`${score}_gain`, `${score}_rank`)} / ${ideal} ELSE 0 END`;
}
