/**
 * Causes that two versions of a table show: what a person would look for first.
 *
 * @module
 */
import type { ColumnSummary } from "./column-summary.ts";
import type { MatchedRows } from "./match-rows.ts";

/** A cause, told in one sentence about one or two columns. */
export interface Cause {
  readonly columns: readonly string[];
  readonly kind: "unit" | "shifted-date" | "swapped" | "missing-code";
  readonly why: string;
}

/** Nearly all: what a unit change leaves behind when a few rows were corrected too. */
const MOST = 0.9;
/** Nearer to 1 than this, a ratio is growth, not another unit. */
const SMALLEST_FACTOR = 1.2;

/** What the causes are read from. */
export interface Changes {
  readonly base: readonly ColumnSummary[];
  readonly candidate: readonly ColumnSummary[];
  readonly match: MatchedRows | null;
  /** Pairs of columns with the share of rows in which they have changed places. */
  readonly swaps: readonly { readonly columns: readonly [string, string]; readonly share: number }[];
  /** Codes that stand for missing: how many rows hold them now, and held them before. */
  readonly codes: readonly {
    readonly column: string;
    readonly code: string;
    readonly base: number;
    readonly candidate: number;
  }[];
}

/**
 * Every cause the data show, swapped columns first: they explain the rest.
 *
 * @example
 * findCauses({ base: [], candidate: [], match: null, swaps: [{ columns: ["a", "b"], share: 1 }], codes: [] })[0].why; // => '"a" and "b" have changed places in 100.0 % of rows: swapped columns?'
 */
export function findCauses(changes: Changes): readonly Cause[] {
  const swapped = changes.swaps.filter(({ share }) => share >= MOST).map(tellSwap);
  const explained = new Set(swapped.flatMap(({ columns }) => columns));
  const others = [...findUnits(changes), ...findShifts(changes), ...findCodes(changes)];
  return [...swapped, ...others.filter(({ columns }) => columns.every((column) => !explained.has(column)))];
}

function tellSwap({ columns, share }: Changes["swaps"][number]): Cause {
  const [one, other] = columns.map((name) => JSON.stringify(name));
  return {
    columns,
    kind: "swapped",
    why: `${one} and ${other} have changed places in ${percent(share)} of rows: swapped columns?`,
  };
}

/** By matched rows where there is a key, else by the deciles: a factor moves all of them alike. */
function findUnits({ base, candidate, match }: Changes): readonly Cause[] {
  return candidate.flatMap((column) => {
    const matched = match?.columns.find(({ name }) => name === column.name)?.ratio ?? null;
    const former = base.find(({ name }) => name === column.name);
    const factor = match === null ? decileFactor(former?.deciles ?? null, column.deciles) : matched;
    if (factor === null || factor.share < MOST || !isFactor(factor.value)) return [];
    const where = match === null ? "in every decile" : `in ${percent(factor.share)} of rows`;
    const why = `${JSON.stringify(column.name)} is ${tellFactor(factor.value)} × its former value ${where}: unit change?`;
    return [{ columns: [column.name], kind: "unit" as const, why }];
  });
}

function decileFactor(
  former: readonly number[] | null,
  now: readonly number[] | null,
): { value: number; share: number } | null {
  if (former === null || now === null) return null;
  const ratios = now
    .map((value, index) => value / (former[index] ?? 0))
    .filter((ratio) => Number.isFinite(ratio) && ratio !== 0);
  const middle = ratios.toSorted((left, right) => left - right)[ratios.length >> 1];
  if (middle === undefined || ratios.length < 5) return null;
  const alike = ratios.filter((ratio) => Math.abs(ratio / middle - 1) < 0.02).length;
  return { value: middle, share: alike / ratios.length };
}

function isFactor(ratio: number): boolean {
  const size = Math.abs(ratio);
  return ratio < 0 || size >= SMALLEST_FACTOR || size <= 1 / SMALLEST_FACTOR;
}

function findShifts({ match }: Changes): readonly Cause[] {
  return (match?.columns ?? []).flatMap(({ name, shift }) => {
    if (shift === null || shift.days === 0 || shift.share < MOST) return [];
    const days = `${Math.abs(shift.days)} day${Math.abs(shift.days) === 1 ? "" : "s"} ${shift.days > 0 ? "later" : "earlier"}`;
    const why = `${JSON.stringify(name)} is ${days} in ${percent(shift.share)} of rows: a shifted date or another time zone?`;
    return [{ columns: [name], kind: "shifted-date" as const, why }];
  });
}

/** A code is new when it was (nearly) absent and now stands in at least one row of two hundred. */
function findCodes({ candidate, codes }: Changes): readonly Cause[] {
  return codes.flatMap(({ column, code, base, candidate: now }) => {
    const rows = candidate.find(({ name }) => name === column)?.rows ?? 0;
    if (rows === 0 || base > 0 || now / rows < 0.005) return [];
    const why = `${JSON.stringify(column)} now holds ${JSON.stringify(code)} in ${percent(now / rows)} of rows, never before: a new code for missing values?`;
    return [{ columns: [column], kind: "missing-code" as const, why }];
  });
}

function tellFactor(ratio: number): string {
  return Math.abs(ratio) >= 1 ? ratio.toFixed(1) : ratio.toPrecision(3);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
