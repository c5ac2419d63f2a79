/**
 * Counts the columns of two tables in SQL: facts first, then distinct values where they can be sorted, bins and
 * categories of all columns in one scan a side.
 *
 * @module
 */
import {
  chooseEdges,
  type Distribution,
  findUnjudged,
  type PlannedColumn,
  pairCategories,
  pairCounts,
  type SettledColumn,
  settleColumn,
} from "@ml-gates/drift";
import type { SqlEngine } from "@ml-gates/engines";
import {
  type ColumnFacts,
  type MeasuredColumn,
  planBinCounts,
  planCategoryCounts,
  planColumnFacts,
  planValueCounts,
  planValueSample,
  type Table,
} from "@ml-gates/queries";

/** A table on each side. */
export interface Sides<Side> {
  readonly reference: Side;
  readonly current: Side;
}

/** What is counted, and from how many rows on values are counted in bins. */
export interface Counting {
  readonly tables: Sides<Table>;
  readonly planned: readonly PlannedColumn[];
  readonly minimum: number;
  readonly mostSorted: number;
}

/** Both sides of every column: settled, and counted where it can be judged. */
export interface Counted {
  readonly settled: readonly SettledColumn[];
  readonly distributions: readonly Distribution[];
}

const SAMPLED_ROWS = 4000;

/** Runs one statement after the other: each takes the engine's whole memory. */
export async function countColumns(engine: SqlEngine, counting: Counting): Promise<Counted> {
  const settled = await settleColumns(engine, counting);
  const judged = settled.filter((column) => findUnjudged(column, counting.minimum) === null);
  const numbers = judged.filter(({ option }) => option.reference.scale === "number");
  const categories = judged.filter(({ option }) => option.reference.scale === "category");
  const rowsOf = ({ facts }: SettledColumn) => Math.max(facts.reference.present, facts.current.present);
  const sorted = numbers.filter((column) => rowsOf(column) <= counting.mostSorted);
  const binned = numbers.filter((column) => rowsOf(column) > counting.mostSorted);
  const counted = [
    ...(await countSorted(engine, counting, sorted)),
    ...(await countBins(engine, counting, binned)),
    ...(await countCategories(engine, counting, categories)),
  ];
  const byName = new Map(counted.map((distribution) => [distribution.name, distribution]));
  return { settled, distributions: judged.flatMap(({ name }) => byName.get(name) ?? []) };
}

/** Asks both sides the same. */
async function askSides<Answer>(
  engine: SqlEngine,
  {
    reference,
    current,
  }: Sides<{ readonly sql: string; read(rows: Awaited<ReturnType<SqlEngine["query"]>>): Answer }>,
): Promise<Sides<Answer>> {
  return {
    reference: reference.read(await engine.query(reference.sql)),
    current: current.read(await engine.query(current.sql)),
  };
}

async function settleColumns(
  engine: SqlEngine,
  { tables, planned }: Counting,
): Promise<readonly SettledColumn[]> {
  const options = planned.flatMap((column) => column.options);
  const facts = await askSides<readonly ColumnFacts[]>(engine, {
    reference: planColumnFacts(
      tables.reference,
      options.map(({ reference }) => reference),
    ),
    current: planColumnFacts(
      tables.current,
      options.map(({ current }) => current),
    ),
  });
  let at = 0;
  return planned.flatMap((column) => {
    const pairs = column.options.flatMap(() => {
      const [reference, current] = [facts.reference[at], facts.current[at]];
      at += 1;
      return reference === undefined || current === undefined ? [] : [{ reference, current }];
    });
    return settleColumn(column, pairs) ?? [];
  });
}

async function countSorted(
  engine: SqlEngine,
  { tables }: Counting,
  columns: readonly SettledColumn[],
): Promise<readonly Distribution[]> {
  const counted: Distribution[] = [];
  for (const column of columns) {
    const { reference, current } = await askSides(engine, {
      reference: planValueCounts(tables.reference, column.option.reference),
      current: planValueCounts(tables.current, column.option.current),
    });
    counted.push({ ...describe(column), numbers: pairCounts(reference, current), categories: null });
  }
  return counted;
}

async function countBins(
  engine: SqlEngine,
  { tables }: Counting,
  columns: readonly SettledColumn[],
): Promise<readonly Distribution[]> {
  if (columns.length === 0) return [];
  const everyNth = (side: keyof Sides<Table>) => ({
    table: tables[side],
    columns: columns.map(({ option }) => option[side]),
    every: Math.max(1, Math.floor(Math.max(...columns.map(({ facts }) => facts[side].rows)) / SAMPLED_ROWS)),
  });
  const samples = await askSides(engine, {
    reference: planValueSample(everyNth("reference")),
    current: planValueSample(everyNth("current")),
  });
  const chosen = columns.map(({ facts, option }, index) =>
    chooseEdges({
      facts,
      whole: option.whole,
      sample: [...(samples.reference[index] ?? []), ...(samples.current[index] ?? [])],
    }),
  );
  const bins = (side: keyof Sides<Table>) =>
    columns.map(({ option, facts }, index) => ({
      // Looking for infinite values again costs a fifth of the scan.
      column: { ...option[side], infinite: facts[side].infinite > 0 },
      edges: chosen[index]?.edges ?? [],
    }));
  const counts = await askSides(engine, {
    reference: planBinCounts(tables.reference, bins("reference")),
    current: planBinCounts(tables.current, bins("current")),
  });
  return columns.map((column, index) => {
    const { edges = [], exact = false, lowest = 0 } = chosen[index] ?? {};
    const [reference = [], current = []] = [counts.reference[index], counts.current[index]];
    refuseLost(column, { reference, current });
    return {
      ...describe(column),
      numbers: { values: edges, reference, current, exact, lowest },
      categories: null,
    };
  });
}

/** Every finite value lies in a bin, since the last edge is the highest value: anything else is our defect. */
function refuseLost({ name, facts }: SettledColumn, counts: Sides<readonly number[]>): void {
  for (const side of ["reference", "current"] as const) {
    const counted = counts[side].reduce((sum, count) => sum + count, 0);
    const present = facts[side].present - facts[side].infinite;
    if (counted !== present) throw new RangeError(`${present} values of ${name} were counted as ${counted}`);
  }
}

async function countCategories(
  engine: SqlEngine,
  { tables }: Counting,
  columns: readonly SettledColumn[],
): Promise<readonly Distribution[]> {
  if (columns.length === 0) return [];
  const plan = (side: keyof Sides<Table>) =>
    planCategoryCounts(
      tables[side],
      columns.map(({ option }): MeasuredColumn => option[side]),
    );
  const counts = await askSides(engine, { reference: plan("reference"), current: plan("current") });
  return columns.map((column, index) => ({
    ...describe(column),
    numbers: null,
    categories: pairCategories(counts.reference[index] ?? new Map(), counts.current[index] ?? new Map()),
  }));
}

function describe({ name, role, facts, gaps, option }: SettledColumn) {
  return { name, role, facts, gaps, kind: option.kind, clusters: null };
}
