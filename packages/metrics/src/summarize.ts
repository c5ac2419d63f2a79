/**
 * All findings of the gate in one sentence.
 *
 * @module
 */
import type { Finding } from "@ml-gates/gate";

const WORDS = {
  fail: "fail",
  "not-evaluable": "cannot be evaluated",
  inconclusive: "are inconclusive",
  skipped: "were skipped",
} as const;
const WORST_FIRST = Object.keys(WORDS);

/**
 * The worst finding's own sentence, and how many are like it; what blocks comes before what warns.
 *
 * @example
 * summarizeFindings([]); // => "nothing was judged"
 */
export function summarizeFindings(findings: readonly Finding[]): string {
  const short = findings
    .filter(({ outcome }) => outcome !== "pass")
    .toSorted((left, right) => rank(left) - rank(right));
  const [first] = short;
  if (first === undefined || first.outcome === "pass") {
    if (findings.length === 0) return "nothing was judged";
    return findings.length === 1 ? (findings[0]?.why ?? "") : `all ${findings.length} checks pass`;
  }
  const alike = short.filter(({ outcome }) => outcome === first.outcome).length;
  return alike === 1
    ? first.why
    : `${alike} of ${findings.length} checks ${WORDS[first.outcome]}: ${first.why}`;
}

function rank({ severity, outcome }: Finding): number {
  return WORST_FIRST.indexOf(outcome) + (severity === "block" ? 0 : WORST_FIRST.length);
}
