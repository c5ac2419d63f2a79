/**
 * The columns of a table the engine has, with the family of each type.
 *
 * @module
 */
import { type Column, type ColumnFamily, quoteName } from "@ml-gates/queries";
import type { Session } from "./session.ts";

const FAMILIES: readonly (readonly [RegExp, ColumnFamily])[] = [
  [/^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER)$/, "integer"],
  [/^(FLOAT|DOUBLE|DECIMAL\(\d+,\d+\))$/, "float"],
  [/^BOOLEAN$/, "boolean"],
  [/^(VARCHAR|JSON|ENUM\(.*\))$/s, "text"],
  [/^DATE$/, "date"],
  [/^TIMESTAMP(_S|_MS|_NS| WITH TIME ZONE)?$/, "timestamp"],
];

function familyOf(sqlType: string): ColumnFamily {
  return FAMILIES.find(([pattern]) => pattern.test(sqlType))?.[1] ?? "other";
}

/** The columns of what stands after FROM. */
export async function readColumns(session: Session, from: string): Promise<readonly Column[]> {
  const rows = await session.run(`DESCRIBE SELECT * FROM ${from}`);
  return rows.map((row) => {
    const sqlType = String(row["column_type"]);
    return { name: String(row["column_name"]), family: familyOf(sqlType), sqlType };
  });
}

/** The columns, of which those that are named, or all, are known to hold no NaN. */
export function withoutNan(columns: readonly Column[], named?: readonly string[]): readonly Column[] {
  return columns.map((column) =>
    named === undefined || named.includes(column.name) ? { ...column, nanFree: true } : column,
  );
}

/** A quoted name that none of the columns has in any case. */
export function freshColumn(columns: readonly string[], wanted: string): string {
  const taken = new Set(columns.map((name) => name.toLowerCase()));
  let name = wanted;
  while (taken.has(name)) name = `_${name}`;
  return quoteName(name);
}
