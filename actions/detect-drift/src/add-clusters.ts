/**
 * Adds to every distribution its rows by cluster, so that whole clusters can be dealt out anew.
 *
 * @module
 */
import type { ClusterRows, Distribution, PairedCategories, SettledColumn } from "@ml-gates/drift";
import type { SqlEngine } from "@ml-gates/engines";
import { EvidenceError, quote } from "@ml-gates/gate";
import {
  type ClusterCounts,
  type ClusteredColumn,
  type CountsByCluster,
  categoryColumn,
  MOST_CLUSTERS,
  planClusterCounts,
  type Table,
} from "@ml-gates/queries";
import type { Counted, Sides } from "./count-columns.ts";

const MOST_BINS = 50;
const MOST_CATEGORIES = 100;

/** @throws EvidenceError when there are too many clusters to deal out. */
export async function addClusters(
  engine: SqlEngine,
  tables: Sides<Table>,
  { cluster, counted }: { readonly cluster: string | null; readonly counted: Counted },
): Promise<Counted> {
  if (cluster === null || counted.settled.length === 0) return counted;
  const gapped = counted.settled.filter(hasGaps);
  const bins = counted.distributions.map(binsOf);
  const count = async (side: keyof Sides<Table>) => {
    const columns = counted.distributions.map(({ name }, index): ClusteredColumn => {
      const option = counted.settled.find((column) => column.name === name)?.option;
      if (option === undefined) throw new RangeError(`${name} was counted but not settled`);
      return { column: option[side], bins: bins[index] ?? [] };
    });
    const column = tables[side].columns.find(({ name }) => name === cluster);
    if (column === undefined) throw new RangeError(`the table has no column ${cluster}`);
    const gaps = gapped.map(({ option }) => option[side]);
    const plan = planClusterCounts({ table: tables[side], cluster: categoryColumn(column), columns, gaps });
    return plan.read(await engine.query(plan.sql));
  };
  const sides = { reference: await count("reference"), current: await count("current") };
  refuseClusterless(cluster, sides);
  const [reference, current] = [sides.reference.clusters, sides.current.clusters];
  const keys = [...new Set([...reference.keys(), ...current.keys()])].sort();
  refuseTooMany(cluster, keys.length);
  const rowsOf = (counts: (cluster: ClusterCounts) => readonly number[] | undefined) =>
    keys.map((key): ClusterRows => {
      const [before, after] = [reference.get(key), current.get(key)];
      return { reference: (before && counts(before)) ?? [], current: (after && counts(after)) ?? [] };
    });
  return {
    settled: counted.settled.map((column) => {
      const index = gapped.indexOf(column);
      return index < 0 ? column : { ...column, gaps: rowsOf(({ gaps }) => gaps[index]) };
    }),
    distributions: counted.distributions.map((distribution, index) => ({
      ...distribution,
      clusters: rowsOf(({ histograms }) => histograms[index]),
    })),
  };
}

function hasGaps({ facts: { reference, current } }: SettledColumn): boolean {
  return reference.present < reference.rows || current.present < current.rows;
}

/** The most frequent categories, the rest together; of numbers at most 50 upper edges, spread by rank. */
function binsOf({ numbers, categories }: Distribution): ClusteredColumn["bins"] {
  if (numbers === null) return categories === null ? [] : poolCategories(categories);
  const { values } = numbers;
  if (values.length <= MOST_BINS) return values;
  const edges = Array.from(
    { length: MOST_BINS },
    (_, bin) => values[Math.ceil(((bin + 1) * values.length) / MOST_BINS) - 1] ?? 0,
  );
  return [...new Set(edges)];
}

/** What the reference lacks stays apart from what it has: shares of unseen categories are counted from the bins. */
function poolCategories({ categories, reference, current }: PairedCategories): ClusteredColumn["bins"] {
  const ranked = categories
    .map((name, index) => ({ name, before: reference[index] ?? 0, after: current[index] ?? 0 }))
    .toSorted((left, right) => right.before + right.after - left.before - left.after);
  const rest = ranked.slice(MOST_CATEGORIES);
  const pooled = [rest.filter(({ before }) => before > 0), rest.filter(({ before }) => before === 0)];
  return [
    ...ranked.slice(0, MOST_CATEGORIES).map(({ name }) => [name]),
    ...pooled.filter(({ length }) => length > 0).map((each) => each.map(({ name }) => name)),
  ];
}

/** Rows of no cluster would count in the distance and not in its p. */
function refuseClusterless(cluster: string, { reference, current }: Sides<CountsByCluster>): void {
  const rows = reference.clusterless + current.clusterless;
  if (rows === 0) return;
  const message = `${rows} rows have no value in ${quote(cluster)}: nobody knows what they belong together with.`;
  const remedy = "Write the cluster of every row, a name of its own for one that is alone.";
  throw new EvidenceError([{ message, remedy }]);
}

function refuseTooMany(cluster: string, clusters: number): void {
  if (clusters <= MOST_CLUSTERS) return;
  const message = `${quote(cluster)} has more than ${MOST_CLUSTERS} clusters: dealing them out anew would take too long.`;
  const remedy =
    "Name a coarser cluster, such as the day, or none: so many clusters behave almost as single rows do.";
  throw new EvidenceError([{ message, remedy }]);
}
