/**
 * All findings of the gate in one sentence.
 *
 * @module
 */
import type { Finding } from "@ml-gates/gate";

const WORST_FIRST = [
  { outcome: "fail", word: "fail" },
  { outcome: "not-evaluable", word: "cannot be evaluated" },
  { outcome: "inconclusive", word: "are inconclusive" },
  { outcome: "skipped", word: "were skipped" },
] as const;

/**
 * The worst finding's own sentence, and how many are like it.
 *
 * @example
 * summarizeFindings([]); // => "nothing was judged"
 */
export function summarizeFindings(findings: readonly Finding[]): string {
  if (findings.length === 0) return "nothing was judged";
  const blockingFirst = [...findings].sort((left, right) => rank(left) - rank(right));
  for (const { outcome, word } of WORST_FIRST) {
    const alike = blockingFirst.filter((finding) => finding.outcome === outcome);
    const [first] = alike;
    if (first)
      return alike.length === 1
        ? first.why
        : `${alike.length} of ${findings.length} checks ${word}: ${first.why}`;
  }
  return findings.length === 1 ? (findings[0]?.why ?? "") : `all ${findings.length} checks pass`;
}

function rank({ severity }: Finding): number {
  return severity === "block" ? 0 : 1;
}
