/**
 * How the rows of a table are sampled for its result JSON.
 *
 * @module
 */
import {
  type DataSection,
  InputError,
  nearestWord,
  type Problem,
  quote,
  type ResultFormat,
} from "@ml-gates/gate";
import type { Table } from "@ml-gates/queries";

/** A complete result lists 200 rows, and values are counted over as many; a reviewer reads 20. */
const RESULT_ROWS = 200;
const FEW_ROWS = 20;
const FEW: readonly ResultFormat[] = ["BOOLEAN_ONLY", "BASIC"];

/** The table, sampled as the data section asks. @throws InputError for an index column that the table has not. */
export function nameRows<T extends Table>(table: T, section: DataSection): T {
  const { indexColumns, resultFormat, resultPath } = section;
  if (resultPath === null) return table;
  const names = indexColumns.flatMap((name) => table.columns.find((column) => column.name === name) ?? []);
  if (names.length < indexColumns.length) throw new InputError(findUnknown(table, section));
  return { ...table, sampling: { rows: FEW.includes(resultFormat) ? FEW_ROWS : RESULT_ROWS, names } };
}

function findUnknown({ columns }: Table, { indexColumns, source }: DataSection): readonly Problem[] {
  const known = columns.map(({ name }) => name);
  return indexColumns
    .filter((name) => !known.includes(name))
    .map((name) => {
      const near = nearestWord(name, known.slice(0, 200));
      return {
        message: `The index column ${quote(name)} is not in the data.`,
        remedy: near === null ? "Name a column of the data." : `Is ${quote(near)} meant?`,
        ...source,
      };
    });
}
