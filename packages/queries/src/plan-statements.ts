/**
 * From many questions about one table to few statements: all aggregates in one scan, one grouped query a key.
 *
 * @module
 */
import { firstRows, SAMPLE_ROWS } from "./first-rows.ts";
import type { Row, SqlValue, Table } from "./table.ts";

/**
 * What a grouped query can say of a key: how many different values it has, how many rows hold a value that
 * occurs more than once, and the first of these rows.
 */
export type GroupFact = "distinct" | "repeated" | "sample";

/**
 * One value wanted of a table: an aggregate over its rows (all, or those that meet a condition), the first rows that
 * meet a condition, or a fact about the groups of a key.
 */
export type Ask =
  | { readonly of: "rows"; readonly sql: string; readonly where?: string }
  | { readonly of: "first"; readonly value: string; readonly where: string }
  | { readonly of: "groups"; readonly key: string; readonly take: GroupFact };

/** A statement that returns one row; its n-th column answers the n-th ask. */
export interface Statement {
  readonly sql: string;
  readonly asks: readonly Ask[];
}

/** An answer, or the engine's reason why there is none. */
export type Answer = { readonly value: SqlValue } | { readonly failure: string };

/** Answers by {@link askId}. */
export type Answers = ReadonlyMap<string, Answer>;

/**
 * The identity of an ask: two asks with one identity are answered once.
 *
 * @example
 * askId({ of: "groups", key: '"id"', take: "distinct" }); // => 'distinct of "id"'
 */
export function askId(ask: Ask): string {
  if (ask.of === "groups") return `${ask.take} of ${ask.key}`;
  const what = ask.of === "rows" ? ask.sql : `first ${ask.value}`;
  return ask.where === undefined ? what : `${what} where ${ask.where}`;
}

/**
 * The statements that answer all asks: at most one scan of aggregates, and one grouped query per distinct key.
 *
 * @example
 * planStatements({ from: "t", columns: [], rowNumber: "r" }, [{ of: "rows", sql: "count(*)" }])[0].sql; // => "SELECT count(*) AS a0 FROM t"
 */
export function planStatements(table: Table, asks: readonly Ask[]): readonly Statement[] {
  const distinct = [...new Map(asks.map((ask) => [askId(ask), ask])).values()];
  const rows = distinct.filter((ask) => ask.of !== "groups");
  const groups = distinct.filter((ask) => ask.of === "groups");
  const scans = rows.length === 0 ? [] : [{ asks: rows, sql: writeScan(table, rows) }];
  const keys = [...new Set(groups.map(({ key }) => key))];
  return [...scans, ...keys.map((key) => planGroups(table, key, groups))];
}

/**
 * A statement that failed, cut in two, so that only the guilty ask fails in the end. A grouped query and a scan
 * with one ask cannot be cut: empty.
 *
 * @example
 * halveStatement({ from: "t", columns: [], rowNumber: "r" }, { sql: "", asks: [{ of: "rows", sql: "max(a)" }, { of: "rows", sql: "max(b)" }] })[1].sql; // => "SELECT max(b) AS a0 FROM t"
 */
export function halveStatement(table: Table, { asks }: Statement): readonly Statement[] {
  if (asks.length < 2 || asks.some(({ of }) => of === "groups")) return [];
  const middle = Math.ceil(asks.length / 2);
  return [asks.slice(0, middle), asks.slice(middle)].flatMap((half) => planStatements(table, half));
}

/**
 * The answers of a statement's one row.
 *
 * @example
 * readAnswers({ sql: "", asks: [{ of: "rows", sql: "count(*)" }] }, [{ a0: 7 }]).get("count(*)"); // => { value: 7 }
 */
export function readAnswers({ asks }: Statement, rows: readonly Row[]): Answers {
  const [row] = rows;
  if (row === undefined || rows.length > 1) throw new TypeError(`one row was wanted, not ${rows.length}`);
  return new Map(asks.map((ask, index) => [askId(ask), { value: row[`a${index}`] ?? null }]));
}

/**
 * The answers of a statement that failed for good.
 *
 * @example
 * failAnswers({ sql: "", asks: [{ of: "rows", sql: "avg(city)" }] }, "no average of text").get("avg(city)"); // => { failure: "no average of text" }
 */
export function failAnswers({ asks }: Statement, failure: string): Answers {
  return new Map(asks.map((ask) => [askId(ask), { failure }]));
}

type RowAsk = Exclude<Ask, { of: "groups" }>;
type GroupAsk = Extract<Ask, { of: "groups" }>;

/**
 * Conditions become columns of a subquery, so that each is decided once and in the engine's fastest way: a long IN
 * list inside FILTER is compared member by member.
 */
function writeScan(table: Table, asks: readonly RowAsk[]): string {
  const conditions = [...new Set(asks.flatMap(({ where }) => where ?? []))];
  if (conditions.length === 0) return `SELECT ${select(asks, (ask) => writeAsk(ask, ""))} FROM ${table.from}`;
  const fresh = freshPrefix(table);
  const filter = ({ where }: RowAsk) =>
    where === undefined ? "" : ` FILTER (WHERE ${fresh}${conditions.indexOf(where)})`;
  const columns = conditions.map((condition, index) => `${condition} AS ${fresh}${index}`).join(", ");
  const rows = `SELECT *, ${table.rowNumber} AS ${fresh}row, ${columns} FROM ${table.from}`;
  return `SELECT ${select(asks, (ask) => writeAsk(ask, `${fresh}row`) + filter(ask))} FROM (${rows})`;
}

function writeAsk(ask: RowAsk, rowNumber: string): string {
  return ask.of === "rows" ? ask.sql : firstRows(ask.value, rowNumber);
}

/** A prefix that no column of the table begins with; plain, so it needs no quotes. */
function freshPrefix({ columns }: Table): string {
  let prefix = "scan_";
  while (columns.some(({ name }) => name.toLowerCase().startsWith(prefix))) prefix += "_";
  return prefix;
}

function planGroups(table: Table, key: string, groups: readonly GroupAsk[]): Statement {
  const asks = groups.filter((ask) => ask.key === key);
  return { asks, sql: writeGroups(table, key, asks) };
}

/** NULL keys belong to no group. Only the 20 repeated groups that begin first can hold the first 20 rows. */
function writeGroups(table: Table, key: string, asks: readonly GroupAsk[]): string {
  const facts: Readonly<Record<GroupFact, string>> = {
    distinct: "groups_total",
    repeated: "rows_repeated",
    sample:
      `(SELECT ${firstRows(key, table.rowNumber)} FROM ${table.from}` +
      ` WHERE ${key} IN (SELECT unnest(first_repeated) FROM facts))`,
  };
  return (
    `WITH keys AS (SELECT ${key} AS value, count(*) AS members, min(${table.rowNumber}) AS first_row` +
    ` FROM ${table.from} WHERE ${key} IS NOT NULL GROUP BY ALL),` +
    " facts AS MATERIALIZED (SELECT count(*) AS groups_total," +
    " coalesce(sum(members) FILTER (WHERE members > 1), 0) AS rows_repeated," +
    ` arg_min(value, first_row, ${SAMPLE_ROWS}) FILTER (WHERE members > 1) AS first_repeated FROM keys)` +
    ` SELECT ${select(asks, (ask) => facts[ask.take])} FROM facts`
  );
}

function select<A extends Ask>(asks: readonly A[], write: (ask: A) => string): string {
  return asks.map((ask, index) => `${write(ask)} AS a${index}`).join(", ");
}
