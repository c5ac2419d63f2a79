/**
 * A draft of Parquet files: their types are no hypotheses, but that floats hold no NaN is one. Without it every use of
 * a float is guarded.
 *
 * @module
 */
import { presentValue, quoteName } from "@ml-gates/queries";
import { withoutNan } from "../columns.ts";
import { openParquet } from "../open-parquet.ts";
import type { Session } from "../session.ts";
import type { SourceFile } from "../source-files.ts";
import type { DraftTable, OpenedTable } from "../sql-engine.ts";
import { isDoubt } from "../text-types.ts";

type Undigested = Omit<OpenedTable, "digest">;
type Facts = Promise<{ readonly digest: string }>;

/** Tests of more columns than this would take scans of their own. */
const MOST_COLUMNS = 100;
const SAMPLE_ROWS = 10_240;

/** Drafts Parquet files of one shape. */
export async function draftParquet(
  session: Session,
  files: readonly SourceFile[],
  facts: Facts,
): Promise<DraftTable> {
  const table = await openParquet(session, files);
  return draftAs(table, await findLikely(session, table), facts);
}

/** The floats without NaN among the first rows. */
async function findLikely(session: Session, { from, columns }: Undigested): Promise<readonly string[]> {
  const guarded = columns.flatMap((column) =>
    presentValue(column) === quoteName(column.name) ? [] : column.name,
  );
  if (guarded.length === 0 || guarded.length > MOST_COLUMNS) return [];
  const sample = `(SELECT ${guarded.map(quoteName).join(", ")} FROM ${from} LIMIT ${SAMPLE_ROWS})`;
  const counts = guarded.map((name, index) => `${countNan(name)} AS "${index}"`);
  const [row] = await session.run(`SELECT ${counts.join(", ")} FROM ${sample}`);
  return guarded.filter((_, index) => row?.[index] === 0);
}

function countNan(column: string): string {
  return `coalesce(count_if(isnan(${quoteName(column)})), 0)`;
}

/** The draft in which these floats are taken to hold no NaN. */
function draftAs(table: Undigested, floats: readonly string[], facts: Facts): DraftTable {
  const drafted = { ...table, columns: withoutNan(table.columns, floats) };
  return {
    table: drafted,
    checks: floats.map(countNan),
    async settle(counts) {
      const free = floats.filter((_, index) => !isDoubt(counts[index]));
      if (free.length === floats.length) return { ...drafted, digest: (await facts).digest };
      return draftAs({ ...table, columns: withoutNan(table.columns, free) }, [], facts);
    },
  };
}
