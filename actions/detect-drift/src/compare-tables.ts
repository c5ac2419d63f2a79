/**
 * Opens reference and current data and counts their columns, over all rows and in each group.
 *
 * @module
 */
import {
  type CountedColumns,
  type DomainAuc,
  findUnknownNames,
  type PeerColumn,
  type PlannedColumn,
  planColumns,
  type UnplannedColumn,
} from "@ml-gates/drift";
import type { OpenedTable, SqlEngine } from "@ml-gates/engines";
import { type DriftSection, type Evidence, EvidenceError } from "@ml-gates/gate";
import { rowsOfGroup, type Table } from "@ml-gates/queries";
import { addClusters } from "./add-clusters.ts";
import { classifyRows } from "./classify-rows.ts";
import { asPeersSee, countAsPeer } from "./compare-as-peer.ts";
import { type Counted, countColumns, type Sides } from "./count-columns.ts";
import { listGroups } from "./list-groups.ts";

/** A section whose two sides are named. */
export interface ComparedSection extends DriftSection {
  readonly reference: string;
  readonly current: string;
}

/** What was counted, with the origin the report states. */
export interface ComparedTables {
  readonly unplanned: readonly UnplannedColumn[];
  readonly counted: readonly CountedColumns[];
  /** How well the sides can be told apart; null unless that is judged. */
  readonly classifier: DomainAuc | null;
  /** Null unless a peer's verdict is asked for; then nothing else is counted. */
  readonly peer: readonly PeerColumn[] | null;
  readonly evidence: readonly Evidence[];
}

/** Up to this many rows a side all distinct values are sorted; beyond, they are counted in bins. */
const MOST_SORTED = 100_000;

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
    return { ...found, counted: [], classifier: null, peer: await countAsPeer(engine, tables, asked) };
  }
  const counted = await countGroups(engine, tables, { section, planned });
  const classifier = section.classifier === null ? null : await classifyRows(engine, tables, counted[0]);
  return { ...found, counted, classifier, peer: null };
}

/** All rows first, then each group's. */
async function countGroups(
  engine: SqlEngine,
  tables: Sides<OpenedTable>,
  { section, planned }: { readonly section: DriftSection; readonly planned: readonly PlannedColumn[] },
): Promise<readonly CountedColumns[]> {
  const counting = { minimum: section.minimum, mostSorted: MOST_SORTED };
  const count = async (sides: Sides<Table>, columns: readonly PlannedColumn[]): Promise<Counted> =>
    addClusters(engine, sides, {
      cluster: section.cluster,
      counted: await countColumns(engine, { ...counting, planned: columns, tables: sides }),
    });
  const counted: CountedColumns[] = [{ slice: null, ...(await count(tables, planned)) }];
  for (const slice of await listGroups(engine, tables, section.by)) {
    const rows = {
      reference: rowsOfGroup(tables.reference, slice),
      current: rowsOfGroup(tables.current, slice),
    };
    const others = planned.filter(({ name }) => name !== slice.column);
    counted.push({ slice, ...(await count(rows, others)) });
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
