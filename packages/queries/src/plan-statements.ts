/**
 * From many questions about one table to few statements: all aggregates in one scan, one grouped query a key.
 *
 * @module
 */
import { firstRows, SAMPLE_ROWS } from "./first-rows.ts";
import { GROUP_VALUES, GROUPED_CHARACTERS, MOST_VALUES } from "./group-values.ts";
import { type OrderedAsk, orderedId, writeOrdered } from "./ordered-rows.ts";
import { presentValue } from "./present-value.ts";
import type { Row, SqlValue, Table } from "./table.ts";
import { type QueryAsk, type TestedAsk, valuesFor } from "./tested-values.ts";

/**
 * What a grouped query can say of a key: how many different values it has, how many of them occur more than once, how
 * many rows hold such a value, and the first of these rows.
 */
export type GroupFact = "distinct" | "repeated-values" | "repeated" | "sample";

/**
 * One value wanted of a table: an aggregate over its rows (all, or those that meet a condition), the first rows that
 * meet a condition, the rows that break an order, a fact about the groups of a key, a key's different values (see `readGroupValues`), what a test
 * in JavaScript finds among them (see `readTested`), or the rows that a query of the suite gives (see `readRows`).
 * Conditions hold for the rows for which they are TRUE. For the last two the shell has more to do than to run a
 * statement: tests are run under a time limit, queries apart from everything else.
 */
export type Ask =
  | RowsAsk
  | { readonly of: "first"; readonly value: string; readonly where: string }
  | { readonly of: "groups"; readonly key: string; readonly take: GroupFact; readonly where?: string }
  | { readonly of: "values"; readonly key: string; readonly where?: string }
  | OrderedAsk
  | TestedAsk
  | QueryAsk;

/** An aggregate, with what may be written around it: a condition belongs to the aggregate alone. */
export interface RowsAsk {
  readonly of: "rows";
  readonly sql: string;
  readonly around?: readonly [before: string, after: string];
  readonly where?: string;
}

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
  return ask.where === undefined ? subjectOf(ask) : `${subjectOf(ask)} where ${ask.where}`;
}

function subjectOf(ask: Ask): string {
  if (ask.of === "rows") return writeAround(ask, ask.sql);
  if (ask.of === "first") return `first ${ask.value}`;
  if (ask.of === "query") return `query ${JSON.stringify([ask.sql, ask.tables])}`;
  if (ask.of === "ordered") return orderedId(ask);
  if (ask.of === "tested") return `${ask.test.id} of ${ask.key}`;
  return `${ask.of === "groups" ? ask.take : "values"} of ${ask.key}`;
}

/**
 * The statements that answer all asks: at most one scan of aggregates, one pass in the order of the rows, and one
 * grouped query per distinct key and condition.
 *
 * @example
 * planStatements({ from: "t", columns: [], rowNumber: "r" }, [{ of: "rows", sql: "count(*)" }])[0].sql; // => "SELECT count(*) AS a0 FROM t"
 */
export function planStatements(table: Table, asks: readonly Ask[]): readonly Statement[] {
  const fetched = asks.flatMap((ask) => fetchedFor(ask) ?? []);
  const distinct = [...new Map(fetched.map((ask) => [askId(ask), ask])).values()];
  const rows = distinct.filter(isRow);
  const grouped = new Map<string, GroupAsk[]>();
  for (const ask of distinct.filter(isGrouped)) {
    const domain = JSON.stringify([ask.key, ask.where]);
    grouped.set(domain, [...(grouped.get(domain) ?? []), ask]);
  }
  const scans = splitScan(table, rows).map((asks) => ({ asks, sql: writeScan(table, asks) }));
  const ordered = distinct.filter((ask) => ask.of === "ordered");
  const passes =
    ordered.length === 0 ? [] : [{ asks: ordered, sql: writeOrdered(table, ordered, freshPrefix(table)) }];
  return [
    ...scans,
    ...passes,
    ...[...grouped.values()].map((asks) => ({ asks, sql: writeGroups(table, asks) })),
  ];
}

/** Beyond so many aggregates, or samples, the time of a scan grows with the square of them. */
const MOST_AGGREGATES = 256;
const MOST_SAMPLES = 32;

/** With each that counts different values the engine sets room aside for all the others. */
const DISTINCT_WEIGHT = 8;

function splitScan({ mostAggregates = MOST_AGGREGATES }: Table, asks: readonly RowAsk[]) {
  const most = asks.some(({ of }) => of === "first") ? MOST_SAMPLES : mostAggregates;
  const weight = asks.reduce((sum, ask) => sum + weigh(ask), 0);
  const size = Math.ceil(weight / Math.ceil(weight / most));
  const scans: RowAsk[][] = [];
  let filled = 0;
  for (const ask of asks) {
    const scan = Math.floor(filled / size);
    scans[scan] ??= [];
    scans[scan].push(ask);
    filled += weigh(ask);
  }
  return scans;
}

function weigh(ask: RowAsk): number {
  return ask.of === "rows" && ask.sql.includes("DISTINCT") ? DISTINCT_WEIGHT : 1;
}

/**
 * A statement that failed, cut in two, so that only the guilty ask fails in the end. A grouped query and a scan
 * with one ask cannot be cut: empty.
 *
 * @example
 * halveStatement({ from: "t", columns: [], rowNumber: "r" }, { sql: "", asks: [{ of: "rows", sql: "max(a)" }, { of: "rows", sql: "max(b)" }] })[1].sql; // => "SELECT max(b) AS a0 FROM t"
 */
export function halveStatement(table: Table, { asks }: Statement): readonly Statement[] {
  if (asks.length < 2 || asks.some(isGrouped)) return [];
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
  return new Map(asks.map((ask, index) => [askId(ask), readAnswer(ask, row[`a${index}`] ?? null)]));
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

function readAnswer({ of }: Ask, value: SqlValue): Answer {
  if (of !== "values" || value !== null) return { value };
  return { failure: `there are more than ${MOST_VALUES} different values, or their texts are too long` };
}

type RowAsk = Extract<Ask, { of: "rows" | "first" }>;
type GroupAsk = Extract<Ask, { of: "groups" | "values" }>;

/** A test needs the values; a query of the suite is none of these statements. */
function fetchedFor(ask: Ask): RowAsk | GroupAsk | OrderedAsk | null {
  if (ask.of === "query") return null;
  return ask.of === "tested" ? valuesFor(ask) : ask;
}

function isRow(ask: Ask): ask is RowAsk {
  return ask.of === "rows" || ask.of === "first";
}

function isGrouped(ask: Ask): ask is GroupAsk {
  return ask.of === "groups" || ask.of === "values";
}

/**
 * Conditions become columns of a subquery, so that each is decided once and in the engine's fastest way: a long IN
 * list inside FILTER is compared member by member.
 */
function writeScan(table: Table, asked: readonly RowAsk[]): string {
  const asks = asked.map(missingTold(table));
  const conditions = [...new Set(asks.flatMap(({ where }) => where ?? []))];
  if (conditions.length === 0)
    return `SELECT ${select(asks, (ask) => writeAround(ask, writeAsk(ask, table, "")))} FROM ${table.from}`;
  const fresh = freshPrefix(table);
  const filter = (ask: RowAsk): string => {
    const aggregate = writeAsk(ask, table, `${fresh}row`);
    const { where } = ask;
    if (where === undefined) return aggregate;
    const condition = `${fresh}${conditions.indexOf(where)}`;
    // Counting what is true is a fifth faster than filtering what is counted; of no rows it is NULL.
    return aggregate === "count(*)"
      ? `coalesce(count_if(${condition}), 0)`
      : `${aggregate} FILTER (WHERE ${condition})`;
  };
  const columns = conditions.map((condition, index) => `${condition} AS ${fresh}${index}`).join(", ");
  const numbered = asks.some(({ of }) => of === "first") ? `${table.rowNumber} AS ${fresh}row, ` : "";
  const rows = `SELECT *, ${numbered}${columns} FROM ${table.from}`;
  return `SELECT ${select(asks, (ask) => writeAround(ask, filter(ask)))} FROM (${rows})`;
}

/** What is missing is told by what is there, which is counted anyway. */
function missingTold({ columns }: Table): (ask: RowAsk) => RowAsk {
  const present = new Map(columns.map(presentValue).map((value) => [`${value} IS NULL`, value]));
  return (ask) => {
    const value = present.get(ask.where ?? "");
    if (value === undefined || ask.of !== "rows" || ask.sql !== "count(*)") return ask;
    const { where, ...plain } = ask;
    return { ...plain, sql: `(count(*) - count(${value}))` };
  };
}

function writeAsk(ask: RowAsk, { sampling }: Table, rowNumber: string): string {
  return ask.of === "rows" ? ask.sql : firstRows(ask.value, rowNumber, sampling);
}

function writeAround(ask: RowAsk, aggregate: string): string {
  const [before, after] = (ask.of === "rows" ? ask.around : undefined) ?? ["", ""];
  return `${before}${aggregate}${after}`;
}

/** A prefix that no column of the table begins with; plain, so it needs no quotes. */
function freshPrefix({ columns }: Table): string {
  let prefix = "scan_";
  while (columns.some(({ name }) => name.toLowerCase().startsWith(prefix))) prefix += "_";
  return prefix;
}

/** The facts that the number of rows in each group tells, and the columns that hold them. */
export const GROUP_FACTS = {
  all:
    "count(*) AS groups_total, count(*) FILTER (WHERE members > 1) AS groups_repeated," +
    " coalesce(sum(members) FILTER (WHERE members > 1), 0) AS rows_repeated",
  names: { distinct: "groups_total", "repeated-values": "groups_repeated", repeated: "rows_repeated" },
} as const;

/** NULL keys belong to no group. Only the repeated groups that begin first can hold the first rows. */
function writeGroups(table: Table, asks: readonly GroupAsk[]): string {
  const { key = "NULL", where } = asks[0] ?? {};
  const rows = `${table.from} WHERE ${where === undefined ? "" : `(${where}) AND `}${key} IS NOT NULL`;
  const facts: Readonly<Record<GroupFact, string>> = {
    ...GROUP_FACTS.names,
    sample:
      `(SELECT ${firstRows(key, table.rowNumber, table.sampling)} FROM ${rows}` +
      ` AND ${key} IN (SELECT unnest(first_repeated) FROM facts))`,
  };
  const characters = asks.some(({ of }) => of === "values") ? `, ${GROUPED_CHARACTERS}` : "";
  return (
    `WITH keys AS (SELECT ${key} AS value, count(*) AS members, min(${table.rowNumber}) AS first_row` +
    ` FROM ${rows} GROUP BY ALL),` +
    ` facts AS MATERIALIZED (SELECT ${GROUP_FACTS.all},` +
    ` arg_min(value, first_row, ${table.sampling?.rows ?? SAMPLE_ROWS}) FILTER (WHERE members > 1) AS first_repeated${characters} FROM keys)` +
    ` SELECT ${select(asks, (ask) => (ask.of === "groups" ? facts[ask.take] : GROUP_VALUES))} FROM facts`
  );
}

function select<A extends Ask>(asks: readonly A[], write: (ask: A) => string): string {
  return asks.map((ask, index) => `${write(ask)} AS a${index}`).join(", ");
}
