/**
 * One scan to the joint counts of label and both decisions: what every metric of decisions is made of.
 *
 * @module
 */
import type { PairedTable, Slice } from "./pair-predictions.ts";
import type { QueryPlan } from "./paired-predictions.ts";
import { readCount, readNumber } from "./read-number.ts";
import { sliceIds } from "./slice-sums.ts";
import type { Row } from "./table.ts";

/** Rows of one label and one decision of each model, as positions in the classes from 0. */
export interface DecisionCell {
  readonly label: number;
  readonly candidate: number;
  /** Null without a baseline. */
  readonly baseline: number | null;
  readonly count: number;
  /** Sum of the rows' weights; the count without weights. */
  readonly weight: number;
  /** Sum of the squared weights. */
  readonly squares: number;
}

/** The cells of all rows (`slice: null`) or of one group. */
export interface DecisionCounts {
  readonly slice: Slice | null;
  readonly n: number;
  /** In the order of label, candidate, baseline. */
  readonly cells: readonly DecisionCell[];
  /**
   * With clusters: how many there are, and for two cells' positions the sum over clusters of the product of their
   * weights. Null when every row is a unit.
   */
  readonly clusters: {
    readonly units: number;
    readonly products: readonly { readonly a: number; readonly b: number; readonly product: number }[];
  } | null;
}

/**
 * Counts rows by label and decisions over all rows (first) and in every group.
 *
 * @example
 * planDecisionCounts({ pair: { candidate: { table: { from: "t", columns: [], rowNumber: "r" }, columns: { key: "k", label: "y", prediction: "p", score: "s", weight: null, positive: "1" }, by: [] }, baseline: null }, vocabulary: { classes: ["0"], groups: {} }, positive: null, slices: [] }).read([{ sid: 0, y: 1, p: 1, q: null, n: 3, w: 3, w2: 3 }])[0].cells[0].count; // => 3
 */
export function planDecisionCounts(paired: PairedTable): QueryPlan<readonly DecisionCounts[]> {
  const { candidate, baseline } = paired.pair;
  const cell = `y, p, ${baseline === null ? "NULL AS q" : "q"}`;
  const groups = candidate.by.map((_, index) => `g${index}, `).join("");
  const crossed = `SELECT ${groups}${cell}, count(*) AS n, sum(w) AS w, sum(w * w) AS w2 FROM pairs GROUP BY ALL`;
  return {
    sql:
      `SELECT sid, y, p, q, sum(n) AS n, sum(w) AS w, sum(w2) AS w2 ` +
      `FROM (SELECT *, unnest(${sliceIds(paired)}) AS sid FROM (${crossed})) GROUP BY ALL ORDER BY ALL`,
    read: (rows) => readCounts(rows, paired),
  };
}

/** The products of cells that share a cluster, by slice. */
export interface ClusterProducts {
  readonly sid: number;
  readonly units: number;
  readonly products: readonly { readonly a: string; readonly b: string; readonly product: number }[];
}

/**
 * The same counts with what clusters add: the products of the weights of every two cells that share a cluster.
 *
 * @example
 * addClusters([], []); // => []
 */
export function addClusters(
  counts: readonly DecisionCounts[],
  clusters: readonly ClusterProducts[],
): readonly DecisionCounts[] {
  return counts.map((each, index) => {
    const places = new Map(each.cells.map((cell, place) => [nameCell(cell), place]));
    const { units = 0, products = [] } = clusters[index] ?? {};
    const place = (name: string) => places.get(name) ?? -1;
    return {
      ...each,
      clusters: {
        units,
        products: products.map(({ a, b, product }) => ({ a: place(a), b: place(b), product })),
      },
    };
  });
}

function nameCell({ label, candidate, baseline }: DecisionCell): string {
  return `${label + 1}/${candidate + 1}/${baseline === null ? "" : baseline + 1}`;
}

/**
 * For every slice the clusters, and the sum over them of the product of any two cells' weights.
 *
 * @example
 * planClusterProducts({ pair: { candidate: { table: { from: "t", columns: [], rowNumber: "r" }, columns: { key: "k", label: "y", prediction: "p", score: "s", weight: null, positive: "1" }, by: [] }, baseline: null }, vocabulary: { classes: ["0"], groups: {} }, positive: null, slices: [] }).read([{ sid: 0, units: 2, a: "1/1/", b: "1/1/", product: 5 }])[0].units; // => 2
 */
export function planClusterProducts(paired: PairedTable): QueryPlan<readonly ClusterProducts[]> {
  const cell = `concat_ws('/', y, p, ${paired.pair.baseline === null ? "''" : "q"})`;
  const units =
    `SELECT sid, u, cell, sum(w) AS w FROM (SELECT u, w, ${cell} AS cell, unnest(${sliceIds(paired)}) AS sid ` +
    "FROM pairs) GROUP BY ALL";
  return {
    sql:
      `WITH v AS MATERIALIZED (${units}), k AS (SELECT sid, count(DISTINCT u) AS units FROM v GROUP BY sid) ` +
      "SELECT v.sid, any_value(k.units) AS units, v.cell AS a, o.cell AS b, sum(v.w * o.w) AS product " +
      "FROM v JOIN v o ON v.sid = o.sid AND v.u = o.u JOIN k ON k.sid = v.sid GROUP BY v.sid, a, b ORDER BY v.sid, a, b",
    read: (rows) =>
      [...splitBySlice(rows)].map(([sid, of]) => ({
        sid,
        units: readCount(of[0], "units"),
        products: of.map((row) => ({
          a: String(row["a"]),
          b: String(row["b"]),
          product: readNumber(row["product"]),
        })),
      })),
  };
}

function readCounts(rows: readonly Row[], { slices }: PairedTable): readonly DecisionCounts[] {
  const bySlice = splitBySlice(rows);
  const found: (readonly [number, readonly Row[]])[] = bySlice.size === 0 ? [[0, []]] : [...bySlice];
  return found.map(([sid, of]) => {
    const cells = of.map(readCell);
    return {
      slice: sid === 0 ? null : (slices[sid - 1] ?? null),
      n: cells.reduce((sum, { count }) => sum + count, 0),
      cells,
      clusters: null,
    };
  });
}

function splitBySlice(rows: readonly Row[]): ReadonlyMap<number, readonly Row[]> {
  const bySlice = new Map<number, Row[]>();
  for (const row of rows) {
    const sid = readCount(row, "sid");
    const of = bySlice.get(sid) ?? [];
    bySlice.set(sid, of);
    of.push(row);
  }
  return bySlice;
}

function readCell(row: Row): DecisionCell {
  return {
    label: readCount(row, "y") - 1,
    candidate: readCount(row, "p") - 1,
    baseline: row["q"] === null || row["q"] === undefined ? null : readCount(row, "q") - 1,
    count: readCount(row, "n"),
    weight: readNumber(row["w"]),
    squares: readNumber(row["w2"]),
  };
}
