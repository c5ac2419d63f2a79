/**
 * What other tools check and Great Expectations has no word for, as a table of data: counts and percentages of
 * missing, invalid, repeated and failed rows, and aggregates, within or outside limits.
 *
 * @module
 */
import {
  type Ask,
  type Column,
  presentValue,
  quoteName,
  readRows,
  type SqlValue,
  type Table,
} from "@ml-gates/queries";
import { comparable, findColumn, NotEvaluable, textOf } from "./comparable.ts";
import { type Definition, define } from "./define.ts";
import { VALUES_ARE_INSTANTS } from "./iso-instants.ts";
import { columnNames, defaulting, fraction, type KwargsOf, optional, required, text } from "./kwarg-types.ts";
import { askAggregate, askCount } from "./limited-question.ts";
import { COLUMNS_AS_LISTED } from "./listed-columns.ts";
import {
  allOf,
  choiceOf,
  filterKwargs,
  filterOf,
  isInvalid,
  isMissing,
  limitKwargs,
  limitsOf,
  missingKwargs,
  sqlCondition,
  sqlMetric,
  unitKwargs,
  validKwargs,
} from "./metric-kwargs.ts";
import { asDouble } from "./numeric-column.ts";
import { VALUES_IN_OTHER_TABLE } from "./other-table.ts";
import { raise } from "./question.ts";
import { columnsOf, writeSqlParts } from "./sql-condition.ts";
import { tellName } from "./tell.ts";

const FIX_ROWS = "Correct these rows at their source, or move the limit if they are right.";
const ROWS = "count(*)";

function countRows(where: string | null): Ask {
  return { of: "rows", sql: ROWS, ...(where === null ? {} : { where }) };
}

const counted = { ...limitKwargs, ...unitKwargs, ...filterKwargs };
const ofColumn = { column: required(text), ...counted, ...missingKwargs };

type ColumnKwargs = KwargsOf<typeof ofColumn & typeof validKwargs>;

/** Rows of a column that meet a condition, of all rows that take part. */
function defineCount(
  adjective: string,
  condition: (column: Column, kwargs: ColumnKwargs) => string | null,
): Definition {
  return define({
    kwargs: { ...ofColumn, ...validKwargs },
    ask: (kwargs, table) => {
      const column = findColumn(table, kwargs.column);
      const filter = filterOf(kwargs, table);
      const where = allOf([filter, condition(column, kwargs)]) ?? "TRUE";
      return askCount({
        subject: `${tellName(column.name)}: the ${adjective} values`,
        limits: limitsOf(kwargs),
        unit: kwargs.unit,
        digits: kwargs.digits,
        asks: {
          counted: countRows(where),
          base: countRows(filter),
          sample: { of: "first", value: quoteName(column.name), where },
        },
        remedy: FIX_ROWS,
      });
    },
  });
}

/** A key of several columns is one value to SQL; NULL when a row has no key. */
function keyOf(columns: readonly Column[], nullsAreEqual: boolean): string {
  const [first] = columns;
  if (columns.length === 1 && first !== undefined && !nullsAreEqual) return presentValue(first);
  const fields = columns.map((column, index) => `'k${index}': ${presentValue(column)}`).join(", ");
  const missing = columns.map((column) => `${presentValue(column)} IS NULL`).join(" OR ");
  return nullsAreEqual ? `{${fields}}` : `CASE WHEN NOT (${missing}) THEN {${fields}} END`;
}

const DUPLICATES = define({
  kwargs: {
    columns: required(columnNames),
    ...counted,
    ...missingKwargs,
    /** Each value after the first of its kind, or each value that occurs more than once. */
    counting: defaulting(choiceOf(["surplus-rows", "repeated-values"]), "surplus-rows"),
    /** Of which rows a percentage is taken. */
    base: defaulting(choiceOf(["rows", "keyed-rows"]), "keyed-rows"),
    /** Whether a missing value equals another. */
    nulls_are_equal: defaulting(choiceOf(["yes", "no"]), "no"),
  },
  findFaults: ({ columns }) => (columns.length === 0 ? ["columns must name at least one column."] : []),
  ask: (kwargs, table) => {
    const columns = kwargs.columns.map((name) => findColumn(table, name));
    const key = keyOf(columns, kwargs.nulls_are_equal === "yes");
    const filter = filterOf(kwargs, table);
    const keyed = allOf([filter, ...columns.map((column) => keyedBy(column, kwargs))]);
    const grouped = keyed === null ? {} : { where: keyed };
    const present = countRows(allOf([keyed, `${key} IS NOT NULL`]));
    const surplus = kwargs.counting === "surplus-rows";
    const distinct: Ask = { of: "groups", key, take: "distinct", ...grouped };
    const repeated: Ask = { of: "groups", key, take: "repeated-values", ...grouped };
    return askCount({
      subject: `${columns.map(({ name }) => tellName(name)).join(", ")}: the repeated values`,
      limits: limitsOf(kwargs),
      unit: kwargs.unit,
      digits: kwargs.digits,
      asks: {
        ...(surplus ? { counted: present, less: distinct } : { counted: repeated }),
        base: kwargs.base === "rows" ? countRows(filter) : present,
        sample: { of: "groups", key, take: "sample", ...grouped },
      },
      remedy: "Remove the repeated rows, or look for a join or an append that doubled them.",
    });
  },
});

/** A value written for "missing" is no key; NULL is none by itself. */
function keyedBy(column: Column, kwargs: KwargsOf<typeof missingKwargs>): string | null {
  const custom = kwargs.missing_values !== null || kwargs.missing_regex !== null;
  return custom ? `NOT ${isMissing(column, kwargs)}` : null;
}

const FUNCTIONS = {
  avg: "avg",
  sum: "sum",
  min: "min",
  max: "max",
  stddev: "stddev_samp",
  stddev_samp: "stddev_samp",
  stddev_pop: "stddev_pop",
  variance: "var_samp",
  var_samp: "var_samp",
  var_pop: "var_pop",
  avg_length: "avg",
  min_length: "min",
  max_length: "max",
  percentile: "quantile_disc",
} as const;

type FunctionName = keyof typeof FUNCTIONS;
const FUNCTION_NAMES = Object.keys(FUNCTIONS) as FunctionName[];

const AGGREGATE = define({
  kwargs: {
    column: required(text),
    function: required(choiceOf(FUNCTION_NAMES)),
    percentile: optional(fraction),
    ...limitKwargs,
    ...filterKwargs,
    ...missingKwargs,
    ...validKwargs,
    /** Which values do not take part. */
    leaves_out: defaulting(choiceOf(["missing", "missing-or-invalid", "missing-and-invalid"]), "missing"),
  },
  findFaults: (kwargs) =>
    (kwargs.function === "percentile") === (kwargs.percentile !== null)
      ? []
      : ["percentile must be given for the function percentile, and for no other."],
  ask: (kwargs, table) => {
    const column = findColumn(table, kwargs.column);
    const missing = isMissing(column, kwargs);
    const invalid = isInvalid(column, kwargs);
    const out = {
      missing,
      "missing-or-invalid": `(${missing} OR ${invalid})`,
      "missing-and-invalid": `(${missing} AND ${invalid})`,
    }[kwargs.leaves_out];
    const where = allOf([filterOf(kwargs, table), `NOT ${out}`]) ?? "TRUE";
    return askAggregate({
      subject: `${tellName(column.name)}: ${kwargs.function}`,
      limits: limitsOf(kwargs),
      ask: { ...asDouble(writeAggregate(kwargs.function, column, kwargs.percentile)), where },
      remedy:
        "Compare the column with the data the limit was set on; if the change is meant, move the limit.",
    });
  },
});

function writeAggregate(name: FunctionName, column: Column, percentile: number | null): string {
  const operand = name.endsWith("_length") ? `length(${textOf(column)})` : numberOf(column);
  const more = percentile === null ? "" : `, ${percentile}`;
  return `${FUNCTIONS[name]}(${operand}${more})`;
}

function numberOf(column: Column): string {
  const { kind, sql } = comparable(column);
  if (kind === "number") return sql;
  throw new NotEvaluable(
    `The column ${tellName(column.name)} of type ${column.sqlType} holds no numbers.`,
    column,
  );
}

const FAILED_ROWS = define({
  kwargs: { condition: required(sqlCondition), ...counted },
  ask: ({ condition, ...kwargs }, table) => {
    const filter = filterOf(kwargs, table);
    const where = allOf([filter, writeSqlParts(condition, table)]) ?? "TRUE";
    return askCount({
      subject: "The rows that meet the condition",
      limits: limitsOf(kwargs),
      unit: kwargs.unit,
      digits: kwargs.digits,
      asks: {
        counted: countRows(where),
        base: countRows(filter),
        sample: { of: "first", value: writeRow(columnsOf(condition), table), where },
      },
      remedy: FIX_ROWS,
    });
  },
});

/** The columns a condition names, as one value; a lone column as itself. */
function writeRow(names: readonly string[], table: Table): string {
  const columns = names.map((column) => writeSqlParts([{ column }], table));
  if (columns.length === 1) return columns[0] ?? "NULL";
  return `{${columns.map((sql, index) => `'${(names[index] ?? "").replaceAll("'", "''")}': ${sql}`).join(", ") || "'row': NULL"}}`;
}

/** One row with one value; anything else is no number. */
function readScalar(answer: SqlValue): SqlValue {
  const [row, ...more] = readRows(answer);
  const values = Object.values(row ?? {});
  return more.length === 0 && values.length === 1 ? (values[0] ?? null) : null;
}

/** The definitions; their names are this project's own. */
export const METRIC_EXPECTATIONS: Readonly<Record<string, Definition>> = {
  missing_values_within_limits: defineCount("missing", isMissing),
  invalid_values_within_limits: defineCount("invalid", (column, kwargs) =>
    allOf([`NOT ${isMissing(column, kwargs)}`, isInvalid(column, kwargs)]),
  ),
  valid_values_within_limits: defineCount("valid", (column, kwargs) =>
    allOf([`NOT ${isMissing(column, kwargs)}`, `NOT ${isInvalid(column, kwargs)}`]),
  ),
  duplicate_values_within_limits: DUPLICATES,
  column_aggregate_within_limits: AGGREGATE,
  failed_rows_within_limits: FAILED_ROWS,
  row_count_within_limits: define({
    kwargs: { ...limitKwargs, ...filterKwargs },
    boundsRows: true,
    ask: (kwargs, table) =>
      askAggregate({
        subject: "The number of rows",
        limits: limitsOf(kwargs),
        ask: countRows(filterOf(kwargs, table)),
        remedy: "Look for rows lost or doubled on the way, or move the limit if the size is right.",
      }),
  }),
  metric_within_limits: define({
    kwargs: { expression: required(sqlMetric), ...limitKwargs },
    ask: ({ expression, ...kwargs }, table) =>
      askAggregate({
        subject: "The metric",
        limits: limitsOf(kwargs),
        ask: { of: "rows", sql: `CAST(${writeSqlParts(expression, table)} AS DOUBLE)` },
        remedy: "Compare the data with those the limit was set on; if the change is meant, move the limit.",
      }),
  }),
  query_result_within_limits: define({
    kwargs: { query: required(text), ...limitKwargs },
    ask: ({ query, ...kwargs }) =>
      askAggregate({
        subject: "The result of the query",
        limits: limitsOf(kwargs),
        ask: { of: "query", sql: query.replace(/[;\s]+$/, ""), tables: [] },
        read: readScalar,
        remedy:
          "Run the query by hand and look at the rows behind the number; move the limit if it is right.",
      }),
  }),
  columns_as_listed: COLUMNS_AS_LISTED,
  values_in_other_table: VALUES_IN_OTHER_TABLE,
  values_are_instants: VALUES_ARE_INSTANTS,
  check_not_supported: define({
    kwargs: { check: required(text), reason: required(text) },
    ask: ({ check, reason }) => ({
      asks: {},
      judge: () =>
        raise(
          `${check} is not evaluated. ${reason}`,
          "Write the check in words that are evaluated, or drop it.",
        ),
    }),
  }),
};
