/**
 * Draws tables from the scenarios and counts how often each rule fails them.
 *
 * @module
 */
import { drawBinomial, seeded } from "./random.ts";
import { proves, RULES, type Selections } from "./rules.ts";
import { SCENARIOS, type Scenario } from "./scenarios.ts";

/** How often a rule failed (or, for `proven`, passed) out of the draws. */
export interface Rates {
  readonly scenario: string;
  readonly failed: Readonly<Record<string, number>>;
}

/** One run of the study. */
export interface Study {
  readonly seed: number;
  readonly draws: number;
  readonly rates: readonly Rates[];
  /** Of five equal groups: the share of draws in which `prove` shows each group within the limit, by its size. */
  readonly proven: Readonly<Record<string, number>>;
}

/** The same seed and draws give the same study. */
export function simulate({ seed, draws }: Pick<Study, "seed" | "draws">): Study {
  const next = seeded(seed);
  const rates = SCENARIOS.map((scenario) => ({
    scenario: scenario.id,
    failed: countFailures(
      Array.from({ length: draws }, () => drawTable(scenario, next)),
      scenario,
    ),
  }));
  const [equal] = SCENARIOS;
  const tables = equal === undefined ? [] : Array.from({ length: draws }, () => drawTable(equal, next));
  const proven = Object.fromEntries(
    (equal?.groups ?? [])
      .slice(1)
      .map(({ n }, index) => [String(n), tables.filter((table) => proves(table, index + 1)).length / draws]),
  );
  return { seed, draws, rates, proven };
}

function drawTable({ groups }: Scenario, next: () => number): Selections {
  return groups.map(({ n, rate }) => ({ successes: drawBinomial(n, rate, next), trials: n }));
}

function countFailures(
  tables: readonly Selections[],
  { unlike }: Scenario,
): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(RULES).map(([name, rule]) => [
      name,
      tables.filter((table) => rule(table, unlike)).length / tables.length,
    ]),
  );
}
