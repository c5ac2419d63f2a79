import { readFileSync } from "node:fs";
import { delong, momentsOf, pairedEffect, seedRandom } from "@ml-gates/statistics";
import { describe, expect, it } from "vitest";
import { describeRows } from "../study/compare-models/row-evidence.ts";
import { CELLS, drawRows, scoreOf, sharesAt } from "../study/compare-models/scored-rows.ts";
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

describe("the evidence of a draw", () => {
  const counts = drawRows(seedRandom("a draw"), sharesAt(0.03), 2000);
  const rows = CELLS.flatMap((cell, at) => Array.from({ length: counts[at] ?? 0 }, () => cell));
  const { ranks, losses } = describeRows(counts);

  it("has the areas and the error that DeLong's method gives for its rows", () => {
    const labels = rows.map(({ label }) => label);
    const [candidate, baseline] = [rows.map((row) => row.candidate), rows.map((row) => row.baseline)];
    const byRow = delong({ labels, candidate, baseline });
    const area = ranks[0]?.sums[0]?.area;
    expect({ ...area, standardError: Math.sqrt(area?.changeVariance ?? Number.NaN) }).toMatchObject({
      candidate: expect.closeTo("undefined" in byRow ? 0 : byRow.candidate, 12),
      baseline: expect.closeTo("undefined" in byRow ? 0 : byRow.baseline, 12),
      standardError: expect.closeTo("undefined" in byRow ? 0 : byRow.standardError, 12),
    });
  });

  it("has the mean losses of its rows", () => {
    const loss = (label: number, level: number) =>
      -Math.log(label === 1 ? scoreOf(level) : 1 - scoreOf(level));
    const changes = rows.map(
      ({ label, candidate, baseline }) => loss(label, candidate) - loss(label, baseline),
    );
    const byRow = pairedEffect(momentsOf(changes));
    const sums = losses["log_loss"]?.[0];
    const mean = ((sums?.totals["a"] ?? 0) - (sums?.totals["b"] ?? 0)) / (sums?.n ?? 0);
    expect(mean).toBeCloseTo("undefined" in byRow ? 0 : byRow.estimate, 12);
  });
});
