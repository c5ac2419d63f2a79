/**
 * Which columns two tables are compared in, and what each is judged as.
 *
 * @module
 */
import { type ColumnKind, type DriftColumns, nearestWord, type Problem, quote } from "@ml-gates/gate";
import {
  type Column,
  categoryColumn,
  type MeasuredColumn,
  numberColumn,
  type Table,
} from "@ml-gates/queries";

export type ColumnRole = "feature" | "label" | "prediction";

/** Both sides of one column, as one kind. */
export interface KindOption {
  readonly kind: ColumnKind;
  readonly reference: MeasuredColumn;
  readonly current: MeasuredColumn;
  /** Whether all values are whole numbers. */
  readonly whole: boolean;
}

/** A column that can be compared; a text or whole number has two kinds, of which its values decide. */
export interface PlannedColumn {
  readonly name: string;
  readonly role: ColumnRole;
  readonly options: readonly KindOption[];
}

/** A column that cannot be compared, and why. */
export interface UnplannedColumn {
  readonly name: string;
  readonly role: ColumnRole;
  readonly reason: "column-missing" | "column-added" | "type-differs" | "type-unsupported";
  readonly why: string;
  readonly remedy: string;
}

/** Two tables and what `drift` says of their columns. */
export interface ComparedTables {
  readonly reference: Pick<Table, "columns">;
  readonly current: Pick<Table, "columns">;
  readonly columns: DriftColumns;
  /** Columns that say which rows belong together: they are not judged. */
  readonly apart: readonly string[];
}

/**
 * Every column of either table that is to be judged.
 *
 * @example
 * planColumns({ reference: { columns: [] }, current: { columns: [] }, columns: { include: null, exclude: [], kinds: {}, critical: [], label: null, predictions: [] }, apart: [] }); // => []
 */
export function planColumns(tables: ComparedTables): readonly (PlannedColumn | UnplannedColumn)[] {
  const { reference, current, columns, apart } = tables;
  const names = [...new Set([...reference.columns, ...current.columns].map(({ name }) => name))];
  return names
    .filter((name) => columns.include === null || columns.include.includes(name) || isTarget(columns, name))
    .filter((name) => !columns.exclude.includes(name) && !apart.includes(name))
    .map((name) => planColumn(name, tables));
}

/**
 * Names under `drift` that neither table has.
 *
 * @example
 * findUnknownNames(["agee"], [{ columns: [{ name: "age", family: "integer", sqlType: "BIGINT" }] }])[0]?.remedy; // => "Did you mean `age`?"
 */
export function findUnknownNames(
  names: readonly string[],
  tables: readonly Pick<Table, "columns">[],
): readonly Problem[] {
  const known = tables.flatMap(({ columns }) => columns.map(({ name }) => name));
  return [...new Set(names)]
    .filter((name) => !known.includes(name))
    .map((name) => {
      const near = nearestWord(name, known);
      return {
        message: `\`drift\` names the column ${quote(name)}, which the data do not have.`,
        remedy: near === null ? "Correct or remove the name." : `Did you mean \`${near}\`?`,
      };
    });
}

/**
 * Columns that hold none of what is wanted. For a time a plain number will not do: it could be seconds, milliseconds or a
 * row's place.
 *
 * @example
 * findMistypedColumns(["at"], { columns: [{ name: "at", family: "integer", sqlType: "BIGINT" }] }, "datetime")[0]?.message; // => 'The column "at" is of type BIGINT; times were wanted.'
 */
export function findMistypedColumns(
  names: readonly string[],
  { columns }: Pick<Table, "columns">,
  wanted: "datetime" | "numeric",
): readonly Problem[] {
  const { what, remedy } = WANTED[wanted];
  return columns
    .filter(({ name, family }) => names.includes(name) && !FAMILIES[wanted].includes(family))
    .map(({ name, sqlType }) => ({
      message: `The column ${quote(name)} is of type ${sqlType}; ${what} were wanted.`,
      remedy,
    }));
}

const WANTED = {
  datetime: {
    what: "times",
    remedy: "Write ISO 8601 texts such as `2026-05-05 12:00:00`, or a column of dates or timestamps.",
  },
  numeric: { what: "numbers", remedy: "Write a number in every row, or name another column." },
} as const;

function isTarget({ label, predictions }: DriftColumns, name: string): boolean {
  return label === name || predictions.includes(name);
}

function roleOf({ label, predictions }: DriftColumns, name: string): ColumnRole {
  if (label === name) return "label";
  return predictions.includes(name) ? "prediction" : "feature";
}

function planColumn(
  name: string,
  { reference, current, columns }: ComparedTables,
): PlannedColumn | UnplannedColumn {
  const role = roleOf(columns, name);
  const left = reference.columns.find((column) => column.name === name);
  const right = current.columns.find((column) => column.name === name);
  if (left === undefined || right === undefined) return tellAbsent(name, role, left === undefined);
  const declared = columns.kinds[name];
  const kinds = declared === undefined ? sharedKinds(left, right) : [declared];
  const options = kinds.flatMap((kind) => optionOf(kind, left, right) ?? []);
  if (options.length > 0) return { name, role, options };
  const isSame = left.family === right.family;
  return {
    name,
    role,
    reason: isSame ? "type-unsupported" : "type-differs",
    why: isSame
      ? `${name} is of type ${left.sqlType}, which cannot be judged${kinds[0] ? ` as ${kinds[0]}` : ""}.`
      : `${name} is of type ${left.sqlType} in the reference and ${right.sqlType} in the current data.`,
    remedy: isSame
      ? "Exclude the column, or name a kind its type has under `drift.columns.kinds`."
      : "Write the column with one type, or declare it `categorical` under `drift.columns.kinds`.",
  };
}

function tellAbsent(name: string, role: ColumnRole, isAdded: boolean): UnplannedColumn {
  return {
    name,
    role,
    reason: isAdded ? "column-added" : "column-missing",
    why: isAdded
      ? `${name} is in the current data, but not in the reference.`
      : `${name} is in the reference, but not in the current data.`,
    remedy: isAdded
      ? "Exclude the column, or take a reference that has it."
      : "Restore the column, or exclude it under `drift.columns.exclude`.",
  };
}

const KINDS: Readonly<Record<Column["family"], readonly ColumnKind[]>> = {
  integer: ["numeric", "categorical"],
  float: ["numeric"],
  boolean: ["boolean"],
  text: ["categorical", "text"],
  date: ["datetime"],
  timestamp: ["datetime"],
  other: [],
};

/** Of types that are alike: 1 and "1" could both be categories, but one of them is a mistake. */
function sharedKinds(reference: Column, current: Column): readonly ColumnKind[] {
  const [left, right] = [KINDS[reference.family], KINDS[current.family]];
  return left[0] === right[0] ? left : [];
}

/** Families whose values can be read as a kind. Whatever can be written as text can be a category. */
const FAMILIES: Readonly<Record<ColumnKind, readonly Column["family"][]>> = {
  numeric: ["integer", "float"],
  boolean: ["boolean"],
  text: ["text"],
  datetime: ["date", "timestamp", "text"],
  categorical: ["integer", "float", "boolean", "text", "date", "timestamp"],
};

function optionOf(kind: ColumnKind, reference: Column, current: Column): KindOption | null {
  const families = FAMILIES[kind];
  if (!families.includes(reference.family) || !families.includes(current.family)) return null;
  const measured = (column: Column) =>
    kind === "categorical" || kind === "boolean" ? categoryColumn(column) : numberColumn(column, kind);
  const whole = kind === "text" || (reference.family === "integer" && current.family === "integer");
  return { kind, reference: measured(reference), current: measured(current), whole };
}
