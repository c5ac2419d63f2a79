import { describe, expect, it } from "vitest";
import { displayBins } from "./display-bins.ts";

describe("the bins of a histogram", () => {
  it("are 16 of numbers, named by their edges", () => {
    const values = Array.from({ length: 17 }, (_, index) => index);
    const one = values.map(() => 1);
    const bins = displayBins({
      numbers: { values, reference: one, current: one, lowest: 0, exact: true },
      categories: null,
    });
    expect(bins.edges).toEqual(values);
    expect(bins.reference).toEqual([...Array(15).fill(1), 2]);
  });

  it("are categories by their frequency in the reference, the rest in the last", () => {
    const categories = Array.from({ length: 18 }, (_, index) => `c${index}`);
    const reference = categories.map((_, index) => index + 1);
    const bins = displayBins({
      numbers: null,
      categories: { categories, reference, current: categories.map(() => 2) },
    });
    expect(bins.labels?.slice(0, 2)).toEqual(["c17", "c16"]);
    expect(bins.labels?.at(-1)).toBe("3 others");
    expect(bins.reference.at(-1)).toBe(1 + 2 + 3);
    expect(bins.current.at(-1)).toBe(6);
  });
});
