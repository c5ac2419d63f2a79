import { DuckDBInstance } from "@duckdb/node-api";
import { quoteText } from "@ml-gates/queries";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { castQuickly, castText, countUnsure, firstLikely, TEXT_TYPES } from "./text-types.ts";

const SPACES = fc.constantFrom("", " ", "\t", "\v", "\r\n", "\u00a0", "\u2003", "\u0085");
const NUMBERS = fc.stringMatching(/^[+-]?[0-9]{0,3}\.?[0-9]{0,3}([eE][+-]?[0-9]{0,3})?$/);
const WORDS = fc.constantFrom(
  "true",
  "FALSE",
  "True",
  "inf",
  "-Infinity",
  "+INF",
  "nan",
  "0x1F",
  "1_000",
  "٣",
  "ﬁ",
);
const TEXTS = fc
  .tuple(SPACES, fc.oneof(NUMBERS, WORDS, fc.string({ maxLength: 6 })), SPACES)
  .map((parts) => parts.join(""))
  .filter((text) => !text.includes("\0"));

/** All texts of at most so many of these characters, and some more. */
const SHORT = 5;
const CHARACTERS = [..."0159.ex-+_ "];

describe("a quick cast", () => {
  it.each(["boolean", "integer", "float"] as const)("to %s is right wherever it is sure", async (type) => {
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    const more = fc.sample(TEXTS, { numRuns: 3000, seed: 20261129 }).map((text) => `(${quoteText(text)})`);
    const characters = `(VALUES ${CHARACTERS.map((text) => `(${quoteText(text)})`).join(", ")}, ('')) AS c`;
    const joined = Array.from({ length: SHORT }, (_, at) => `${characters}${at}(c${at})`);
    const concat = Array.from({ length: SHORT }, (_, at) => `c${at}`).join(" || ");
    await connection.run(
      `CREATE TABLE texts AS SELECT DISTINCT x FROM (SELECT ${concat} AS x FROM ${joined.join(", ")} UNION ALL VALUES ('true'), ('False'), ${more.join(", ")})`,
    );
    const quick = castQuickly(type, "x");
    const asked = await connection.runAndReadAll(
      `SELECT x, first(${quick}) IS NOT DISTINCT FROM first(${castText(type, "x")}) AS isRight,
       ${countUnsure(type, quick, "x")} = 0 AS isSure FROM texts GROUP BY x`,
    );
    const sure = asked.getRowObjects().filter((row) => row["isSure"]);
    expect(sure.filter((row) => !row["isRight"])).toEqual([]);
    const wanted = {
      boolean: ["true"],
      integer: ["0", "9", "50", "159", "-5", "10"],
      float: ["0.5", "1e5", "-9"],
    };
    expect(sure.map((row) => row["x"])).toEqual(expect.arrayContaining(wanted[type]));
  });
});

describe("firstLikely", () => {
  it("refutes no type that the engine gives a text", async () => {
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    const texts = fc.sample(TEXTS, { numRuns: 3000, seed: 20261128 });
    const given = TEXT_TYPES.filter((type) => type !== "missing");
    const casts = given.map((type) => `${castText(type, "x")} IS NOT NULL AS ${quoteText(type)}`);
    const rows = await connection.runAndReadAll(
      `SELECT x, ${casts.join(", ")} FROM (VALUES ${texts.map((text) => `(${quoteText(text)})`).join(", ")}) t(x)`,
    );
    const fits = rows
      .getRowObjects()
      .flatMap((row) =>
        given.filter((type) => row[type] === true).map((type) => ({ text: String(row["x"]), type })),
      );
    expect(new Set(fits.map(({ type }) => type))).toEqual(new Set(given));
    for (const { text, type } of fits)
      expect({ text, likely: firstLikely([text], type) }).toEqual({ text, likely: type });
  });

  it.each([
    [["1", "2"], "boolean", "integer"],
    [["1", "2.5"], "boolean", "float"],
    [["true", "1"], "boolean", "text"],
    [[], "missing", "missing"],
    [["x"], "missing", "text"],
    [["7"], "float", "float"],
  ] as const)("of %j from %s on says %s", (texts, start, likely) => {
    expect(firstLikely(texts, start)).toBe(likely);
  });
});
