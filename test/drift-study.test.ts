import { expect, it } from "vitest";
import { DRAWS, SEED } from "../study/detect-drift/main.ts";
import { type AlarmRate, simulateAlarms } from "../study/detect-drift/simulate.ts";
import { readSource } from "./source-files.ts";

const STATED: readonly AlarmRate[] = JSON.parse(readSource("study/results/detect-drift.json")).rates;
const rateOf = ({ alarms, draws }: AlarmRate) => alarms / draws;

it("a twentieth of the drift study agrees with its results within Monte-Carlo error", () => {
  for (const [index, rate] of simulateAlarms(DRAWS / 20, SEED + 1000).entries()) {
    const stated = STATED[index];
    expect(stated).toMatchObject({ rule: rate.rule, reference: rate.reference, shift: rate.shift });
    const share = stated === undefined ? Number.NaN : rateOf(stated);
    const error = Math.sqrt((share * (1 - share) + 1 / rate.draws) / rate.draws);
    expect(Math.abs(rateOf(rate) - share), `${rate.rule}, ${rate.current} rows`).toBeLessThan(4 * error);
  }
});

it("our rule raises at most 5 % false alarms where naive ones raise most, and finds what matters", () => {
  const ours = STATED.filter(({ rule }) => rule.startsWith("ml-gates"));
  for (const rate of ours.filter(({ shift }) => shift === 0)) expect(rateOf(rate)).toBeLessThanOrEqual(0.05);
  for (const rate of ours.filter(({ shift }) => shift > 0)) expect(rateOf(rate)).toBeGreaterThan(0.9);
  const naive = STATED.filter(
    ({ rule, reference, shift }) => /Evidently/.test(rule) && reference === 1001 && shift === 0,
  );
  for (const rate of naive) expect(rateOf(rate)).toBeGreaterThan(0.6);
});
