import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Bounds, isWithin } from "./bounds.ts";
import { parseInstant, tellInstant } from "./instant.ts";
import { isOfType } from "./type-names.ts";

const open: Bounds = { min: null, max: null, strictMin: false, strictMax: false };

describe("isWithin", () => {
  // prettier-ignore
  const cases = [
    ["a value on the limit", 3, { ...open, max: 3 }, true],
    ["a value on a strict limit", 3, { ...open, max: 3, strictMax: true }, false],
    ["a value under the minimum", -1, { ...open, min: 0 }, false],
    ["no limits", 7, open, true],
    ["a whole number beyond 2^53", 2n ** 53n + 1n, { ...open, max: 2 ** 53 }, false],
    ["a whole number beyond 2^53, equal", 2n ** 60n, { ...open, max: 2 ** 60 }, true],
    ["texts by code point, not by locale", "Z", { ...open, max: "a" }, true],
    ["an emoji after the private area", "😀", { ...open, min: "\uffff" }, true],
    ["a prefix before what it begins", "ab", { ...open, max: "abc" }, true],
    ["a number never lies among texts", 5, { ...open, min: "a" }, false],
    ["NaN lies within nothing", Number.NaN, { ...open, min: 0 }, false],
  ] as const;

  it.each(cases)("%s", (_story, value, bounds, expected) => {
    expect(isWithin(value, bounds)).toBe(expected);
  });

  it("gives the same answer for a number as Number comparison, strict or not", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), (value, limit) => {
        expect(isWithin(value, { ...open, min: limit })).toBe(value >= limit);
        expect(isWithin(value, { ...open, max: limit, strictMax: true })).toBe(value < limit);
      }),
    );
  });
});

describe("parseInstant", () => {
  // prettier-ignore
  const cases = [
    ["a date", "2024-03-01", 1709251200000000],
    ["a date and time without zone", "2024-03-01 12:30", 1709296200000000],
    ["microseconds", "2024-03-01T12:30:00.000001Z", 1709296200000001],
    ["an offset", "2024-03-01T00:00:00+02:00", 1709244000000000],
    ["a day that does not exist", "2023-02-29", null],
    ["a month that does not exist", "2023-13-01", null],
    ["a date of another order", "01.03.2024", null],
    ["a word", "yesterday", null],
  ] as const;

  it.each(cases)("%s: %s", (_story, text, microseconds) => {
    expect(parseInstant(text)).toBe(microseconds);
  });

  it("is told as it was read", () => {
    expect(tellInstant(1709296200000000)).toBe("2024-03-01T12:30:00.000Z");
  });
});

describe("isOfType", () => {
  // prettier-ignore
  const cases = [
    ["Python's int is any width", "BIGINT", "int", true],
    ["numpy's int32 is one width", "BIGINT", "int32", false],
    ["Spark's class name", "VARCHAR", "StringType", true],
    ["case does not matter", "DOUBLE", "FLOAT64", true],
    ["a length that the engine has not", "VARCHAR", "varchar(20)", true],
    ["digits that are given count", "DECIMAL(10,2)", "DECIMAL(12, 2)", false],
    ["digits that are given are met", "DECIMAL(10,2)", "numeric(10, 2)", true],
    ["a list", "INTEGER[]", "list", true],
    ["a list is no integer", "INTEGER[]", "int", false],
    ["a struct", "STRUCT(a INTEGER)", "dict", true],
    ["a name that is none", "BIGINT", "constructor", false],
  ] as const;

  it.each(cases)("%s: %s is %s", (_story, sqlType, name, expected) => {
    expect(isOfType(sqlType, name)).toBe(expected);
  });
});
