/**
 * A draft of a delimited file: a view that casts each text as it is scanned, and the aggregates that tell whether
 * every cast was right.
 *
 * @module
 */
import type { ColumnType } from "@ml-gates/gate";
import { quoteName } from "@ml-gates/queries";
import { readColumns, withoutNan } from "../columns.ts";
import { presentText, readHeaders, scanText } from "../open-delimited.ts";
import type { Session } from "../session.ts";
import type { DraftTable, OpenedTable, TableSource } from "../sql-engine.ts";
import {
  castQuickly,
  castText,
  countMisfits,
  countUnsure,
  MISSING_TEXTS,
  TEXT_TYPES,
  type TextType,
} from "../text-types.ts";
import { refuseUnknown, SAMPLE_ROWS, settleTypes } from "../type-text.ts";
import type { PlainFile } from "../unpack.ts";
import { promiseNumbers } from "./number-rows.ts";

/** What is drafted, and the digest that is being computed meanwhile. */
export interface DraftSource {
  readonly source: TableSource;
  readonly delimiter: string;
  readonly digest: Promise<string>;
}

interface Drafting {
  readonly session: Session;
  readonly columns: readonly string[];
  /** All columns as text, missing ones NULL, under the same names. */
  readonly texts: string;
  readonly declared: ReadonlyMap<string, ColumnType>;
  readonly digest: Promise<string>;
}

/** Drafts delimited files of one header; null when a column is called like the engine's own row number. */
export async function draftDelimited(
  session: Session,
  files: readonly PlainFile[],
  { source, delimiter, digest }: DraftSource,
): Promise<DraftTable | null> {
  const columns = await readHeaders(files, delimiter);
  if (columns.some((column) => column.toLowerCase() === "rowid")) return null;
  const types = source.types ?? {};
  refuseUnknown({ name: source.path, columns, declared: types });
  const missing = source.missing ?? MISSING_TEXTS;
  const texts = columns.map((column) => `${presentText(column, missing, delimiter)} AS ${quoteName(column)}`);
  const scan = `(SELECT ${texts.join(", ")} FROM ${scanText(files, columns, { delimiter, missing })})`;
  const drafting = { session, columns, texts: scan, declared: new Map(Object.entries(types)), digest };
  return sampleDraft(drafting);
}

const FEW_ROWS = 1000;

async function sampleDraft(drafting: Drafting): Promise<DraftTable> {
  const { session, columns, texts, declared } = drafting;
  const sample = quoteName(session.freshName());
  await session.run(`CREATE TABLE ${sample} AS SELECT * FROM ${texts} LIMIT ${SAMPLE_ROWS}`);
  const open = columns.filter((column) => !declared.has(column));
  const first = new Map(open.map((column) => [column, TEXT_TYPES[0]]));
  // A few rows prove most texts to be no numbers, which spares the others the longest search.
  const few = await settleTypes(session, `(SELECT * FROM ${sample} LIMIT ${FEW_ROWS})`, first);
  const inferred = await settleTypes(session, sample, few);
  const types = new Map<string, TextType>([...inferred, ...declared]);
  const unsure = await findColumns(session, sample, types, (type, x) =>
    countUnsure(type, castQuickly(type, x), x),
  );
  await session.run(`DROP TABLE ${sample}`);
  return draftAs(drafting, types, { careful: new Set(unsure), proven: new Set() });
}

/** The columns for which an aggregate is not 0. */
async function findColumns(
  session: Session,
  from: string,
  types: Types,
  count: (type: TextType, x: string) => string,
): Promise<readonly string[]> {
  const asked = [...types].filter(([, type]) => type !== "text");
  if (asked.length === 0) return [];
  const counts = asked.map(([column, type], index) => `${count(type, quoteName(column))} AS "${index}"`);
  const [counted] = await session.run(`SELECT ${counts.join(", ")} FROM ${from}`);
  return asked.filter((_, index) => Number(counted?.[index]) !== 0).map(([column]) => column);
}

type Types = ReadonlyMap<string, TextType>;

interface Trust {
  /** The columns that need the guarded cast. */
  readonly careful: ReadonlySet<string>;
  /** The columns whose whole content is known to fit. */
  readonly proven: ReadonlySet<string>;
}

async function draftAs(drafting: Drafting, types: Types, trust: Trust): Promise<DraftTable> {
  const { session, columns, texts } = drafting;
  const from = quoteName(session.freshName());
  const raw = rawNames(columns);
  const typeOf = (column: string) => types.get(column) ?? "text";
  const casts = columns.map((column) => {
    const cast = trust.careful.has(column) ? castText : castQuickly;
    return `${cast(typeOf(column), quoteName(column))} AS ${quoteName(column)}`;
  });
  const kept = columns.map((column, index) => `${quoteName(column)} AS ${raw[index]}`);
  await session.run(`CREATE VIEW ${from} AS SELECT ${[...casts, ...kept].join(", ")} FROM ${texts}`);
  const tested = columns.flatMap((column, index) =>
    typeOf(column) === "text" || trust.proven.has(column) ? [] : [{ column, raw: raw[index] ?? "" }],
  );
  const table = {
    from,
    columns: withoutNan((await readColumns(session, from)).slice(0, columns.length)),
    rowNumber: promiseNumbers(session, { from, columns }),
    numbersDear: true,
  };
  const checkOf = (column: string, text: string) =>
    trust.careful.has(column)
      ? `count(${text}) - count(${quoteName(column)})`
      : countUnsure(typeOf(column), quoteName(column), text);
  return {
    table,
    checks: ["count(*)", ...tested.map((each) => checkOf(each.column, each.raw))],
    settle: ([rows = null, ...unsure]) => {
      const open = tested.filter((_, index) => Number(unsure[index]) !== 0).map(({ column }) => column);
      const settled = { ...table, rows: Number(rows), misfits: [] };
      return settleDraft(drafting, { types, trust, open, settled });
    },
  };
}

/** Names for the columns' texts, which no column has. */
function rawNames(columns: readonly string[]): readonly string[] {
  let prefix = "__text";
  while (columns.some((column) => column.toLowerCase().startsWith(prefix))) prefix = `_${prefix}`;
  return columns.map((_, index) => quoteName(`${prefix}${index}`));
}

interface Settling {
  readonly types: Types;
  readonly trust: Trust;
  /** Columns with values that may not fit. */
  readonly open: readonly string[];
  readonly settled: Omit<OpenedTable, "digest">;
}

/** A declared type that some value does not fit, and a file without rows, are told by those who read everything. */
async function settleDraft(drafting: Drafting, { types, trust, open, settled }: Settling) {
  const { session, declared, texts, digest } = drafting;
  if (settled.rows === 0) return null;
  if (open.length === 0) return { ...settled, digest: await digest };
  const asked = new Map([...types].filter(([column]) => open.includes(column)));
  const wrong = await findColumns(session, texts, asked, countMisfits);
  if (wrong.some((column) => declared.has(column))) return null;
  const start = new Map(wrong.map((column) => [column, nextType(types.get(column))]));
  const widened = await settleTypes(session, texts, start);
  return draftAs(drafting, new Map([...types, ...widened]), {
    careful: new Set([...trust.careful, ...open]),
    proven: new Set([...trust.proven, ...open]),
  });
}

function nextType(type: TextType = "text"): TextType {
  return TEXT_TYPES[TEXT_TYPES.indexOf(type) + 1] ?? "text";
}
