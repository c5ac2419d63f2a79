/**
 * All findings of the gate in one sentence.
 *
 * @module
 */
import type { Finding, Outcome } from "@ml-gates/gate";

const WORST_FIRST: readonly { readonly outcome: Outcome; readonly one: string; readonly many: string }[] = [
  { outcome: "fail", one: "check has drifted", many: "checks have drifted" },
  { outcome: "not-evaluable", one: "check cannot be evaluated", many: "checks cannot be evaluated" },
  { outcome: "inconclusive", one: "check is open", many: "checks are open" },
];

/**
 * One sentence: how many of the checks drifted, cannot be evaluated or are open, and the first of the worst.
 *
 * @example
 * summarizeDrift([]); // => "nothing was compared"
 */
export function summarizeDrift(findings: readonly Finding[]): string {
  if (findings.length === 0) return "nothing was compared";
  const worst = WORST_FIRST.map((each) => ({
    ...each,
    found: findings.filter(({ outcome }) => outcome === each.outcome),
  })).find(({ found }) => found.length > 0);
  if (worst === undefined) return `no drift in ${findings.length} checks`;
  const { found, one, many } = worst;
  const [first] = found.toSorted(
    (left, right) => Number(right.severity === "block") - Number(left.severity === "block"),
  );
  return `${found.length} of ${findings.length} ${found.length === 1 ? one : many}: ${first?.why ?? ""}`;
}
