/**
 * Opens reference and current data and counts their columns, over all rows and in each group.
 *
 * @module
 */
import {
  asPeersSee,
  type ComparedColumns,
  type CountedColumns,
  findUnknownNames,
  type PeerTables,
  type PlannedColumn,
  planColumns,
  type UnplannedColumn,
} from "@ml-gates/drift";
import type { OpenedTable, SqlEngine } from "@ml-gates/engines";
import { type DriftSection, type Evidence, EvidenceError, type Peer } from "@ml-gates/gate";
import { rowsOfGroup, type Table } from "@ml-gates/queries";
import { addClusters } from "./add-clusters.ts";
import { classifyRows } from "./classify-rows.ts";
import { countAsPeer } from "./compare-as-peer.ts";
import { type Counted, countColumns, type Sides } from "./count-columns.ts";
import { listGroups } from "./list-groups.ts";

/** A section whose two sides are named. */
export interface ComparedSection extends DriftSection {
  readonly reference: string;
  readonly current: string;
}

/** What was counted, our way or a peer's, with the origin the report states. */
export type ComparedTables = { readonly evidence: readonly Evidence[] } & (
  | ({ readonly peer: null } & ComparedColumns)
  | ({ readonly peer: Peer } & PeerTables)
);

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
  const evidence = [
    tell("reference", section.reference, tables.reference),
    tell("current", section.current, tables.current),
  ];
  if (section.compat !== null) {
    const { planned, unplanned } = asPeersSee(columns);
    const counted = await countAsPeer(engine, tables, { peer: section.compat, planned });
    return { peer: section.compat, ...counted, unplanned, evidence };
  }
  const planned = columns.filter((column): column is PlannedColumn => "options" in column);
  const unplanned = columns.filter((column): column is UnplannedColumn => !("options" in column));
  const counted = await countGroups(engine, tables, { section, planned });
  const classifier = section.classifier === null ? null : await classifyRows(engine, tables, counted[0]);
  return { peer: null, unplanned, counted, classifier, evidence };
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
