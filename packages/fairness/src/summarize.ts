/**
 * All findings of the gate in one sentence.
 *
 * @module
 */
import type { Finding, Outcome } from "@ml-gates/gate";

const WORST_FIRST: readonly { readonly outcome: Outcome; readonly words: string }[] = [
  { outcome: "fail", words: "disparities are beyond the stated limits" },
  { outcome: "not-evaluable", words: "disparities cannot be evaluated" },
  { outcome: "inconclusive", words: "disparities are inconclusive" },
];

/**
 * The worst finding's own sentence, blocking ones first, and how many are like it.
 *
 * @example
 * summarizeDisparities([]); // => "nothing was judged"
 */
export function summarizeDisparities(findings: readonly Finding[]): string {
  const judged = findings.filter(({ outcome }) => outcome !== "skipped");
  const skipped = findings.length - judged.length;
  if (judged.length === 0) return `nothing was judged${skipped === 0 ? "" : `: ${saySkipped(skipped)}`}`;
  for (const { outcome, words } of WORST_FIRST) {
    const alike = judged.filter((each) => each.outcome === outcome);
    const [first] = alike.toSorted((left, right) => rank(left) - rank(right));
    if (first !== undefined)
      return alike.length === 1 ? first.why : `${alike.length} of ${judged.length} ${words}: ${first.why}`;
  }
  const passed =
    judged.length === 1
      ? "the disparity is within the stated limit"
      : `all ${judged.length} disparities are within the stated limits`;
  return skipped === 0 ? passed : `${passed}; ${saySkipped(skipped)}`;
}

function saySkipped(count: number): string {
  return `${count === 1 ? "1 contrast is" : `${count} contrasts are`} skipped, below the minimum`;
}

function rank({ severity }: Finding): number {
  return severity === "block" ? 0 : 1;
}
