/**
 * Counts the columns of two tables the way a peer looks at them: every distinct value, and chunks in file order.
 *
 * @module
 */
import {
  type Chunk,
  chunkSize,
  PEER_MINIMUM,
  type PeerColumn,
  type PeerTables,
  type PlannedColumn,
} from "@ml-gates/drift";
import type { OpenedTable, SqlEngine } from "@ml-gates/engines";
import type { Peer } from "@ml-gates/gate";
import { type ChunkCounts, type MeasuredColumn, planChunkCounts } from "@ml-gates/queries";
import { countColumns, type Sides } from "./count-columns.ts";

/** Counts every column that a peer has a statistic for. */
export async function countAsPeer(
  engine: SqlEngine,
  tables: Sides<OpenedTable>,
  { peer, planned }: { readonly peer: Peer; readonly planned: readonly PlannedColumn[] },
): Promise<Omit<PeerTables, "unplanned">> {
  const counting = { tables, planned, minimum: PEER_MINIMUM, mostSorted: Number.POSITIVE_INFINITY };
  const { settled, distributions } = await countColumns(engine, counting);
  const columns: PeerColumn[] = [];
  for (const { name, numbers, categories } of distributions) {
    const option = planned.find((column) => column.name === name)?.options[0];
    const isChunked = peer === "nannyml" && option !== undefined;
    const chunks = isChunked ? await countChunks(engine, tables, option) : null;
    columns.push({ name, numbers, categories, chunks });
  }
  return { columns, settled };
}

async function countChunks(
  engine: SqlEngine,
  tables: Sides<OpenedTable>,
  option: Sides<MeasuredColumn>,
): Promise<Sides<readonly Chunk[]>> {
  const ask = async (side: keyof Sides<OpenedTable>) => {
    const table = tables[side];
    const plan = planChunkCounts({ table, column: option[side], size: chunkSize(table.rows) });
    return plan.read(await engine.query(plan.sql)).map((counts) => toChunk(counts, option[side]));
  };
  return { reference: await ask("reference"), current: await ask("current") };
}

function toChunk({ values, counts }: ChunkCounts, { scale }: MeasuredColumn): Chunk {
  return scale === "number"
    ? { numbers: { values: values.map(Number), counts }, categories: null }
    : {
        numbers: null,
        categories: new Map(values.map((value, index) => [String(value), counts[index] ?? 0])),
      };
}
