/**
 * From data to a starter suite that the data meet: something to review and tighten, not to trust.
 *
 * @module
 */
import type { JsonValue } from "@ml-gates/gate";
import type { SqlValue } from "@ml-gates/queries";
import type { ColumnProfile, TableProfile } from "./profile-table.ts";

/** A suite in the 1.x format. */
export interface DraftedSuite {
  readonly name: string;
  readonly expectations: readonly {
    readonly type: string;
    readonly kwargs: { readonly [name: string]: JsonValue };
    readonly meta: { readonly [name: string]: JsonValue };
  }[];
  readonly meta: { readonly [name: string]: JsonValue };
}

/**
 * Row count (half to double), columns, then for each column in the table's order: type, nulls, uniqueness, the set of
 * values or the range. Ranges are rounded outwards to two digits.
 *
 * @example
 * draftSuite("people", { rows: 100, columns: [] }).expectations[0].kwargs; // => { min_value: 50, max_value: 200 }
 */
export function draftSuite(name: string, profile: TableProfile): DraftedSuite {
  const { rows, columns } = profile;
  const table = [
    expectation("expect_table_row_count_to_be_between", {
      min_value: Math.floor(rows / 2),
      max_value: rows * 2,
    }),
    ...(columns.length === 0
      ? []
      : [
          expectation("expect_table_columns_to_match_set", {
            column_set: columns.map(({ column }) => column.name),
            exact_match: true,
          }),
        ]),
  ];
  return {
    name,
    expectations: [...table, ...columns.flatMap((column) => draftColumn(column, rows))],
    meta: { drafted_by: "ml-gates draft-suite", drafted_from_rows: rows },
  };
}

function draftColumn(profile: ColumnProfile, rows: number): DraftedSuite["expectations"] {
  const column = profile.column.name;
  return [
    expectation("expect_column_values_to_be_of_type", { column, type_: profile.column.sqlType }),
    ...draftNulls(profile, rows),
    ...(profile.unique
      ? [expectation("expect_column_values_to_be_unique", { column })]
      : draftValues(profile)),
  ];
}

/** A column that lacks values may lack as many; one that lacks most of them is left to its reviewer. */
function draftNulls(
  { column: { name }, present }: ColumnProfile,
  rows: number,
): DraftedSuite["expectations"] {
  const mostly = rows === 0 ? 0 : Math.floor((present / rows) * 100) / 100;
  if (mostly < 0.5) return [];
  const kwargs = { column: name, ...(present === rows ? {} : { mostly }) };
  return [expectation("expect_column_values_to_not_be_null", kwargs)];
}

function draftValues({ column, values, min, max, lengths }: ColumnProfile): DraftedSuite["expectations"] {
  const { name } = column;
  if (values !== null) {
    return [
      expectation("expect_column_values_to_be_in_set", { column: name, value_set: values.map(toJson) }),
    ];
  }
  if (typeof min === "number" && typeof max === "number" && Number.isFinite(min) && Number.isFinite(max)) {
    const [low, high] = [roundOutwards(min, Math.floor), roundOutwards(max, Math.ceil)];
    // A suite's numbers of more digits than a double holds are refused: no range is better than one of other digits.
    if (isWrittenInexactly(low) || isWrittenInexactly(high)) return [];
    return [
      expectation("expect_column_values_to_be_between", { column: name, min_value: low, max_value: high }),
    ];
  }
  if (lengths === null) return [];
  const kwargs = { column: name, min_value: lengths.min, max_value: lengths.max };
  return [expectation("expect_column_value_lengths_to_be_between", kwargs)];
}

function expectation(
  type: string,
  kwargs: { readonly [name: string]: JsonValue },
): DraftedSuite["expectations"][number] {
  return { type, kwargs, meta: {} };
}

function toJson(value: SqlValue): JsonValue {
  return typeof value === "bigint" ? Number(value) : (value as JsonValue);
}

function isWrittenInexactly(value: number): boolean {
  return Math.abs(value) > Number.MAX_SAFE_INTEGER && /^-?\d+$/.test(JSON.stringify(value));
}

/**
 * To two significant digits, away from the data: down for a lower bound, up for an upper one.
 *
 * @example
 * roundOutwards(0.0314, Math.ceil); // => 0.032
 * roundOutwards(-1234, Math.floor); // => -1300
 * roundOutwards(-9000000000000001, Math.floor); // => -9000000000000001
 */
export function roundOutwards(value: number, round: (value: number) => number): number {
  if (value === 0 || (Math.abs(value) < 100 && Number.isInteger(value))) return value;
  const digits = 1 - Math.floor(Math.log10(Math.abs(value)));
  const rounded = Number(`${round(Number(`${value}e${digits}`))}e${-digits}`);
  const isExact =
    Number.isFinite(rounded) && !(Number.isSafeInteger(value) && !Number.isSafeInteger(rounded));
  return isExact ? rounded : value;
}
