import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { ConfusionCounts } from "@ml-gates/queries";
import { describe, expect, it } from "vitest";
import { rowsOfCounts } from "../contract/rows-of-counts.ts";
import { generalizedEntropy } from "./entropy.ts";
import { measureValue } from "./measures.ts";
import { measureAequitas, measureAif360 } from "./peers.ts";

interface Case {
  readonly counts: { readonly reference: ConfusionCounts; readonly group: ConfusionCounts };
  readonly pair: Readonly<Record<string, number>>;
  readonly whole?: Readonly<Record<string, number>>;
}

function readCases(tool: string): readonly Case[] {
  const path = resolve(import.meta.dirname, `../../../fixtures/oracles/fairness-${tool}.json`);
  return JSON.parse(readFileSync(path, "utf8")).cases;
}

const close = (numbers: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, expect.closeTo(value, 9)]));

describe("of two groups, the numbers are the peer's", () => {
  it.each(readCases("aif360").map((each, index) => ({ ...each, index })))(
    "AIF360, table $index",
    ({ counts, pair, whole = {} }) => {
      expect(measureAif360(rowsOfCounts(counts.group), rowsOfCounts(counts.reference))).toEqual(close(pair));
      const names = Object.keys(counts.group) as (keyof ConfusionCounts)[];
      const all = Object.fromEntries(
        names.map((name) => [name, counts.group[name] + counts.reference[name]]),
      );
      const rows = rowsOfCounts(all as unknown as ConfusionCounts);
      expect(Object.fromEntries(Object.keys(whole).map((name) => [name, measureValue(name, rows)]))).toEqual(
        close(whole),
      );
      expect(generalizedEntropy(rows.counts, 2)).toBeCloseTo(whole["generalized_entropy_index"] ?? 0, 9);
    },
  );

  it.each(readCases("aequitas").map((each, index) => ({ ...each, index })))(
    "aequitas, table $index",
    ({ counts, pair }) => {
      expect(measureAequitas(rowsOfCounts(counts.group), rowsOfCounts(counts.reference))).toEqual(
        close(pair),
      );
    },
  );
});
