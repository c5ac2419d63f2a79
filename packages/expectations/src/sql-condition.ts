/**
 * Conditions and metrics written in SQL by the author of a suite: a small part of SQL, read word by word and written
 * anew, so that nothing but columns of the table, literals and harmless functions ever reaches the engine.
 *
 * @module
 */
import { type Column, presentValue, quoteText, type Table } from "@ml-gates/queries";
import { findColumn } from "./comparable.ts";

/** SQL that is ready but for the columns' names. */
export type SqlParts = readonly (string | { readonly column: string })[];

/** The parts of an expression, or the word at which reading it stopped. */
export type ReadSql = { readonly parts: SqlParts } | { readonly fault: string };

const TOKEN =
  /\s+|(?<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(?<text>'(?:[^']|'')*')|(?<name>"(?:[^"]|"")+")|(?<word>[\p{L}_][\p{L}\p{N}_]*)|(?<sign><=|>=|<>|!=|==|\|\||[-+*/%<>=(),])/uy;

const FUNCTIONS = new Set([
  ...["abs", "ceil", "coalesce", "concat", "contains", "ends_with", "floor", "greatest", "least", "left"],
  ...["length", "lower", "ltrim", "nullif", "right", "round", "rtrim", "starts_with", "substr", "substring"],
  ...["trim", "upper"],
]);

const AGGREGATES = new Set([
  "avg",
  "count",
  "max",
  "median",
  "min",
  "stddev",
  "stddev_pop",
  "sum",
  "variance",
]);

const KEYWORDS = new Set(["AND", "BETWEEN", "DISTINCT", "IN", "IS", "LIKE", "NOT", "NULL", "OR"]);
const COMPARISONS = new Set(["=", "==", "<>", "!=", "<", "<=", ">", ">="]);
const MAX_DEPTH = 100;
const MAX_CHARACTERS = 20_000;

interface Token {
  readonly kind: "number" | "text" | "name" | "word" | "sign";
  readonly text: string;
}

class SqlFault extends Error {}

/** Reads a condition such as `amount > 0 AND country IN ('BE', 'NL')`. */
export function readSqlCondition(sql: string): ReadSql {
  return read(sql, false);
}

/** Reads one aggregate or an expression of several, such as `sum(paid) / sum(amount)`. */
export function readSqlMetric(sql: string): ReadSql {
  return read(sql, true);
}

/** The SQL for a table. @throws NotEvaluable when the table has not a column of that name. */
export function writeSqlParts(parts: SqlParts, table: Table): string {
  return parts
    .map((part) => (typeof part === "string" ? part : presentValue(findAnyCase(table, part.column))))
    .join(" ");
}

/** The columns an expression names, each once. */
export function columnsOf(parts: SqlParts): readonly string[] {
  return [...new Set(parts.flatMap((part) => (typeof part === "string" ? [] : part.column)))];
}

/** SQL's names know no case; a name that stands there exactly comes first. */
function findAnyCase(table: Table, name: string): Column {
  const alike = table.columns.filter((column) => column.name.toLowerCase() === name.toLowerCase());
  const only = alike.length === 1 ? alike[0] : undefined;
  return only ?? findColumn(table, name);
}

function read(sql: string, aggregates: boolean): ReadSql {
  try {
    if (sql.length > MAX_CHARACTERS) throw new SqlFault(`more than ${MAX_CHARACTERS} characters`);
    const reader = new Reader(tokensOf(sql), aggregates);
    return { parts: reader.readAll() };
  } catch (error) {
    if (error instanceof SqlFault) return { fault: error.message };
    throw error;
  }
}

function tokensOf(sql: string): readonly Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < sql.length) {
    const start = TOKEN.lastIndex;
    const groups = TOKEN.exec(sql)?.groups;
    if (groups === undefined) throw new SqlFault(`${JSON.stringify(sql.slice(start, start + 20))}`);
    const [kind, text] = Object.entries(groups).find(([, found]) => found !== undefined) ?? [];
    if (text !== undefined) tokens.push({ kind: kind as Token["kind"], text });
  }
  return tokens;
}

/** A reader of one expression: each method consumes what it names and adds it to the parts. */
class Reader {
  readonly #tokens: readonly Token[];
  readonly #aggregates: boolean;
  readonly #parts: (string | { readonly column: string })[] = [];
  #next = 0;
  #depth = 0;
  #aggregated = false;

  constructor(tokens: readonly Token[], aggregates: boolean) {
    this.#tokens = tokens;
    this.#aggregates = aggregates;
  }

  readAll(): SqlParts {
    this.#readChoice();
    const rest = this.#tokens[this.#next];
    if (rest !== undefined) throw new SqlFault(JSON.stringify(rest.text));
    if (this.#aggregates && !this.#aggregated) throw new SqlFault("no aggregate such as avg(…)");
    return this.#parts;
  }

  /** Conditions joined by AND and OR; plain values are conditions too. */
  #readChoice(): void {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) throw new SqlFault(`more than ${MAX_DEPTH} parentheses in each other`);
    do this.#readTest();
    while (this.#takeWord("AND") || this.#takeWord("OR"));
    this.#depth -= 1;
  }

  #readTest(): void {
    while (this.#takeWord("NOT"));
    this.#readSum();
    const sign = this.#peek();
    if (sign?.kind === "sign" && COMPARISONS.has(sign.text)) {
      this.#push(sign.text === "==" ? "=" : sign.text);
      this.#readSum();
    } else if (this.#takeWord("IS")) {
      this.#takeWord("NOT");
      this.#want("NULL");
    } else this.#readMembership();
  }

  #readMembership(): void {
    const negated = this.#takeWord("NOT");
    if (this.#takeWord("IN")) this.#readList();
    else if (this.#takeWord("BETWEEN")) {
      this.#readSum();
      this.#want("AND");
      this.#readSum();
    } else if (this.#takeWord("LIKE")) this.#readSum();
    else if (negated) throw this.#unexpected();
  }

  #readList(): void {
    this.#want("(");
    do this.#readSum();
    while (this.#takeSign(","));
    this.#want(")");
  }

  #readSum(): void {
    do {
      while (this.#takeSign("-"));
      this.#readValue();
    } while (["+", "-", "*", "/", "%", "||"].some((sign) => this.#takeSign(sign)));
  }

  #readValue(): void {
    const token = this.#peek();
    if (token === undefined) throw this.#unexpected();
    if (token.kind === "number") this.#push(token.text);
    else if (token.kind === "text") this.#push(textOf(token));
    else if (token.kind === "name") this.#pushColumn(token.text.slice(1, -1).replaceAll('""', '"'));
    else if (token.kind === "word") this.#readWord(token.text);
    else {
      this.#want("(");
      this.#readChoice();
      this.#want(")");
    }
  }

  #readWord(word: string): void {
    const upper = word.toUpperCase();
    if (upper === "TRUE" || upper === "FALSE" || upper === "NULL") this.#push(upper);
    else if (upper === "DATE" || upper === "TIMESTAMP") this.#readInstant(upper, word);
    else if (this.#tokens[this.#next + 1]?.text === "(") this.#readCall(word.toLowerCase());
    else if (KEYWORDS.has(upper) || RESERVED.has(upper)) throw this.#unexpected();
    else this.#pushColumn(word);
  }

  /** `DATE '2020-01-01'`; without a text the word is a column's name. */
  #readInstant(type: string, word: string): void {
    const literal = this.#tokens[this.#next + 1];
    if (literal?.kind !== "text") {
      this.#pushColumn(word);
      return;
    }
    this.#push(type);
    this.#push(textOf(literal));
  }

  #readCall(name: string): void {
    const aggregate = this.#aggregates && AGGREGATES.has(name);
    if (!aggregate && !FUNCTIONS.has(name)) throw new SqlFault(`the function ${name}`);
    this.#aggregated ||= aggregate;
    this.#push(name);
    this.#want("(");
    if (aggregate) this.#takeWord("DISTINCT");
    if (name !== "count" || !this.#takeSign("*")) {
      do this.#readSum();
      while (this.#takeSign(","));
    }
    this.#want(")");
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#next];
  }

  #push(part: string): void {
    this.#next += 1;
    this.#parts.push(part);
  }

  #pushColumn(column: string): void {
    this.#next += 1;
    this.#parts.push({ column });
  }

  #takeWord(word: string): boolean {
    const token = this.#peek();
    if (token?.kind !== "word" || token.text.toUpperCase() !== word) return false;
    this.#push(word);
    return true;
  }

  #takeSign(sign: string): boolean {
    const token = this.#peek();
    if (token?.kind !== "sign" || token.text !== sign) return false;
    this.#push(sign);
    return true;
  }

  #want(text: string): void {
    if (!this.#takeWord(text) && !this.#takeSign(text)) throw this.#unexpected();
  }

  #unexpected(): SqlFault {
    const token = this.#peek();
    return new SqlFault(token === undefined ? "its sudden end" : JSON.stringify(token.text));
  }
}

const RESERVED = new Set([
  "ALL",
  "ANY",
  "AS",
  "CASE",
  "CAST",
  "EXISTS",
  "FROM",
  "SELECT",
  "UNION",
  "WHERE",
  "WITH",
]);

function textOf({ text }: Token): string {
  if (text.includes("\0")) throw new SqlFault("a NUL character");
  return quoteText(text.slice(1, -1).replaceAll("''", "'"));
}
