import type { Column, Table } from "@ml-gates/queries";
import { describe, expect, it } from "vitest";
import { NotEvaluable } from "./comparable.ts";
import { readSqlCondition, readSqlMetric, writeSqlParts } from "./sql-condition.ts";

const column = (name: string, family: Column["family"] = "integer"): Column => ({
  name,
  family,
  sqlType: family === "text" ? "VARCHAR" : "BIGINT",
});

const TABLE: Table = {
  from: "t",
  columns: [column("amount"), column("Status", "text"), column('a"b'), column("order"), column("ORDER")],
  rowNumber: "r",
};

function write(sql: string): string {
  const read = readSqlCondition(sql);
  if ("fault" in read) throw new Error(read.fault);
  return writeSqlParts(read.parts, TABLE);
}

function faultOf(read: ReturnType<typeof readSqlCondition>): string {
  return "fault" in read ? read.fault : "none";
}

describe("a condition in SQL", () => {
  // prettier-ignore
  const cases = [
    ["a comparison", "amount >= 1.5", '"amount" >= 1.5'],
    ["an exactly written name", 'order = 1 and "ORDER" == 2', '"order" = 1 AND "ORDER" = 2'],
    ["any case of a name", "AMOUNT < 3 OR status IS NOT NULL", '"amount" < 3 OR "Status" IS NOT NULL'],
    ["a quoted name with a quote", '"a""b" in (1, 2)', '"a""b" IN ( 1 , 2 )'],
    ["a text with a quote", "status not like 'it''s%'", "\"Status\" NOT LIKE 'it''s%'"],
    ["a range and parentheses", "NOT (amount BETWEEN 1 AND -2)", 'NOT ( "amount" BETWEEN 1 AND - 2 )'],
    ["a harmless function", "length(trim(status)) > 0", 'length ( trim ( "Status" ) ) > 0'],
    ["two minus signs, no comment", "amount > --1", '"amount" > - - 1'],
    ["a date", "status < DATE '2020-01-01'", "\"Status\" < DATE '2020-01-01'"],
  ] as const;
  it.each(cases)("is written anew: %s", (_, sql, written) => {
    expect(write(sql)).toBe(written);
  });

  // prettier-ignore
  const hostile = [
    ["a subquery", "amount > (SELECT max(x) FROM other)", '"SELECT"'],
    ["a file", "amount IN (read_text('/etc/passwd'))", "the function read_text"],
    ["a second statement", "amount > 1; DROP TABLE t", '"; DROP TABLE t"'],
    ["a comment", "amount > 1 /* x */", '"*"'],
    ["a setting", "getvariable('x') = 1", "the function getvariable"],
    ["an aggregate", "sum(amount) > 1", "the function sum"],
    ["a function of a schema", "main.abs(amount) > 1", '".abs(amount) > 1"'],
    ["a cast", "CAST(amount AS INTEGER) > 1", "the function cast"],
    ["a sudden end", "amount >", "its sudden end"],
    ["nothing", "", "its sudden end"],
    ["an open text", "status = 'a", '"\'a"'],
    ["a template", "amount > {{ var('x') }}", "\"{{ var('x') }}\""],
    ["a NUL", "status = 'a\0'", "a NUL character"],
    ["a tower", `${"(".repeat(200)}1${")".repeat(200)} = 1`, "more than 100 parentheses in each other"],
  ] as const;
  it.each(hostile)("is refused for %s", (_, sql, fault) => {
    expect(faultOf(readSqlCondition(sql))).toBe(fault);
  });

  it("is not evaluable when the table has no column of that name", () => {
    expect(() => write("nothing > 1")).toThrow(NotEvaluable);
  });
});

describe("a metric in SQL", () => {
  it("is an expression of aggregates, and of nothing else", () => {
    expect(faultOf(readSqlMetric("sum(amount) / count(DISTINCT status)"))).toBe("none");
    expect(faultOf(readSqlMetric("count(*)"))).toBe("none");
    expect(faultOf(readSqlMetric("amount + 1"))).toBe("no aggregate such as avg(…)");
    expect(faultOf(readSqlMetric("string_agg(status)"))).toBe("the function string_agg");
  });
});
