/**
 * The columns a table must, may and must not have, with their order and types: what contracts call a schema.
 *
 * @module
 */
import type { Column } from "@ml-gates/queries";
import { type Definition, define } from "./define.ts";
import { columnNames, defaulting, flag, type KwargType, required, typeName } from "./kwarg-types.ts";
import { tellList, tellName } from "./tell.ts";
import { isOfType } from "./type-names.ts";

const typesByColumn: KwargType<Readonly<Record<string, string>>> = {
  read: (value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value))
      return { wanted: "types by column" };
    const misread = Object.values(value)
      .map((each) => typeName.read(each))
      .find((read) => typeof read !== "string");
    return misread ?? (value as Readonly<Record<string, string>>);
  },
};

interface Listed {
  readonly column_list: readonly string[];
  readonly optional_columns: readonly string[];
  readonly forbidden_columns: readonly string[];
  readonly allows_others: boolean;
  readonly any_order: boolean;
  readonly column_types: Readonly<Record<string, string>>;
}

/** The definition of `columns_as_listed`. */
export const COLUMNS_AS_LISTED: Definition = define({
  kwargs: {
    column_list: required(columnNames),
    /** Columns of the list that may be absent. */
    optional_columns: defaulting(columnNames, []),
    /** Beginnings of names; `*` and `%` stand for any letters. */
    forbidden_columns: defaulting(columnNames, []),
    /** Whether columns may stand in the table that the list does not name. */
    allows_others: defaulting(flag, true),
    any_order: defaulting(flag, true),
    column_types: defaulting(typesByColumn, {}),
  },
  ask: (kwargs, { columns }) => {
    const faults = findFaults(kwargs as Listed, columns);
    const observed = columns.map(({ name }) => name);
    const why = faults.length === 0 ? "The columns are as listed." : faults.join(" ");
    const remedy =
      "Restore the column's name, place or type at the source, or change the list if the change is meant.";
    const told = { counts: null, samples: [], exception: null, why, remedy };
    return { asks: {}, judge: () => ({ success: faults.length === 0, observed, ...told }) };
  },
});

function findFaults(listed: Listed, columns: readonly Column[]): readonly string[] {
  const names = columns.map(({ name }) => name);
  const missing = listed.column_list.filter(
    (name) => !names.includes(name) && !listed.optional_columns.includes(name),
  );
  const others = listed.allows_others ? [] : names.filter((name) => !listed.column_list.includes(name));
  const forbidden = names.filter((name) => listed.forbidden_columns.some((start) => beginsWith(name, start)));
  return [
    ...(missing.length === 0 ? [] : [`Missing columns: ${tellList(missing)}.`]),
    ...(others.length === 0 ? [] : [`Columns that the list does not name: ${tellList(others)}.`]),
    ...(forbidden.length === 0 ? [] : [`Forbidden columns: ${tellList(forbidden)}.`]),
    ...(listed.any_order ? [] : findMisplaced(listed.column_list, names)),
    ...columns.flatMap((column) => findMistyped(column, listed.column_types)),
  ];
}

/** Pieces between wildcards, one after the other; the first stands at the beginning. */
function beginsWith(name: string, pattern: string): boolean {
  const [start = "", ...pieces] = pattern.split(/[*%]/);
  if (!name.startsWith(start)) return false;
  let from = start.length;
  for (const piece of pieces) {
    const place = name.indexOf(piece, from);
    if (place === -1) return false;
    from = place + piece.length;
  }
  return true;
}

function findMisplaced(listed: readonly string[], names: readonly string[]): readonly string[] {
  const observed = names.filter((name) => listed.includes(name));
  const wanted = listed.filter((name) => observed.includes(name));
  const place = observed.findIndex((name, index) => name !== wanted[index]);
  if (place === -1) return [];
  const [seen, meant] = [observed[place] ?? "", wanted[place] ?? ""];
  return [`The column ${tellName(seen)} stands where ${tellName(meant)} is listed.`];
}

function findMistyped({ name, sqlType }: Column, types: Listed["column_types"]): readonly string[] {
  const type = Object.hasOwn(types, name) ? types[name] : undefined;
  if (type === undefined || isOfType(sqlType, type)) return [];
  return [`The type of ${tellName(name)} is ${sqlType}; wanted: ${type}.`];
}
