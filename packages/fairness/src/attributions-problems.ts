/**
 * What of an attribution file's columns keeps it from being audited.
 *
 * @module
 */
import { type Problem, quote } from "@ml-gates/gate";
import type { AttributionsTable, Column, Table } from "@ml-gates/queries";

/** How a file of attributions is to be read. */
export interface NamedAttributions {
  readonly table: Table;
  readonly key: string;
  readonly baseValue: string | number;
}

/**
 * Key, base value and features of a file of attributions; every column that is neither key nor base value is a feature.
 *
 * @example
 * readAttributions("a.csv", { table: { from: "a", columns: [{ name: "k", family: "integer", sqlType: "BIGINT" }, { name: "age", family: "float", sqlType: "DOUBLE" }], rowNumber: "r" }, key: "k", baseValue: 0.5 }).attributions.features.map(({ name }) => name); // => ["age"]
 */
export function readAttributions(
  uri: string,
  { table, key, baseValue }: NamedAttributions,
): { readonly attributions: AttributionsTable | null; readonly problems: readonly Problem[] } {
  const find = (name: string) => table.columns.find((column) => column.name === name) ?? null;
  const keyed = find(key);
  const base = typeof baseValue === "number" ? baseValue : find(baseValue);
  const features = table.columns.filter((column) => column !== keyed && column !== base);
  const absent = [...(keyed === null ? [key] : []), ...(base === null ? [String(baseValue)] : [])];
  const problems = [
    ...absent.map((name) => ({
      message: `${quote(uri)} has no column ${quote(name)}; the key of the predictions and the base value were wanted.`,
      remedy: "Write it, or correct `key` under `columns` and `base-value` under `explanations`.",
    })),
    ...features.filter(isText).map(({ name, sqlType }) => ({
      message: `The column ${quote(name)} of ${quote(uri)} is ${sqlType}; attributions are numbers.`,
      remedy: "Leave out what is no attribution: every column beside key and base value is a feature.",
    })),
    ...(features.length === 0
      ? [{ message: `${quote(uri)} holds no attributions.`, remedy: "Write one column for each feature." }]
      : []),
  ];
  if (keyed === null || base === null || problems.length > 0) return { attributions: null, problems };
  return { attributions: { table, key: keyed, features, base }, problems };
}

function isText({ family }: Column): boolean {
  return family !== "integer" && family !== "float" && family !== "other";
}
