/**
 * How often each rule raises an alarm on normal data, drifted or not.
 *
 * @module
 */
import { seededRandom } from "@ml-gates/drift";
import { RULES, type Samples } from "./rules.ts";

/** Sizes of both sides, and by how many standard deviations the current mean has moved. */
export interface Setting {
  readonly reference: number;
  readonly current: number;
  readonly shift: number;
}

/** The settings of the study: none drifted first, then drift that matters. */
export const SETTINGS: readonly Setting[] = [
  { reference: 1001, current: 100, shift: 0 },
  { reference: 200, current: 200, shift: 0 },
  { reference: 500, current: 500, shift: 0 },
  { reference: 1001, current: 100, shift: 0.5 },
  { reference: 200, current: 200, shift: 0.5 },
  { reference: 500, current: 500, shift: 0.5 },
];

/** Share of the draws in which a rule raised an alarm. */
export interface AlarmRate extends Setting {
  readonly rule: string;
  readonly draws: number;
  readonly alarms: number;
}

/** Draws each setting so many times and asks every rule. The same seed gives the same draws. */
export function simulateAlarms(
  draws: number,
  seed: number,
  settings: readonly Setting[] = SETTINGS,
): readonly AlarmRate[] {
  return settings.flatMap((setting, index) => {
    const random = seededRandom(seed + index);
    const alarms = new Map(Object.keys(RULES).map((rule) => [rule, 0]));
    for (let draw = 0; draw < draws; draw++) {
      const samples = drawSamples(setting, random);
      for (const [rule, raises] of Object.entries(RULES))
        if (raises(samples)) alarms.set(rule, (alarms.get(rule) ?? 0) + 1);
    }
    return [...alarms].map(([rule, count]) => ({ ...setting, rule, draws, alarms: count }));
  });
}

function drawSamples({ reference, current, shift }: Setting, random: () => number): Samples {
  const draw = (size: number, mean: number) =>
    Float64Array.from({ length: size }, () => mean + normal(random)).sort();
  return { reference: draw(reference, 0), current: draw(current, shift) };
}

/** Box & Muller (1958). */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
