/**
 * From findings to one verdict, and from the verdict to whether the job stops.
 *
 * @module
 */
import type { Finding } from "./finding.ts";

/** `error` means the gate did not run: nothing was judged. */
export const VERDICTS = ["error", "fail", "inconclusive", "warn", "pass"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What an inconclusive verdict does to the job. */
export type InconclusivePolicy = "warn" | "fail";

/**
 * Folds findings into the verdict, the first that holds: `fail` (a blocking check fails or is not evaluable),
 * `inconclusive` (a blocking check is, or nothing at all was judged), `warn` (anything else short of a pass; of the
 * skipped only `no-baseline` counts), `pass`. A waived failure counts as a warning.
 *
 * @example
 * foldVerdict([]); // => "inconclusive"
 */
export function foldVerdict(findings: readonly Finding[]): Exclude<Verdict, "error"> {
  const blocking = findings.filter((each) => each.severity === "block" && each.waiver === null);
  if (blocking.some(({ outcome }) => outcome === "fail" || outcome === "not-evaluable")) return "fail";
  const judged = findings.some(({ outcome }) => outcome !== "skipped");
  if (!judged || blocking.some(({ outcome }) => outcome === "inconclusive")) return "inconclusive";
  return findings.some(fallsShort) ? "warn" : "pass";
}

function fallsShort(finding: Finding): boolean {
  if (finding.outcome === "skipped") return finding.reason === "no-baseline";
  return finding.outcome !== "pass";
}

/**
 * Whether the job fails: `error` and `fail` always, `inconclusive` by policy, the rest never.
 *
 * @example
 * blocksJob("inconclusive", "warn"); // => false
 */
export function blocksJob(verdict: Verdict, inconclusive: InconclusivePolicy): boolean {
  if (verdict === "inconclusive") return inconclusive === "fail";
  return verdict === "error" || verdict === "fail";
}
