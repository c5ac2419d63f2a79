/**
 * Adds to every distribution its rows by cluster, so that whole clusters can be dealt out anew.
 *
 * @module
 */
import type { ClusterRows, Distribution } from "@ml-gates/drift";
import type { SqlEngine } from "@ml-gates/engines";
import { EvidenceError, quote } from "@ml-gates/gate";
import {
  type ClusteredColumn,
  type CountsByCluster,
  categoryColumn,
  MOST_CLUSTERS,
  planClusterCounts,
  type Table,
} from "@ml-gates/queries";
import type { Counted, Sides } from "./count-columns.ts";

const MOST_BINS = 50;

/** @throws EvidenceError when there are too many clusters to deal out, or too few. */
export async function addClusters(
  engine: SqlEngine,
  tables: Sides<Table>,
  { cluster, counted }: { readonly cluster: string | null; readonly counted: Counted },
): Promise<Counted> {
  if (cluster === null || counted.distributions.length === 0) return counted;
  const bins = counted.distributions.map(binsOf);
  const count = async (side: keyof Sides<Table>) => {
    const columns = counted.distributions.map(({ name }, index): ClusteredColumn => {
      const option = counted.settled.find((column) => column.name === name)?.option;
      if (option === undefined) throw new RangeError(`${name} was counted but not settled`);
      return { column: option[side], bins: bins[index] ?? [] };
    });
    const column = tables[side].columns.find(({ name }) => name === cluster);
    if (column === undefined) throw new RangeError(`the table has no column ${cluster}`);
    const plan = planClusterCounts({ table: tables[side], cluster: categoryColumn(column), columns });
    return plan.read(await engine.query(plan.sql));
  };
  const sides = { reference: await count("reference"), current: await count("current") };
  const keys = [...new Set([...sides.reference.keys(), ...sides.current.keys()])].sort();
  refuseTooMany(cluster, keys.length);
  return {
    ...counted,
    distributions: counted.distributions.map((distribution, index) => ({
      ...distribution,
      clusters: keys.map((key) => rowsOf(sides, key, index)),
    })),
  };
}

function rowsOf(sides: Sides<CountsByCluster>, key: string, index: number): ClusterRows {
  return {
    reference: sides.reference.get(key)?.[index] ?? [],
    current: sides.current.get(key)?.[index] ?? [],
  };
}

/** Every category; of numbers at most 50 upper edges, spread by rank. */
function binsOf({ numbers, categories }: Distribution): readonly (number | string)[] {
  if (numbers === null) return categories?.categories ?? [];
  const { values } = numbers;
  if (values.length <= MOST_BINS) return values;
  const edges = Array.from(
    { length: MOST_BINS },
    (_, bin) => values[Math.ceil(((bin + 1) * values.length) / MOST_BINS) - 1] ?? 0,
  );
  return [...new Set(edges)];
}

function refuseTooMany(cluster: string, clusters: number): void {
  if (clusters <= MOST_CLUSTERS) return;
  const message = `${quote(cluster)} has more than ${MOST_CLUSTERS} clusters: dealing them out anew would take too long.`;
  const remedy =
    "Name a coarser cluster, such as the day, or none: so many clusters behave almost as single rows do.";
  throw new EvidenceError([{ message, remedy }]);
}
