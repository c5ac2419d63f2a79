import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson, isNestedDeeper, type JsonValue, roundJudged } from "./canonical-json.ts";

/** The same facts written by another hand: every object's members the other way round. */
function reversed(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).map(([key, member]) => [key, reversed(member)] as const);
  return Object.fromEntries(members.toReversed());
}

/** Of any JSON, its numbers as they are judged. */
function rounded(value: JsonValue): JsonValue {
  return JSON.parse(JSON.stringify(value), (_, member) =>
    typeof member === "number" && !Number.isSafeInteger(member) ? roundJudged(member) : member,
  );
}

describe("canonicalJson", () => {
  it("is JSON of the same value, and the same text whatever the order of members", () => {
    const anyJson = fc.jsonValue({ maxDepth: 4 }).map((value) => value as JsonValue);
    fc.assert(
      fc.property(anyJson, (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(rounded(value));
        expect(canonicalJson(reversed(value))).toBe(text);
      }),
    );
  });

  it("orders by code units, leaves out what is undefined, and keeps what is empty", () => {
    const value = { b: {}, "10": [], "9": [[], 1], a: undefined, B: -0 };
    expect(canonicalJson(value as unknown as JsonValue)).toBe('{"10":[],"9":[[],1],"B":0,"b":{}}');
  });
});

describe("isNestedDeeper", () => {
  it("counts levels of lists and objects alike", () => {
    expect([isNestedDeeper([{ a: [1] }], 3), isNestedDeeper([{ a: [1] }], 2)]).toEqual([false, true]);
  });
});
