/**
 * Two files beside each other, in plain sentences.
 *
 * @module
 */
import type { Finding } from "@ml-gates/gate";
import { directionOf } from "@ml-gates/metrics";
import { renderBar } from "./interval-bar.ts";

/**
 * A sentence and, where there is an interval, a bar: one metric of the candidate against the baseline. The finding is
 * that of a check `max-drop: 0`, so it fails when the candidate is worse beyond noise.
 *
 * @example
 * renderFinding({ check: { metric: "accuracy" }, outcome: "fail", baseline: 0.9, observed: 0.8, effect: { value: -0.1, low: -0.15, high: -0.05, confidence: 0.9 }, n: 500, pAdjusted: 0.001 })[0]; // => "accuracy  0.9 → 0.8: b is worse, and that is not noise (p = 0.0010, n = 500)."
 */
export function renderFinding(finding: Finding): readonly string[] {
  const { baseline, observed, effect } = finding;
  const metric = String(finding.check["metric"]);
  const value = effect?.value ?? null;
  if (baseline === null || observed === null || value === null) return [`${metric}  ${finding.why}`];
  const head = `${metric}  ${show(baseline)} → ${show(observed)}: ${sayChange(finding, metric, value)}.`;
  const { low = null, high = null } = effect ?? {};
  if (low === null || high === null) return [head];
  const confidence = Math.round((effect?.confidence ?? 0) * 100);
  return [
    head,
    `  ${show(low)} ${renderBar({ value, low, high })} ${show(high)}   (b - a, ${confidence} % interval; ┊ no change)`,
  ];
}

function sayChange(finding: Finding, metric: string, value: number): string {
  const { outcome, effect, n, method } = finding;
  if (value === 0) return method === null ? "the same" : `no change${sayRows(n)}`;
  const sign = (finding.check["direction"] ?? directionOf(metric)) === "lower" ? -1 : 1;
  const better = value * sign > 0;
  if (method === null)
    return `b is ${better ? "better" : "worse"} by ${show(Math.abs(value))}; the files hold no uncertainty, so whether that is noise cannot be said`;
  if (outcome === "fail") return `b is worse, and that is not noise${sayEvidence(finding)}`;
  if (!better) return `b looks worse, but noise alone could do that${sayEvidence(finding)}`;
  const bound = sign > 0 ? effect?.low : effect?.high;
  const shown = bound !== null && bound !== undefined && bound * sign > 0;
  return shown
    ? `b is better, beyond noise${sayRows(n)}`
    : `b looks better, but noise alone could do that${sayRows(n)}`;
}

function sayEvidence({ p, pAdjusted, n }: Finding): string {
  const shown = pAdjusted ?? p;
  const parts = [shown === null ? "" : `p = ${shown.toPrecision(2)}`, n === null ? "" : `n = ${n}`];
  const told = parts.filter((part) => part !== "").join(", ");
  return told === "" ? "" : ` (${told})`;
}

function sayRows(n: number | null): string {
  return n === null ? "" : ` (n = ${n})`;
}

/** Four significant digits tell a reader enough; zeros at the end tell nothing. */
function show(value: number): string {
  return String(Number(value.toPrecision(4)));
}
