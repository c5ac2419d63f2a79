/**
 * Opens reference and current data and counts their columns, over all rows and in each group.
 *
 * @module
 */
import {
  type CountedColumns,
  findUnknownNames,
  type PeerColumn,
  type PlannedColumn,
  planColumns,
  type Slice,
  type UnplannedColumn,
} from "@ml-gates/drift";
import type { OpenedTable, SqlEngine } from "@ml-gates/engines";
import { type DriftSection, type Evidence, EvidenceError, quote } from "@ml-gates/gate";
import { categoryColumn, planCategoryCounts, rowsOfGroup } from "@ml-gates/queries";
import { asPeersSee, countAsPeer } from "./compare-as-peer.ts";
import { countColumns, type Sides } from "./count-columns.ts";

/** A section whose two sides are named. */
export interface ComparedSection extends DriftSection {
  readonly reference: string;
  readonly current: string;
}

/** What was counted, with the origin the report states. */
export interface ComparedTables {
  readonly unplanned: readonly UnplannedColumn[];
  readonly counted: readonly CountedColumns[];
  /** Null unless a peer's verdict is asked for; then nothing else is counted. */
  readonly peer: readonly PeerColumn[] | null;
  readonly evidence: readonly Evidence[];
}

/** Up to this many rows a side all distinct values are sorted; beyond, they are counted in bins. */
const MOST_SORTED = 100_000;
const MOST_GROUPS = 50;

/** @throws EvidenceError when a file cannot be read, or lacks a column that is named. */
export async function compareTables(engine: SqlEngine, section: ComparedSection): Promise<ComparedTables> {
  const tables = {
    reference: await engine.open({ path: section.reference }),
    current: await engine.open({ path: section.current }),
  };
  refuseUnknownNames(section, tables);
  const apart = section.cluster === null ? [] : [section.cluster];
  const columns = planColumns({ ...tables, columns: section.columns, apart });
  const planned = columns.filter((column): column is PlannedColumn => "options" in column);
  const found = {
    unplanned: columns.filter((column): column is UnplannedColumn => !("options" in column)),
    evidence: [
      tell("reference", section.reference, tables.reference),
      tell("current", section.current, tables.current),
    ],
  };
  if (section.compat !== null) {
    const asked = { peer: section.compat, planned: asPeersSee(planned) };
    return { ...found, counted: [], peer: await countAsPeer(engine, tables, asked) };
  }
  return { ...found, counted: await countGroups(engine, tables, { section, planned }), peer: null };
}

/** All rows first, then each group's. */
async function countGroups(
  engine: SqlEngine,
  tables: Sides<OpenedTable>,
  { section, planned }: { readonly section: DriftSection; readonly planned: readonly PlannedColumn[] },
): Promise<readonly CountedColumns[]> {
  const counting = { planned, minimum: section.minimum, mostSorted: MOST_SORTED };
  const counted: CountedColumns[] = [
    { slice: null, ...(await countColumns(engine, { ...counting, tables })) },
  ];
  for (const slice of await listGroups(engine, tables, section.by)) {
    const rows = {
      reference: rowsOfGroup(tables.reference, slice),
      current: rowsOfGroup(tables.current, slice),
    };
    const others = planned.filter(({ name }) => name !== slice.column);
    counted.push({ slice, ...(await countColumns(engine, { ...counting, planned: others, tables: rows })) });
  }
  return counted;
}

function tell(role: string, uri: string, { digest, rows }: OpenedTable): Evidence {
  return { role, uri, digest, version: null, rows };
}

function refuseUnknownNames(section: DriftSection, tables: Sides<OpenedTable>): void {
  const { include, exclude, kinds, critical, label, predictions } = section.columns;
  const named = [
    ...(include ?? []),
    ...exclude,
    ...Object.keys(kinds),
    ...critical,
    ...(label === null ? [] : [label]),
    ...predictions,
    ...section.by,
    ...(section.cluster === null ? [] : [section.cluster]),
    ...section.checks.flatMap(({ columns }) => columns ?? []),
  ];
  const everywhere = [...section.by, ...(section.cluster === null ? [] : [section.cluster])];
  const problems = [
    ...findUnknownNames(named, [tables.reference, tables.current]),
    ...findUnknownNames(everywhere, [tables.reference]),
    ...findUnknownNames(everywhere, [tables.current]),
  ];
  if (problems.length > 0) throw new EvidenceError(problems);
}

/** Groups of either side, by column and then in text order. */
async function listGroups(
  engine: SqlEngine,
  tables: Sides<OpenedTable>,
  by: readonly string[],
): Promise<readonly Slice[]> {
  const slices: Slice[] = [];
  for (const name of by) {
    const values = new Set<string>();
    for (const table of [tables.reference, tables.current]) {
      const column = table.columns.find((each) => each.name === name);
      if (column === undefined) continue;
      const plan = planCategoryCounts(table, [categoryColumn(column)]);
      const [counts] = plan.read(await engine.query(plan.sql));
      for (const value of counts?.keys() ?? []) values.add(value);
    }
    if (values.size > MOST_GROUPS) throw tooManyGroups(name, values.size);
    slices.push(...[...values].sort().map((value) => ({ column: name, value })));
  }
  return slices;
}

function tooManyGroups(name: string, groups: number): EvidenceError {
  const message = `${quote(name)} has ${groups} groups, more than ${MOST_GROUPS}: no group would have the rows to be judged.`;
  const remedy = `Write a binned column beside it, such as \`floor(${name} / 10) * 10\` in SQL or \`pandas.cut(df["${name}"], 10)\`, and name that under \`by\`.`;
  return new EvidenceError([{ message, remedy }]);
}
