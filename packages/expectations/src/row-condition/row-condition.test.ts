import { type JsonValue, quote } from "@ml-gates/gate";
import { type Column, quoteName, quoteText, type Table } from "@ml-gates/queries";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isMisread } from "../kwarg-types.ts";
import type { Generation } from "../suite.ts";
import { parseRowCondition } from "./parse-row-condition.ts";
import { writeCondition } from "./write-condition.ts";

const COLUMNS: readonly Column[] = [
  { name: "a", family: "integer", sqlType: "BIGINT" },
  { name: "b", family: "integer", sqlType: "BIGINT" },
  { name: "x", family: "float", sqlType: "DOUBLE" },
  { name: "s", family: "text", sqlType: "VARCHAR" },
  { name: "ok", family: "boolean", sqlType: "BOOLEAN" },
  { name: "day", family: "date", sqlType: "DATE" },
  { name: 'odd "name"; --', family: "integer", sqlType: "BIGINT" },
];

function tableOf(columns: readonly Column[]): Table {
  return { from: "t", columns, rowNumber: "r" };
}

function sqlOf(condition: JsonValue, parser: JsonValue = null, generation: Generation = "1.x"): string {
  const read = parseRowCondition({ row_condition: condition, condition_parser: parser }, generation);
  if (read === null) return "all rows";
  return isMisread(read) ? `refused: ${read.wanted}` : writeCondition(read, tableOf(COLUMNS));
}

function where(column: string, operator: string, parameter: JsonValue): JsonValue {
  return { type: "comparison", column: { name: column }, operator, parameter };
}

describe("a row condition as SQL", () => {
  it.each([
    ["a comparison", "a > 2", 'coalesce("a" > 2, FALSE)'],
    ["a missing value differs from everything", "a != 2", 'coalesce("a" <> 2, TRUE)'],
    [
      "NaN is missing",
      "x >= 0.5",
      `coalesce(CASE WHEN NOT isnan("x") THEN "x" END >= CAST('0.5' AS DOUBLE), FALSE)`,
    ],
    ["a value before its column", "2 < a", 'coalesce("a" > 2, FALSE)'],
    ["a chain, as in Python", "1 < a <= b", '(coalesce("a" > 1, FALSE) AND coalesce("a" <= "b", FALSE))'],
    [
      "and binds tighter than or",
      "a == 1 or b == 2 and a == 3",
      '(coalesce("a" = 1, FALSE) OR (coalesce("b" = 2, FALSE) AND coalesce("a" = 3, FALSE)))',
    ],
    [
      "parentheses",
      "(a == 1 or b == 2) & ~(a == 3)",
      '((coalesce("a" = 1, FALSE) OR coalesce("b" = 2, FALSE)) AND (NOT coalesce("a" = 3, FALSE)))',
    ],
    ["not is looser than a comparison", "not a > 2", '(NOT coalesce("a" > 2, FALSE))'],
    ["two nots", "not not ok", 'coalesce("ok", FALSE)'],
    ["membership", "a in [1, -2,]", 'coalesce("a" IN (1, -2), FALSE)'],
    ["no membership", "s not in ('x', 'y')", `(NOT coalesce("s" IN ('x', 'y'), FALSE))`],
    ["membership of nothing", "a in []", "FALSE"],
    ["a missing value", "a.isnull() and s.notna()", '(("a" IS NULL) AND (NOT ("s" IS NULL)))'],
    ["a quoted name", '`odd "name"; --` == 1', 'coalesce("odd ""name""; --" = 1, FALSE)'],
    ["a quote in a text", `s == "it's"`, `coalesce("s" = 'it''s', FALSE)`],
    ["an escape in a text", `s == 'it\\'s\\n'`, `coalesce("s" = 'it''s\n', FALSE)`],
    ["a date", "day >= '1970-01-02'", 'coalesce(epoch_us("day") >= 86400000000, FALSE)'],
    ["a boolean", "ok == True", 'coalesce("ok" = TRUE, FALSE)'],
    ["a number beside a boolean column", "ok == a", 'coalesce(CAST("ok" AS INTEGER) = "a", FALSE)'],
  ])("%s", (_story, condition, sql) => {
    expect(sqlOf(condition, "pandas")).toBe(sql);
  });

  it.each([
    ["the name in col()", 'col("a") > 2', 'coalesce("a" > 2, FALSE)'],
    ["a null test in any case", 'col("a").NOTnull()', '(NOT ("a" IS NULL))'],
    ["a date", 'col("day") < date("1970-01-02")', 'coalesce(epoch_us("day") < 86400000000, FALSE)'],
    ["a backslash, which escapes nothing", 'col("s") == "a\\n"', `coalesce("s" = 'a\\n', FALSE)`],
    [
      "a second condition, which the real tool drops in silence",
      'col("a") > 2 and col("b") < 3',
      '(coalesce("a" > 2, FALSE) AND coalesce("b" < 3, FALSE))',
    ],
  ])("Great Expectations' own text: %s", (_story, condition, sql) => {
    expect(sqlOf(condition, "great_expectations")).toBe(sql);
    expect(sqlOf(condition, "great_expectations__experimental__")).toBe(sql);
    expect(sqlOf(condition)).toBe(sql);
  });

  it("leaves missing values out of != in 0.18's own text, which only SQL evaluated", () => {
    const sql = sqlOf('col("a") != 2', "great_expectations__experimental__", "0.18");
    expect(sql).toBe('(coalesce("a" <> 2, TRUE) AND (NOT ("a" IS NULL)))');
  });

  it.each([
    ["a comparison", where("a", "<=", 2), 'coalesce("a" <= 2, FALSE)'],
    ["membership", where("s", "IN", ["x"]), `coalesce("s" IN ('x'), FALSE)`],
    ["no membership", where("a", "NOT_IN", [1, 2]), '(NOT coalesce("a" IN (1, 2), FALSE))'],
    ["a missing value", { type: "nullity", column: { name: "a" }, is_null: true }, '("a" IS NULL)'],
    [
      "pandas' text in an object",
      { type: "pass_through", pass_through_filter: "a > 2" },
      'coalesce("a" > 2, FALSE)',
    ],
    [
      "an and inside an or",
      { type: "or", conditions: [{ type: "and", conditions: [where("a", "==", 1)] }, where("b", "==", 2)] },
      '((coalesce("a" = 1, FALSE)) OR coalesce("b" = 2, FALSE))',
    ],
  ])("an object: %s", (_story, condition, sql) => {
    expect(sqlOf(condition)).toBe(sql);
  });

  it.each([
    ["no condition", null],
    ["no text in 0.18", ""],
  ])("%s is all rows", (_story, condition) => {
    expect(sqlOf(condition, "pandas", "0.18")).toBe("all rows");
  });

  it.each([
    ["a sudden end", "a >", /ends too early/],
    ["an empty text", "", /ends too early/],
    ["words after the end", "a > 2 plus", /"plus" is not expected/],
    ["two conditions side by side", "a > 2 b < 3", /"b" is not expected/],
    ["arithmetic", "a + b > 3", /"\+" is not expected/],
    ["a minus before a column", "-a > 3", /"-" is not expected/],
    ["a variable", "@a > 2", /"@a > 2" is no part/],
    ["a call", "a.str.len() > 2", /"str" is not expected/],
    ["an import", "__import__('os')", /"\(" is not expected/],
    ["an assignment", "a = 2", /"= 2" is no part/],
    ["a statement", "a > 2; DROP TABLE t", /"; DROP TABLE t" is no part/],
    ["a comment", "a > 2 # all", /"# all" is no part/],
    ["two values", "1 == 1", /two values/],
    ["a value alone", "True", /value alone/],
    ["a list alone", "[1]", /value alone/],
    ["a list of columns", "a in [b]", /"b" is not expected/],
    ["an order of lists", "a > [1]", /compared by >/],
    ["a text that does not end", "s == 'x", /"'x" is no part/],
    ["an escape that Python has and this has not", "s == '\\x41'", /escape \\x/],
    ["a number that is not exact", "a == 9007199254740993", /too large/],
    ["a number glued to a name", "a == 1b", /"1b" is no part/],
    ["the other grammar", 'col("a") > 2', /"\(" is not expected/],
    ["a condition compared with a value", "(a > 2) == True", /compared with something/],
    ["parentheses without end", `${"(".repeat(300)}a > 1${")".repeat(300)}`, /parentheses nest/],
    ["nots without end", `${"not ".repeat(300)}ok`, /parentheses nest/],
    ["complements without end", `${"~".repeat(300)}ok`, /parentheses nest/],
    ["conditions without end", Array(1500).fill("ok").join(" or "), /1000 conditions/],
    ["letters without end", `s == '${"x".repeat(30_000)}'`, /20000 characters/],
  ])("refuses %s", (_story, condition, message) => {
    expect(sqlOf(condition, "pandas")).toMatch(message);
  });

  it.each([
    [
      "an or inside an and",
      { type: "and", conditions: [{ type: "or", conditions: [where("a", "==", 1)] }] },
      /inside an and/,
    ],
    [
      "an or inside an or",
      { type: "or", conditions: [{ type: "or", conditions: [where("a", "==", 1)] }] },
      /inside an or/,
    ],
    ["no conditions", { type: "and", conditions: [] }, /no conditions/],
    ["more than 100", { type: "and", conditions: Array(101).fill(where("a", "==", 1)) }, /more than 100/],
    ["an unknown type", { type: "xor", conditions: [] }, /type "xor"/],
    ["an unknown operator", where("a", "LIKE", "x"), /operator "LIKE"/],
    ["a null", where("a", "==", null), /parameter is null/],
    ["a list of mixed types", where("a", "IN", [1, "x"]), /not a list of numbers or/],
    ["a key too many", { ...(where("a", "==", 1) as object), sql: "1=1" }, /key "sql"/],
    ["a column without a name", { type: "nullity", column: "a", is_null: true }, /column is "a"/],
    ["a list", [where("a", "==", 1)], /is no condition/],
    [
      "SQL in an object",
      { type: "pass_through", pass_through_filter: "a > 2 OR 1=1 --" },
      /is no part of it/,
    ],
    ["a number", 3, /neither text nor an object/],
  ])("refuses an object with %s", (_story, condition, message) => {
    expect(sqlOf(condition)).toMatch(message);
  });

  it.each([
    ["a column that is not there", "absent > 2", /no column absent/],
    ["a text compared with a number", "s > 2", /compared with 2, which is not a text/],
    ["columns of two kinds", "s == a", /cannot be compared/],
    ["a number as condition", "a and ok", /is no condition/],
  ])("cannot be evaluated with %s", (_story, condition, message) => {
    expect(() => sqlOf(condition, "pandas")).toThrow(message);
  });

  it("turns hostile names and texts into one quoted name and one quoted literal, whole", () => {
    const text = fc.string({ unit: "grapheme" }).filter((each) => !each.includes("\0"));
    fc.assert(
      fc.property(text, text, (name, value) => {
        const table = tableOf([{ name, family: "text", sqlType: "VARCHAR" }]);
        const read = parseRowCondition({ row_condition: where(name, "==", value) }, "1.x");
        if (read === null || isMisread(read)) throw new Error(`refused ${quote(name)}`);
        expect(writeCondition(read, table)).toBe(`coalesce(${quoteName(name)} = ${quoteText(value)}, FALSE)`);
      }),
    );
  });

  it("writes nothing but known words, quoted names and literals, whatever it is given", () => {
    const word = fc.constantFrom(
      ...[
        "a",
        "b",
        "s",
        "ok",
        '`odd "name"; --`',
        "and",
        "or",
        "not",
        "in",
        "(",
        ")",
        "[",
        "]",
        ",",
        "==",
        "!=",
      ],
      ...[
        "<",
        ">",
        "1",
        "-1",
        "'x'",
        '"\' OR 1=1 --"',
        ".isnull()",
        "~",
        "&",
        "|",
        "SELECT",
        ";",
        "--",
        "/*",
      ],
    );
    const known =
      /^(?:"(?:[^"]|"")*"|'(?:[^']|'')*'|-?\d+|coalesce|CAST|AS|INTEGER|IS|NULL|NOT|AND|OR|IN|TRUE|FALSE|<>|<=|>=|[=<>(), ])*$/;
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        let sql: string;
        try {
          sql = sqlOf(words.join(" "), "pandas");
        } catch {
          return;
        }
        if (!sql.startsWith("refused: ") && sql !== "all rows") expect(sql).toMatch(known);
      }),
      { numRuns: 5000 },
    );
  });
});
