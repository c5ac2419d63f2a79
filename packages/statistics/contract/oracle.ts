/**
 * How the numbers that the references gave are read and compared.
 *
 * @module
 */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const TOLERANCE = 1e-9;

/** Intervals' bounds and differences: where one side has an exact 0 the other may have 1e-17. */
export const NEAR_ZERO = 1e-6;

/** The cases of `fixtures/oracles/statistics-<name>.json`, by the function that they are of. */
export function readOracle<Cases>(name: string): Cases {
  const path = new URL(`../../../fixtures/oracles/statistics-${name}.json`, import.meta.url);
  const revive = (_: string, value: unknown) =>
    value === "Infinity" || value === "-Infinity" ? Number(value) : value;
  return (JSON.parse(readFileSync(path, "utf8"), revive) as { readonly cases: Cases }).cases;
}

/** Relative; `floor` is the smallest scale, for numbers that are differences of numbers near 1. */
export function expectClose(seen: number, wanted: number, floor = 0): void {
  if (seen === wanted) return;
  const scale = Math.max(Math.abs(wanted), floor);
  expect(Math.abs(seen - wanted), `${seen} is not ${wanted}`).toBeLessThanOrEqual(TOLERANCE * scale);
}

/** One test per function over all of its cases, at least 20; a failure names the case. */
export function itAgrees<Case extends object>(
  story: string,
  cases: readonly Case[],
  check: (each: Case) => void,
): void {
  it(`${story}: ${cases.length} cases`, () => {
    expect(cases.length).toBeGreaterThanOrEqual(20);
    for (const each of cases)
      try {
        check(each);
      } catch (cause) {
        throw new Error(`${JSON.stringify(each).slice(0, 400)}: ${(cause as Error).message}`, { cause });
      }
  });
}
