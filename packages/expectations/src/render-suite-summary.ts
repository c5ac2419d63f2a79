/**
 * A validation in one sentence.
 *
 * @module
 */
import { type Finding, SEVERITIES } from "@ml-gates/gate";
import { tellCount } from "./tell.ts";

/**
 * How many expectations hold, and the most severe of those that do not.
 *
 * @example
 * renderSuiteSummary("training rows", [], 12); // => "training rows: all 0 expectations hold on 12 rows"
 */
export function renderSuiteSummary(name: string, findings: readonly Finding[], rows: number): string {
  const unmet = findings.filter(({ outcome }) => outcome !== "pass");
  const on = `on ${tellCount(rows)} rows`;
  const [worst] = unmet.toSorted(
    (left, right) => SEVERITIES.indexOf(left.severity) - SEVERITIES.indexOf(right.severity),
  );
  if (worst === undefined) return `${name}: all ${findings.length} expectations hold ${on}`;
  return `${name}: ${unmet.length} of ${findings.length} expectations do not hold ${on}; first: ${worst.why}`;
}
