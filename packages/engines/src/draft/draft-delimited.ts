/**
 * A draft of a delimited file: a view that casts each text as it is scanned, and the aggregates that tell whether
 * every cast was right.
 *
 * @module
 */
import type { ColumnType } from "@ml-gates/gate";
import { quoteName, type ValueRange } from "@ml-gates/queries";
import { readColumns, withoutNan } from "../columns.ts";
import { rawText, readHeaders, type Scanning, scanText } from "../open-delimited.ts";
import { presentText, type UsualLength } from "../present-text.ts";
import type { Session } from "../session.ts";
import type { DraftTable, OpenedTable, TableSource } from "../sql-engine.ts";
import { countMisfits, isDoubt, MISSING_TEXTS, nextType, TEXT_TYPES, type TextType } from "../text-types.ts";
import { findColumns, guessTypes, refuseUnknown, settleTypes } from "../type-text.ts";
import type { PlainFile } from "../unpack.ts";
import { withRanges } from "../value-ranges.ts";
import { guessRows, mayMislead, readStart } from "./file-start.ts";
import { firstRowsOf } from "./first-rows.ts";
import { guessLengths } from "./guess-lengths.ts";
import { guessRanges } from "./guess-ranges.ts";
import { promiseNumbers } from "./number-rows.ts";
import { castSeen, countDoubts, type Reading, seenText } from "./reading.ts";

/** What all bytes of the files say. */
export interface FileFacts {
  readonly digest: string;
  /** Whether the rows may hold floats that the scan itself misreads. */
  readonly misleading: boolean;
}

/** What is drafted, and its bytes' facts, which are to be found while the table is scanned: before, they would only delay it. */
export interface DraftSource {
  readonly source: TableSource;
  readonly delimiter: string;
  /** Of all files together. */
  readonly bytes: number;
  readonly startFacts: () => Promise<FileFacts>;
}

interface Texts {
  readonly session: Session;
  readonly columns: readonly string[];
  /** All columns as written, under the same names, but for those that are to be scanned otherwise. */
  readonly select: (scanning: Partial<Scanning>) => string;
  readonly missing: readonly string[];
  readonly declared: ReadonlyMap<string, ColumnType>;
  /** About how many there are. */
  readonly rows: number;
}

interface Drafting extends Texts {
  readonly facts: Promise<FileFacts>;
}

/** A scan reads all of the text, whatever it is asked: few long ones cost less than many short ones. */
const MOST_AGGREGATES = 512;
/**
 * What is read at once, and looked at before any row is read. Of the engine's own 32 MiB a sample would read most in
 * vain, a file of middling size would leave cores without work, and no cache holds them.
 */
const READ_BYTES = 4 * 2 ** 20;
const SAMPLE_ROWS = 4096;

/** Drafts delimited files of one header; null when a column is called like the engine's own row number. */
export async function draftDelimited(
  session: Session,
  files: readonly PlainFile[],
  { source, delimiter, bytes, startFacts }: DraftSource,
): Promise<DraftTable | null> {
  const columns = await readHeaders(files, delimiter);
  if (columns.some((column) => column.toLowerCase() === "rowid")) return null;
  const types = source.types ?? {};
  refuseUnknown({ name: source.path, columns, declared: types });
  const missing = source.missing ?? MISSING_TEXTS;
  const raw = columns.map((column) => `${rawText(column, missing)} AS ${quoteName(column)}`);
  const select = (scanning: Partial<Scanning>): string => {
    const scan = scanText(files, columns, { delimiter, missing: [""], bytes: READ_BYTES, ...scanning });
    return `(SELECT ${raw.join(", ")} FROM ${scan})`;
  };
  const declared = new Map(Object.entries(types));
  const start = await readStart(files[0]?.path ?? "", READ_BYTES);
  const drafting = { session, columns, select, missing, declared, rows: guessRows(start, bytes) };
  const { types: likely, trust } = await sampleTexts(drafting);
  // A scan that takes an empty field for missing does so for numbers too.
  const scansFloats = missing.includes("") && !mayMislead(start, 0);
  const floats = new Set(scansFloats ? listFloats(likely, trust) : []);
  return draftAs({ ...drafting, facts: startFacts() }, likely, { ...trust, floats });
}

/** All columns without the words that mean missing, under the same names. */
function presentTexts({ columns, missing }: Texts, from: string): string {
  const texts = columns.map((column) => `${presentText(quoteName(column), missing)} AS ${quoteName(column)}`);
  return `(SELECT ${texts.join(", ")} FROM ${from})`;
}

type Types = ReadonlyMap<string, TextType>;

/** What the first rows say of all: the columns' types, and how each is read fastest. */
async function sampleTexts(drafting: Texts): Promise<{ readonly types: Types; readonly trust: Trust }> {
  const { session, columns, select, missing, declared, rows } = drafting;
  const sample = quoteName(session.freshName());
  await session.run(`CREATE TABLE ${sample} AS SELECT * FROM ${select({})} LIMIT ${SAMPLE_ROWS}`);
  const untyped = columns.filter((column) => !declared.has(column));
  const first = new Map(untyped.map((column) => [column, TEXT_TYPES[0]]));
  const present = presentTexts(drafting, sample);
  const guessed = new Map<string, TextType>([
    ...(await guessTypes(session, { from: sample, missing }, first)),
    ...declared,
  ]);
  const guessedReadings = await findReadings(drafting, sample, guessed);
  // A fast reading that the sample does not refute has proven the guess on it.
  const open = [...guessed].filter(
    ([column]) => !declared.has(column) && guessedReadings.get(column) === "guarded",
  );
  const settled = await settleTypes(session, present, new Map(open));
  const readings = new Map([...guessedReadings].filter(([column]) => !settled.has(column)));
  for (const [column, reading] of await findReadings(drafting, sample, settled))
    readings.set(column, reading);
  const types = new Map([...guessed, ...settled]);
  const ranges = await guessRanges(session, { from: sample, rows }, listOf("integer", types));
  const lengths = await guessLengths(session, sample, listOf("text", types));
  await session.run(`DROP TABLE ${sample}`);
  return { types, trust: { readings, proven: NONE, floats: NONE, ranges, lengths } };
}

/** The fastest reading of each column that the sample does not refute. */
async function findReadings(
  { session, missing }: Texts,
  sample: string,
  types: Types,
): Promise<ReadonlyMap<string, Reading>> {
  const readings = new Map<string, Reading>();
  let doubted = types;
  for (const [reading, next] of [
    ["quick", "present"],
    ["present", "guarded"],
  ] as const) {
    const doubts = await findColumns(session, sample, doubted, (type, text) => {
      const seen = seenText(reading, text, { missing, usual: null });
      return countDoubts(reading, type, { value: castSeen(reading, type, seen), seen });
    });
    for (const column of doubts) readings.set(column, next);
    doubted = new Map([...types].filter(([column]) => doubts.includes(column)));
  }
  return readings;
}

const NONE: ReadonlySet<string> = new Set();

/** The floats of which nothing in the sample needs a second look. */
function listFloats(types: Types, { readings }: Trust): readonly string[] {
  return listOf("float", types).filter((column) => !readings.has(column));
}

function listOf(wanted: TextType, types: Types): readonly string[] {
  return [...types].flatMap(([column, type]) => (type === wanted ? column : []));
}

interface Trust {
  /** How each column is read; `quick` where none is named. */
  readonly readings: ReadonlyMap<string, Reading>;
  /** The columns whose whole content is known to fit. */
  readonly proven: ReadonlySet<string>;
  /** The columns that the scan itself reads as numbers. */
  readonly floats: ReadonlySet<string>;
  /** Where whole numbers probably lie. */
  readonly ranges: ReadonlyMap<string, ValueRange>;
  /** How long the texts of text columns usually are. */
  readonly lengths: ReadonlyMap<string, UsualLength>;
}

async function draftAs(drafting: Drafting, types: Types, trust: Trust): Promise<DraftTable> {
  const { session, columns, select, missing } = drafting;
  const from = quoteName(session.freshName());
  const names = textNames(columns);
  const read = columns.map((column, index) => {
    const type = types.get(column) ?? "text";
    const reading = readingOf(column, type, trust);
    const usual = trust.lengths.get(column) ?? null;
    const seen = seenText(reading, quoteName(column), { missing, usual });
    return { column, type, reading, seen, name: names[index] ?? "" };
  });
  const casts = read.map(
    ({ column, type, reading, seen }) => `${castSeen(reading, type, seen)} AS ${quoteName(column)}`,
  );
  const tested = read.filter(({ column, type }) => type !== "text" && !trust.proven.has(column));
  const kept = tested
    .filter(({ reading }) => reading !== "native")
    .map(({ seen, name }) => `${seen} AS ${name}`);
  const scan = select({ floats: trust.floats });
  await session.run(`CREATE VIEW ${from} AS SELECT ${[...casts, ...kept].join(", ")} FROM ${scan}`);
  const typed = await readColumns(session, from);
  const table = {
    from,
    columns: withRanges(withoutNan(typed.slice(0, columns.length)), trust.ranges, drafting.rows),
    rowNumber: promiseNumbers(session, { from, columns }),
    mostAggregates: MOST_AGGREGATES,
  };
  const doubts = tested.map(({ column, type, reading, name }) =>
    countDoubts(reading, type, { value: quoteName(column), seen: name }),
  );
  return {
    table,
    checks: ["count(*)", ...doubts],
    firstRows: firstRowsOf(session, {
      from: `(SELECT ${casts.join(", ")} FROM ${scan} LIMIT ${SAMPLE_ROWS})`,
      columns,
      rows: drafting.rows,
    }),
    settle: ([rows = null, ...unsure]) => {
      const open = tested.filter((_, index) => isDoubt(unsure[index])).map(({ column }) => column);
      const settled = { ...table, rows: Number(rows), misfits: [] };
      return settleDraft(drafting, { types, trust, open, settled });
    },
    retry: async () =>
      trust.floats.size === 0 ? null : draftAs(drafting, types, { ...trust, floats: NONE }),
  };
}

function readingOf(column: string, type: TextType, { readings, floats }: Trust): Reading {
  if (floats.has(column)) return "native";
  return type === "text" ? "present" : (readings.get(column) ?? "quick");
}

/** Names for the columns' texts, which no column has. */
function textNames(columns: readonly string[]): readonly string[] {
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
  const { session, declared, select } = drafting;
  if (settled.rows === 0) return null;
  const { digest, misleading } = await drafting.facts;
  const { floats } = trust;
  if (floats.size > 0 && (misleading || open.some((column) => floats.has(column))))
    return draftAs(drafting, types, { ...trust, floats: NONE });
  if (open.length === 0) return { ...settled, digest };
  const present = presentTexts(drafting, select({}));
  const asked = new Map([...types].filter(([column]) => open.includes(column)));
  const wrong = await findColumns(session, present, asked, countMisfits);
  if (wrong.some((column) => declared.has(column))) return null;
  const start = new Map(wrong.map((column) => [column, nextType(types.get(column) ?? "text")]));
  const widened = await settleTypes(session, present, start);
  return draftAs(drafting, new Map([...types, ...widened]), {
    ...trust,
    readings: new Map([...trust.readings, ...open.map((column) => [column, "guarded"] as const)]),
    proven: new Set([...trust.proven, ...open]),
  });
}
