import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { listStories, readStories, runStories } from "../study/compare-models/table.ts";

const document = readFileSync(new URL("../docs/statistics.md", import.meta.url), "utf8");
const stated = readStories(document);
const stories = listStories();

/** Three standard errors of a share, and half a digit of the table. */
const noise = (share: number, count: number) => 3 * Math.sqrt((share * (1 - share)) / count) + 0.0005;

describe("the table of docs/statistics.md", () => {
  it("has every line of the study", () => expect(stated).toHaveLength(stories.length));

  it("has no more false alarms with equal models than 5 %", () => {
    for (const [index, { title, scenario }] of stories.entries()) {
      const { fails = 1, repetitions = 1 } = stated[index] ?? {};
      if (title === "equal models")
        expect(fails, JSON.stringify(scenario)).toBeLessThanOrEqual(0.05 + noise(0.05, repetitions));
    }
  });

  it("finds what the test alone finds, where the drop is twice the limit", () => {
    for (const [index, { title, scenario }] of stories.entries()) {
      const { fails = 0, significant = 1 } = stated[index] ?? {};
      if (title.startsWith("a drop of twice"))
        expect(fails, JSON.stringify(scenario)).toBeGreaterThanOrEqual(significant - 0.02);
    }
  });

  it("settles at the rows that are said to settle it", () => {
    for (const [index, { title, scenario }] of stories.entries()) {
      const { inconclusive = 1, repetitions = 1 } = stated[index] ?? {};
      if (title.endsWith("at requiredN"))
        expect(inconclusive, JSON.stringify(scenario)).toBeLessThanOrEqual(0.01 + noise(0.01, repetitions));
    }
  });

  it("is what a twentieth of the simulation gives, within its noise", { timeout: 120_000 }, () => {
    const least = Math.min(...stated.map(({ repetitions }) => repetitions));
    for (const [index, { title, outcome }] of runStories(Math.ceil(least / 20)).entries()) {
      const { repetitions: count } = outcome;
      const repetitions = stated[index]?.repetitions ?? 1;
      for (const share of ["naive", "fails", "inconclusive", "significant", "proven"] as const) {
        const wanted = stated[index]?.[share] ?? Number.NaN;
        // A share near 0 or 1 may be one repetition off.
        const most = noise(wanted, count) + noise(wanted, repetitions) + 1.5 / count;
        expect(Math.abs(outcome[share] - wanted), `${title} ${share}`).toBeLessThanOrEqual(most);
      }
    }
  });
});
