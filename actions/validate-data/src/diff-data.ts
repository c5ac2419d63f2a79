/**
 * The data diff: a table beside the version its `base` names.
 *
 * @module
 */
import type { OpenedTable, SqlEngine } from "@ml-gates/engines";
import {
  type DataDiff,
  listKeys,
  type MatchedRows,
  planMatch,
  planMissingCodes,
  planShares,
  planSummaries,
  planSwaps,
  planUnique,
  readMatch,
  readMissingCodes,
  readSummaries,
  toDataDiff,
  type Versions,
} from "@ml-gates/expectations";
import type { Row, Table } from "@ml-gates/queries";

/** Columns that changed most are looked at for swaps; more would be too many pairs. */
const SWAP_CANDIDATES = 12;

/** Compares two opened tables. */
export async function diffData(
  engine: SqlEngine,
  versions: Versions & { readonly candidate: OpenedTable },
): Promise<DataDiff> {
  const { base, candidate } = versions;
  const [before, now] = [await summarize(engine, base), await summarize(engine, candidate)];
  const key = await findKey(engine, versions, listKeys(before, now));
  const match = key === null ? null : await matchRows(engine, versions, key);
  const codes = await compareCodes(engine, versions);
  const swaps = match === null ? [] : await findSwaps(engine, versions, match);
  return toDataDiff({ base: before, candidate: now, match, swaps, codes });
}

async function queryRow(engine: SqlEngine, sql: string): Promise<Row> {
  return (await engine.query(sql))[0] ?? {};
}

async function summarize(engine: SqlEngine, table: Table) {
  return readSummaries(table, await queryRow(engine, planSummaries(table)));
}

async function findKey(
  engine: SqlEngine,
  { base, candidate }: Versions,
  keys: readonly string[],
): Promise<string | null> {
  for (const key of keys) {
    const unique = await Promise.all(
      [base, candidate].map((table) => queryRow(engine, planUnique(table, key))),
    );
    if (unique.every((row) => row["unique"] === true)) return key;
  }
  return null;
}

async function matchRows(engine: SqlEngine, versions: Versions, key: string): Promise<MatchedRows> {
  const match = await queryRow(engine, planMatch(versions, key));
  const shares = planShares(versions, key, match);
  return readMatch(versions, key, { ...match, ...(shares === null ? {} : await queryRow(engine, shares)) });
}

async function findSwaps(engine: SqlEngine, versions: Versions, match: MatchedRows) {
  const changed = match.columns
    .filter(({ same }) => same < 0.5)
    .slice(0, SWAP_CANDIDATES)
    .map(({ name }) => name);
  const pairs = changed.flatMap((one, index) =>
    changed.slice(index + 1).map((other) => [one, other] as const),
  );
  const sql = planSwaps(versions, match.key, pairs);
  const row = sql === null ? {} : await queryRow(engine, sql);
  return pairs.map((columns, index) => ({
    columns,
    share: match.both === 0 ? 0 : Number(row[`swapped${index}`]) / match.both,
  }));
}

async function compareCodes(engine: SqlEngine, { base, candidate }: Versions) {
  const [before, now] = await Promise.all([base, candidate].map((table) => queryCodes(engine, table)));
  return (now ?? []).map(({ column, code, count }) => ({
    column,
    code,
    candidate: count,
    base: before?.find((other) => other.column === column && other.code === code)?.count ?? 0,
  }));
}

async function queryCodes(engine: SqlEngine, table: Table) {
  const sql = planMissingCodes(table);
  return sql === null ? [] : readMissingCodes(table, await engine.query(sql));
}
