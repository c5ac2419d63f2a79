/**
 * Gives the columns of an all-text table their types: declared ones as declared, the rest from the whole column.
 *
 * @module
 */

import { type ColumnType, quote } from "@ml-gates/gate";
import { quoteName } from "@ml-gates/queries";
import { askColumns } from "./ask-columns.ts";
import { freshColumn, readColumns, withoutNan } from "./columns.ts";
import { fileFault } from "./fault.ts";
import type { Session } from "./session.ts";
import type { Misfit, OpenedTable } from "./sql-engine.ts";
import {
  castQuickly,
  castText,
  countMisfits,
  countUnsure,
  firstLikely,
  holds,
  isDoubt,
  nextType,
  TEXT_TYPES,
  type TextType,
} from "./text-types.ts";

/** An all-text table in file order, and what is known of its columns' types. */
export interface TextTable {
  readonly name: string;
  /** Quoted table name. */
  readonly from: string;
  readonly columns: readonly string[];
  readonly declared: Readonly<Record<string, ColumnType>>;
  /** Where the search for a column's type begins; at the first type when not given. */
  readonly start?: ReadonlyMap<string, TextType>;
}

/** As many rows as two batches of the engine's own. */
const SAMPLE_ROWS = 20_480;
const MISFIT_SAMPLES = 20;
const SAMPLE_CHARACTERS = 200;

/** Replaces the all-text table by a typed one. */
export async function typeText(session: Session, table: TextTable): Promise<Omit<OpenedTable, "digest">> {
  refuseUnknown(table);
  const rows = await countRows(session, table.from);
  const { types, proven } = await chooseTypes(session, table, rows);
  const misfits = await findMisfits(session, table, proven);
  const from = quoteName(session.freshName());
  const casts = table.columns.map((column) => {
    const cast = proven.has(column) ? castQuickly : castText;
    return `${cast(types.get(column) ?? "text", quoteName(column))} AS ${quoteName(column)}`;
  });
  // A column of that name hides the engine's own row number, so the table then stores one.
  const hidden = table.columns.some((column) => column.toLowerCase() === "rowid");
  const rowNumber = hidden ? freshColumn(table.columns, "__row") : "(rowid + 1)";
  const stored = hidden ? [`row_number() OVER () AS ${rowNumber}`] : [];
  await session.run(`CREATE TABLE ${from} AS SELECT ${[...casts, ...stored].join(", ")} FROM ${table.from}`);
  await session.run(`DROP TABLE ${table.from}`);
  const columns = withoutNan((await readColumns(session, from)).slice(0, table.columns.length));
  return { from, columns, rowNumber, rows, misfits };
}

/** How many rows a table has. */
export async function countRows(session: Session, from: string): Promise<number> {
  const [counted] = await session.run(`SELECT count(*) AS rows FROM ${from}`);
  return Number(counted?.["rows"]);
}

/** @throws EvidenceError for a declared type of a column that is not there. */
export function refuseUnknown({ name, columns, declared }: Omit<TextTable, "from">): void {
  const unknown = Object.keys(declared).filter((column) => !columns.includes(column));
  if (unknown.length === 0) return;
  const seen = `has no column ${unknown.map(quote).join(", ")}, for which a type is declared (it has ${quote(columns.join(", "))})`;
  throw fileFault(name, seen, "Correct `types`, or the step that writes the file.");
}

interface Choice {
  readonly types: ReadonlyMap<string, TextType>;
  /** Columns of which every text fits its type, and is read right by the quick cast. */
  readonly proven: ReadonlySet<string>;
}

/** A sample's answer is a hypothesis: it saves looking at types that some value has already refuted. */
async function chooseTypes(session: Session, table: TextTable, rows: number): Promise<Choice> {
  const { from, columns } = table;
  const declared = columns.flatMap((column) => {
    const type = declaredType(table, column);
    return type === undefined ? [] : [[column, type] as const];
  });
  if (rows === 0) return { types: new Map(declared), proven: new Set() };
  const open = columns.filter((column) => declaredType(table, column) === undefined);
  const start = new Map(open.map((column) => [column, table.start?.get(column) ?? TEXT_TYPES[0]]));
  const guess = new Map<string, TextType>([
    ...(await guessTypes(session, { from, missing: [] }, start)),
    ...declared,
  ]);
  if (rows <= SAMPLE_ROWS) return proveTypes(session, { ...table, start }, guess);
  const sample = `(SELECT * FROM ${from} LIMIT ${SAMPLE_ROWS})`;
  const { types } = await proveTypes(session, { ...table, start, from: sample }, guess);
  return proveTypes(session, { ...table, start }, types);
}

/** The quick casts prove most columns' types; those of the others are searched for. */
async function proveTypes(
  session: Session,
  table: TextTable & Required<Pick<TextTable, "start">>,
  guess: ReadonlyMap<string, TextType>,
): Promise<Choice> {
  const { from, start } = table;
  const doubts = await findColumns(session, from, guess, (type, x) =>
    countUnsure(type, castQuickly(type, x), x),
  );
  // Where the search begins at floats, a column may still be whole numbers, too large for any integer.
  const unsure = [...guess].filter(
    ([column, type]) => doubts.includes(column) || (type === "float" && start.get(column) === "float"),
  );
  const open = unsure.filter(([column]) => declaredType(table, column) === undefined);
  const settled = await settleTypes(session, from, new Map(open));
  const proven = [...guess.keys()].filter((column) => !unsure.some(([each]) => each === column));
  return { types: new Map([...guess, ...settled]), proven: new Set(proven) };
}

/** The columns for which an aggregate over the table is not 0. */
export async function findColumns(
  session: Session,
  from: string,
  types: ReadonlyMap<string, TextType>,
  count: (type: TextType, x: string) => string,
): Promise<readonly string[]> {
  const asked = [...types].flatMap(([column, type]) =>
    type === "text" ? [] : [[column, [count(type, quoteName(column))]] as const],
  );
  const counted = await askColumns(session, from, new Map(asked));
  return [...counted].flatMap(([column, [answer]]) => (isDoubt(answer) ? column : []));
}

const FEW_ROWS = 50;
const SHORT_CHARACTERS = 100;

/**
 * The first type from `start` on that each column's first rows do not refute. They prove most texts to be no numbers,
 * which spares the others a search. Of a long text too little is read to refute anything. The words that mean missing
 * are told here: a statement that compares a thousand columns with each takes seconds to plan.
 */
export async function guessTypes(
  session: Session,
  { from, missing }: { readonly from: string; readonly missing: readonly string[] },
  start: ReadonlyMap<string, TextType>,
): Promise<ReadonlyMap<string, TextType>> {
  if (start.size === 0) return start;
  const read = [...start.keys()].map(
    (column, index) => `left(${quoteName(column)}, ${SHORT_CHARACTERS}) AS "${index}"`,
  );
  const rows = await session.run(`SELECT ${read.join(", ")} FROM ${from} LIMIT ${FEW_ROWS}`);
  const guessed = [...start].map(([column, type], index) => {
    const texts = rows.flatMap((row) => row[index] ?? []).map(String);
    const telling = texts.filter((text) => text.length < SHORT_CHARACTERS && !missing.includes(text));
    return [column, firstLikely(telling, type)] as const;
  });
  return new Map(guessed);
}

/** The first type from `start` on that all values of each column fit. */
export async function settleTypes(
  session: Session,
  from: string,
  start: ReadonlyMap<string, TextType>,
): Promise<ReadonlyMap<string, TextType>> {
  const types = new Map(start);
  let open = [...types].filter(([, type]) => type !== "text");
  while (open.length > 0) {
    const misfits = await findColumns(
      session,
      from,
      new Map(open),
      (type, x) => `CAST(NOT (${holds(type, x)}) AS INTEGER)`,
    );
    open = open
      .filter(([column]) => misfits.includes(column))
      .map(([column, type]) => [column, nextType(type)]);
    for (const [column, type] of open) types.set(column, type);
    open = open.filter(([, type]) => type !== "text");
  }
  return types;
}

/** A stranger's column may be called `constructor`. */
function declaredType({ declared }: TextTable, column: string): ColumnType | undefined {
  return Object.hasOwn(declared, column) ? declared[column] : undefined;
}

async function findMisfits(
  session: Session,
  table: TextTable,
  proven: ReadonlySet<string>,
): Promise<readonly Misfit[]> {
  const { from } = table;
  const typed = table.columns.flatMap((column) => {
    const type = declaredType(table, column);
    return type === undefined || type === "text" || proven.has(column) ? [] : [{ column, type }];
  });
  const asked = typed.map(({ column, type }) => [column, [countMisfits(type, quoteName(column))]] as const);
  const counted = await askColumns(session, from, new Map(asked));
  const misfits: Misfit[] = [];
  for (const { column, type } of typed) {
    const count = Number(counted.get(column)?.[0]);
    if (count > 0)
      misfits.push({ column, type, count, samples: await readSamples(session, table, { column, type }) });
  }
  return misfits;
}

interface Declared {
  readonly column: string;
  readonly type: ColumnType;
}

async function readSamples(session: Session, table: TextTable, { column, type }: Declared) {
  const [x, row] = [quoteName(column), freshColumn(table.columns, "__row")];
  const rows = await session.run(
    `SELECT ${row} AS row, left(${x}, ${SAMPLE_CHARACTERS}) AS value
     FROM (SELECT *, row_number() OVER () AS ${row} FROM ${table.from})
     WHERE ${x} IS NOT NULL AND ${castText(type, x)} IS NULL ORDER BY ${row} LIMIT ${MISFIT_SAMPLES}`,
  );
  return rows.map((found) => ({ row: Number(found["row"]), value: String(found["value"]) }));
}
