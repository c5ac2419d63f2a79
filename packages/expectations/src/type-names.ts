/**
 * The names a column type goes by: DuckDB's, SQL's, Spark's, numpy's, pandas' and Python's.
 *
 * @module
 */

const INTEGERS = ["TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT"];
const UNSIGNED = ["UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT"];
const TIMESTAMPS = ["TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS"];
const ZONED = ["TIMESTAMP WITH TIME ZONE"];

/**
 * Which DuckDB types each name means. Unsized names (`int`, `INTEGER`, `float`) mean every width: text files have
 * none. Where two worlds clash (`int8` is one byte to numpy, eight to PostgreSQL) numpy's meaning holds.
 */
const MEANINGS: readonly (readonly [readonly string[], readonly string[]])[] = [
  [
    ["int", "integer", "long", "int_"],
    [...INTEGERS, ...UNSIGNED],
  ],
  [["tinyint", "int8", "bytetype"], ["TINYINT"]],
  [["smallint", "int2", "int16", "shorttype"], ["SMALLINT"]],
  [["int4", "int32", "integertype"], ["INTEGER"]],
  [["bigint", "int64", "longtype", "signed"], ["BIGINT"]],
  [["hugeint", "int128"], ["HUGEINT"]],
  [["utinyint", "uint8"], ["UTINYINT"]],
  [["usmallint", "uint16"], ["USMALLINT"]],
  [["uinteger", "uint32"], ["UINTEGER"]],
  [["ubigint", "uint64"], ["UBIGINT"]],
  [
    ["float", "float_"],
    ["FLOAT", "DOUBLE"],
  ],
  [["real", "float4", "float32", "floattype"], ["FLOAT"]],
  [["double", "double precision", "double_precision", "float8", "float64", "doubletype"], ["DOUBLE"]],
  [["decimal", "numeric", "decimaltype"], ["DECIMAL"]],
  [["bool", "boolean", "bool_", "logical", "booleantype"], ["BOOLEAN"]],
  [
    [
      "str",
      "string",
      "string_types",
      "object",
      "text",
      "varchar",
      "char",
      "bpchar",
      "nvarchar",
      "stringtype",
    ],
    ["VARCHAR"],
  ],
  [["bytes", "blob", "bytea", "binary", "varbinary", "binarytype"], ["BLOB"]],
  [["date", "datetype"], ["DATE"]],
  [["time"], ["TIME"]],
  [
    ["timestamp", "datetime", "timestamptype", "datetime64"],
    [...TIMESTAMPS, ...ZONED],
  ],
  [["datetime64[ns]"], TIMESTAMPS],
  [["datetime64[ns, utc]", "timestamptz", "timestamp with time zone"], ZONED],
  [["uuid"], ["UUID"]],
  [["list", "array", "arraytype"], ["LIST"]],
  [["dict", "struct", "structtype"], ["STRUCT"]],
  [["map", "maptype"], ["MAP"]],
];

const BY_NAME = new Map(MEANINGS.flatMap(([names, types]) => names.map((name) => [name, types] as const)));

/** Every type name that is known, in lower case. */
export const TYPE_NAMES: readonly string[] = [...BY_NAME.keys()];

/**
 * Whether a name is that of a type; case and lengths do not matter.
 *
 * @example
 * isTypeName("VARCHAR(20)"); // => true
 * isTypeName("strng"); // => false
 */
export function isTypeName(name: string): boolean {
  return BY_NAME.has(baseOf(name));
}

/**
 * Whether a column's type goes by a name. The digits of a DECIMAL count when they are given.
 *
 * @example
 * isOfType("BIGINT", "int64"); // => true
 * isOfType("DECIMAL(10,2)", "numeric(12,2)"); // => false
 */
export function isOfType(sqlType: string, name: string): boolean {
  const observed = nestedType(sqlType.toUpperCase());
  const means = (BY_NAME.get(baseOf(name)) ?? []).includes(baseOf(observed).toUpperCase());
  const digits = digitsOf(name);
  return means && (digits === null || !observed.startsWith("DECIMAL") || digits === digitsOf(observed));
}

function nestedType(sqlType: string): string {
  if (/\[\d*\]$/.test(sqlType)) return "LIST";
  return /^(?:STRUCT|MAP)\b/.exec(sqlType)?.[0] ?? sqlType;
}

function baseOf(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/\s*\([^)]*\)$/, "");
}

function digitsOf(name: string): string | null {
  return /\(([^)]*)\)$/.exec(name.trim())?.[1]?.replaceAll(" ", "") ?? null;
}
