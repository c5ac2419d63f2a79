import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeCount, writerFor } from "./tell-numbers.ts";

describe("writerFor", () => {
  it.each([
    ["three decimals where they tell numbers apart", [0.871, 0.859], 0.871, "0.871"],
    ["as many as tell a number from its limit", [0.78, 0.779996], 0.779996, "0.779996"],
    ["as many as tell a number from zero", [0.00012], 0.00012, "0.0001"],
    ["as many as tell a negative number from zero", [-1e-9], -1e-9, "-0.000000001"],
    ["all digits where decimals do not reach", [1e-15], 1e-15, "1e-15"],
    ["no digits of the arithmetic's noise", [0.1 + 0.2], 0.1 + 0.2, "0.300"],
  ] as const)("writes %s", (_story, numbers, value, text) => {
    expect(writerFor(numbers)(value)).toBe(text);
  });

  it("never writes two numbers alike that differ in twelve digits", () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(
        fc.uniqueArray(
          number.map((value) => Number(value.toPrecision(12))),
          { maxLength: 5 },
        ),
        (numbers) => {
          const write = writerFor(numbers);
          expect(new Set(numbers.map((value) => Number(write(value)))).size).toBe(new Set(numbers).size);
        },
      ),
    );
  });
});

describe("writeCount", () => {
  it.each([
    [7, "7"],
    [1200, "1,200"],
    [1234567, "1,234,567"],
  ])("sets the thousands of %d apart", (count, text) => {
    expect(writeCount(count)).toBe(text);
  });
});
