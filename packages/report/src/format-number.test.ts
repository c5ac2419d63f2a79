import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalsFor, formatNumber } from "./format-number.ts";

describe("formatNumber", () => {
  it.each([
    ["four significant digits", 0.87123, "0.8712"],
    ["a hair under the limit", 0.779996, "0.779996"],
    ["the limit itself", 0.78, "0.7800"],
    ["a count", 41_203, "41203"],
    ["thousands with a fraction", 12_345.678, "12346"],
    ["next to nothing", 0.0000012346, "0.000001235"],
    ["nothing", 0, "0"],
    ["a number beyond counting", 1.5e300, "1.500e+300"],
  ])("%s", (_story, value, wanted) => {
    expect(formatNumber(value, decimalsFor([value], { value, limit: 0.78 }))).toBe(wanted);
  });

  it("never makes a value look like its limit when it differs in its first twelve decimals", () => {
    const fraction = fc.double({ min: 0.001, max: 1, noNaN: true });
    fc.assert(
      fc.property(fraction, fraction, (value, limit) => {
        fc.pre(value.toFixed(12) !== limit.toFixed(12));
        const decimals = decimalsFor([value], { value, limit });
        expect(formatNumber(value, decimals)).not.toBe(formatNumber(limit, decimals));
      }),
    );
  });
});
