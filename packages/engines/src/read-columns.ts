/**
 * The answer of a statement as whole columns of numbers.
 *
 * @module
 */
import type { DuckDBResult, DuckDBVector } from "@duckdb/node-api";
import type { NumberColumn } from "@ml-gates/queries";

const ARRAYS: Readonly<Record<string, (length: number) => NumberColumn>> = {
  DOUBLE: (length) => new Float64Array(length),
  INTEGER: (length) => new Int32Array(length),
  USMALLINT: (length) => new Uint16Array(length),
  UTINYINT: (length) => new Uint8Array(length),
};

/** @throws Error for a column of another type. */
export async function readColumns(result: DuckDBResult): Promise<readonly NumberColumn[]> {
  const types = result.columnTypes().map(String);
  const chunks = await result.fetchAllChunks();
  const length = chunks.reduce((sum, { rowCount }) => sum + rowCount, 0);
  return types.map((type, index) => {
    const column = ARRAYS[type]?.(length);
    if (column === undefined)
      throw new Error(`column ${index + 1} is ${type}, no DOUBLE, INTEGER, USMALLINT or UTINYINT`);
    let start = 0;
    for (const chunk of chunks) {
      copyItems(column, chunk.getColumnVector(index), start);
      start += chunk.rowCount;
    }
    return column;
  });
}

function copyItems(column: NumberColumn, vector: DuckDBVector, start: number): void {
  const missing = column instanceof Float64Array ? Number.NaN : 0;
  const { itemCount } = vector;
  for (let at = 0; at < itemCount; at++) {
    const item = vector.getItem(at);
    column[start + at] = typeof item === "number" ? item : missing;
  }
}
