import type { SqlValue, ValueTest } from "@ml-gates/queries";
import { describe, expect, it } from "vitest";
import { testValues } from "./test-values.ts";

const HOPELESS = /^(?:a+)+$/;
const SLOW = `${"a".repeat(40)}!`;

const matching = (pattern: RegExp): ValueTest => ({
  id: `${pattern}`,
  compile: () => (value) => !pattern.test(`${value}`),
});

function answerWith(value: readonly SqlValue[], count = value.map(() => 1)) {
  return { value: { value, count, firstRow: value.map((_, index) => index + 1) } };
}

const limits = { millisecondsPerValue: 50, millisecondsPerTest: 5000 };

describe("testValues", () => {
  it("counts rows, not values, and names the values in the order of their rows", () => {
    const answer = answerWith(["x", "aa", "y"], [3, 5, 2]);
    expect(testValues(matching(/a/), answer)).toEqual({ value: { unexpected: 5, values: ["x", "y"] } });
  });

  it("names 200 values at most, and counts all", () => {
    const answer = answerWith(Array.from({ length: 5000 }, (_, index) => `${index}`));
    const tested = testValues(matching(/x/), answer);
    expect(tested).toMatchObject({ value: { unexpected: 5000, values: { length: 200 } } });
  });

  it("ends a test that takes too long on one value, wherever in its batch that value stands", () => {
    const values = [...Array.from({ length: 1500 }, (_, index) => "a".repeat(index % 7)), SLOW, "a"];
    const started = performance.now();
    expect(testValues(matching(HOPELESS), answerWith(values), limits)).toEqual({
      failure: `testing a value took longer than 0.05 s: "${SLOW}" in row 1501`,
    });
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it("lets many values take longer than one may", () => {
    const busy: ValueTest = {
      id: "busy",
      compile: () => (value) => {
        const end = performance.now() + 40;
        while (performance.now() < end);
        return value === "b";
      },
    };
    const answer = answerWith(["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "b"]);
    expect(testValues(busy, answer, { millisecondsPerValue: 300, millisecondsPerTest: 20_000 })).toEqual({
      value: { unexpected: 2, values: ["b", "b"] },
    });
  });

  it("ends a test that takes too long on all values together", () => {
    const busy: ValueTest = {
      id: "busy",
      compile: () => () => {
        const end = performance.now() + 40;
        while (performance.now() < end);
        return false;
      },
    };
    const values = answerWith(Array.from({ length: 100 }, (_, index) => `${index}`));
    const answer = testValues(busy, values, { millisecondsPerValue: 500, millisecondsPerTest: 600 });
    expect(answer).toEqual({ failure: expect.stringContaining("0.6 seconds in all") });
  });

  it("ends a test that takes too long to be made", () => {
    const slowly: ValueTest = {
      id: "slow",
      compile: () => {
        HOPELESS.test(SLOW);
        return () => false;
      },
    };
    expect(testValues(slowly, answerWith(["a"]), limits)).toEqual({
      failure: expect.stringContaining("could not be made in time"),
    });
  });

  it("tells the value that cannot be tested", () => {
    const picky: ValueTest = {
      id: "picky",
      compile: () => () => {
        throw new Error("it is odd");
      },
    };
    expect(testValues(picky, answerWith(["x\nb"]))).toEqual({
      failure: expect.stringMatching(/^it is odd: .*row 1$/),
    });
  });

  it("has no answer where the values could not be had", () => {
    expect(testValues(matching(/a/), { failure: "too many" })).toEqual({ failure: "too many" });
  });
});
