/**
 * Where whole-number columns of a text file probably have their values, by its first rows.
 *
 * @module
 */
import { quoteName, type ValueRange } from "@ml-gates/queries";
import type { Session } from "../session.ts";
import { readRanges } from "../value-ranges.ts";

/** Of so many columns at most: with the number of aggregates a statement's time grows with its square. */
const MOST_COLUMNS = 64;
/** Numbers that run through so much of their range from the first row to the last are taken to run on. */
const RUNNING = 0.9;
/** They may run faster than they began. */
const HASTE = 1.25;

/** The first rows, stored as texts, and about how many rows there are in all. */
export interface SampledRows {
  /** Quoted table name. */
  readonly from: string;
  readonly rows: number;
}

/** The likely ranges of these columns, by name. */
export async function guessRanges(
  session: Session,
  { from, rows }: SampledRows,
  columns: readonly string[],
): Promise<ReadonlyMap<string, ValueRange>> {
  const asked = columns.slice(0, MOST_COLUMNS);
  if (asked.length === 0) return new Map();
  const facts = asked.flatMap((column, index) => {
    const value = `TRY_CAST(${quoteName(column)} AS BIGINT)`;
    return [
      `min(${value}) AS low${index}`,
      `max(${value}) AS high${index}`,
      `arg_max(${value}, rowid) - arg_min(${value}, rowid) AS run${index}`,
    ];
  });
  const [row = {}] = await session.run(`SELECT count(*) AS seen, ${facts.join(", ")} FROM ${from}`);
  const scale = (HASTE * rows) / Math.max(1, Number(row["seen"]));
  const ranges = asked.map((name, index) => {
    const [low = null, high = null] = [row[`low${index}`], row[`high${index}`]];
    return { name, low, high, run: Number(row[`run${index}`]) };
  });
  const seen = readRanges(ranges);
  return new Map(
    ranges.flatMap(({ name, run }) => {
      const range = seen.get(name);
      return range === undefined ? [] : [[name, widenRange(range, { rows, run, scale })] as const];
    }),
  );
}

interface Growth {
  readonly rows: number;
  /** From the first row's value to the last's. */
  readonly run: number;
  /** How many times the rows that were seen there are in all. */
  readonly scale: number;
}

/** By one for each row costs little; a count goes on as it began. */
function widenRange({ low, high }: ValueRange, { rows, run, scale }: Growth): ValueRange {
  const running = Math.abs(run) >= RUNNING * (high - low);
  const [down, up] = running ? [Math.min(0, run * scale), Math.max(0, run * scale)] : [0, 0];
  return { low: Math.floor(low - rows + down), high: Math.ceil(high + rows + up) };
}
