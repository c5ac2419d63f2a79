/**
 * What changed between two versions of a table, as the report holds it.
 *
 * @module
 */
import { type JsonValue, roundJudged } from "@ml-gates/gate";
import type { SqlValue } from "@ml-gates/queries";
import type { ColumnSummary } from "./column-summary.ts";
import { type Changes, findCauses } from "./find-causes.ts";

/** The diff as plain data. Shares are of all rows, in 0..1. */
export interface DataDiff {
  readonly rows: { readonly base: number; readonly candidate: number };
  /** By key, where a column names each row of both versions. */
  readonly matched: {
    readonly key: string;
    readonly both: number;
    readonly added: number;
    readonly gone: number;
  } | null;
  readonly columnsAdded: readonly string[];
  readonly columnsGone: readonly string[];
  readonly columns: readonly { readonly [field: string]: JsonValue }[];
  readonly causes: readonly {
    readonly columns: readonly string[];
    readonly kind: string;
    readonly why: string;
  }[];
}

/**
 * The diff of two summaries, with the causes they and the matched rows show.
 *
 * @example
 * toDataDiff({ base: [], candidate: [], match: null, swaps: [], codes: [] }).causes; // => []
 */
export function toDataDiff(changes: Changes): DataDiff {
  const { base, candidate, match } = changes;
  const names = (columns: readonly ColumnSummary[]) => columns.map(({ name }) => name);
  const [before, now] = [names(base), names(candidate)];
  return {
    rows: { base: base[0]?.rows ?? 0, candidate: candidate[0]?.rows ?? 0 },
    matched: match && { key: match.key, both: match.both, added: match.added, gone: match.gone },
    columnsAdded: now.filter((name) => !before.includes(name)),
    columnsGone: before.filter((name) => !now.includes(name)),
    columns: candidate.flatMap((column) => {
      const former = base.find(({ name }) => name === column.name);
      const same = match?.columns.find(({ name }) => name === column.name)?.same ?? null;
      return former === undefined ? [] : [compare(former, column, same)];
    }),
    causes: findCauses(changes),
  };
}

function compare(
  base: ColumnSummary,
  candidate: ColumnSummary,
  same: number | null,
): { readonly [field: string]: JsonValue } {
  return {
    column: candidate.name,
    type: base.family === candidate.family ? candidate.family : `${base.family} → ${candidate.family}`,
    missingBefore: roundJudged(base.missingShare),
    missingNow: roundJudged(candidate.missingShare),
    minBefore: toJson(base.min),
    minNow: toJson(candidate.min),
    maxBefore: toJson(base.max),
    maxNow: toJson(candidate.max),
    medianBefore: base.deciles === null ? null : roundJudged(base.deciles[4] ?? Number.NaN),
    medianNow: candidate.deciles === null ? null : roundJudged(candidate.deciles[4] ?? Number.NaN),
    changedRows: same === null ? null : roundJudged(1 - same),
  };
}

function toJson(value: SqlValue): JsonValue {
  if (typeof value === "number") return roundJudged(value);
  if (typeof value === "string") return value.slice(0, 100);
  return typeof value === "bigint" ? String(value) : typeof value === "boolean" ? value : null;
}
