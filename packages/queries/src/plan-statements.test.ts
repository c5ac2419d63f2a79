import { describe, expect, it } from "vitest";
import {
  type Ask,
  askId,
  failAnswers,
  halveStatement,
  planStatements,
  readAnswers,
  readFirstRows,
  readGroupValues,
  type Table,
} from "./index.ts";

const TABLE: Table = { from: "t", columns: [], rowNumber: "r" };
const rows = (sql: string): Ask => ({ of: "rows", sql });

describe("planStatements", () => {
  it("puts every aggregate into one scan, each written once", () => {
    const [scan, ...rest] = planStatements(TABLE, [rows("count(*)"), rows("max(a)"), rows("count(*)")]);
    expect(scan?.sql).toBe("SELECT count(*) AS a0, max(a) AS a1 FROM t");
    expect(rest).toEqual([]);
  });

  it("counts what is missing by what is there", () => {
    const columns: Table["columns"] = [{ name: "x", family: "integer", sqlType: "BIGINT" }];
    const [scan] = planStatements({ ...TABLE, columns }, [
      { of: "rows", sql: "count(*)", where: '"x" IS NULL', around: ["1 - ", ""] },
      { of: "rows", sql: "count(*)", where: '"y" > 1 AND "x" IS NULL' },
    ]);
    expect(scan?.sql).toBe(
      'SELECT 1 - (count(*) - count("x")) AS a0, coalesce(count_if(scan_0), 0) AS a1' +
        ' FROM (SELECT *, "y" > 1 AND "x" IS NULL AS scan_0 FROM t)',
    );
  });

  it("asks one scan for so many aggregates as it takes, of which those that count different values weigh more", () => {
    const sums = Array.from({ length: 40 }, (_, index) => rows(`sum(c${index})`));
    const distinct = Array.from({ length: 10 }, (_, index) => rows(`count(DISTINCT c${index})`));
    const sizes = (table: Table, asks: readonly Ask[]) =>
      planStatements(table, asks).map((scan) => scan.asks.length);
    expect(sizes(TABLE, [...sums, ...distinct])).toEqual([50]);
    expect(sizes({ ...TABLE, mostAggregates: 40 }, [...sums, ...distinct])).toEqual([40, 5, 5]);
    expect(sizes({ ...TABLE, mostAggregates: 30 }, sums)).toEqual([20, 20]);
  });

  it("decides each condition once, under a name that no column has", () => {
    const table: Table = { ...TABLE, columns: [{ name: "Scan_0", family: "integer", sqlType: "BIGINT" }] };
    const where = "x > 1";
    const [scan] = planStatements(table, [
      { of: "rows", sql: "count(*)", where },
      { of: "first", value: "x", where },
      rows("max(x)"),
    ]);
    expect(scan?.sql).toBe(
      "SELECT coalesce(count_if(scan__0), 0) AS a0," +
        " arg_min({'value': x, 'row': scan__row}, scan__row, 20) FILTER (WHERE scan__0) AS a1," +
        " max(x) AS a2 FROM (SELECT *, r AS scan__row, x > 1 AS scan__0 FROM t)",
    );
  });

  it("asks each key in one grouped query, whatever is taken from it", () => {
    const of = (key: string, take: "distinct" | "repeated" | "sample"): Ask => ({ of: "groups", key, take });
    const statements = planStatements(TABLE, [of("a", "distinct"), of("b", "repeated"), of("a", "sample")]);
    expect(statements.map(({ asks }) => asks.map(askId))).toEqual([
      ["distinct of a", "sample of a"],
      ["repeated of b"],
    ]);
  });

  it("keeps a key's groups apart by the rows that take part", () => {
    const statements = planStatements(TABLE, [
      { of: "values", key: "a" },
      { of: "values", key: "a", where: "x" },
      { of: "groups", key: "a", take: "distinct", where: "x" },
    ]);
    expect(statements.map(({ asks }) => asks.map(askId))).toEqual([
      ["values of a"],
      ["values of a where x", "distinct of a where x"],
    ]);
    expect(statements[1]?.sql).toContain("FROM t WHERE (x) AND a IS NOT NULL");
  });

  it("plans nothing for no questions", () => {
    expect(planStatements(TABLE, [])).toEqual([]);
  });
});

describe("a statement that fails", () => {
  it("is halved until each ask stands alone", () => {
    const [scan] = planStatements(TABLE, ["a", "b", "c"].map(rows));
    if (scan === undefined) throw new Error("no scan");
    const halves = halveStatement(TABLE, scan);
    expect(halves.map(({ asks }) => asks.map(askId))).toEqual([["a", "b"], ["c"]]);
    expect(halves.flatMap((half) => halveStatement(TABLE, half)).map(({ sql }) => sql)).toEqual([
      "SELECT a AS a0 FROM t",
      "SELECT b AS a0 FROM t",
    ]);
  });

  it("leaves its reason as the answer of each of its asks", () => {
    const answers = failAnswers({ sql: "", asks: [rows("a"), rows("b")] }, "why");
    expect([...answers]).toEqual([
      ["a", { failure: "why" }],
      ["b", { failure: "why" }],
    ]);
  });

  it("is our defect when it returns no row, or two", () => {
    expect(() => readAnswers({ sql: "", asks: [] }, [])).toThrow(TypeError);
    expect(() => readAnswers({ sql: "", asks: [] }, [{}, {}])).toThrow(TypeError);
  });
});

describe("readGroupValues", () => {
  it("takes NULL for more values than are fetched: a failure of that ask alone", () => {
    const asks: Ask[] = [
      { of: "values", key: "a" },
      { of: "groups", key: "a", take: "distinct" },
    ];
    const answers = readAnswers({ sql: "", asks }, [{ a0: null, a1: 1_000_001 }]);
    expect(answers.get("values of a")).toEqual({ failure: expect.stringContaining("more than 1000000") });
    expect(answers.get("distinct of a")).toEqual({ value: 1_000_001 });
  });

  it("refuses what is no struct of lists", () => {
    expect(() => readGroupValues(null)).toThrow(TypeError);
    expect(() => readGroupValues({ value: 1, count: [], firstRow: [] })).toThrow(TypeError);
  });
});

describe("readFirstRows", () => {
  it("refuses what is no list of structs", () => {
    expect(() => readFirstRows(3)).toThrow(TypeError);
    expect(() => readFirstRows([3])).toThrow(TypeError);
  });
});
