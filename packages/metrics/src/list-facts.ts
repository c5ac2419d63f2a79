/**
 * What the files state beside their numbers, as rows of the report.
 *
 * @module
 */
import { type JsonValue, roundJudged } from "@ml-gates/gate";
import { compareFacts, factsOf } from "./compare-facts.ts";
import { baselineFile, type Comparison } from "./comparison.ts";
import type { MetricValues, Uncertainty } from "./metric-values.ts";

/** Rows a report can show; the rest of a long list says no more. */
const MOST_ROWS = 100;

/** The formats the files were read as, the facts that make them incomparable, the parameters that differ. */
export function listFileFacts(comparison: Comparison): Readonly<Record<string, JsonValue>> {
  const { candidate, baseline } = sidesOf(comparison);
  const differences = candidate && baseline ? compareFacts(candidate.facts, baseline.facts) : [];
  const changed = candidate && baseline ? compareFacts(candidate.parameters, baseline.parameters) : [];
  return {
    formats: { candidate: candidate?.format ?? null, baseline: baseline?.format ?? null },
    comparability: differences.slice(0, MOST_ROWS).map((row) => ({ ...row })),
    parameters: changed.slice(0, MOST_ROWS).map((row) => ({ ...row })),
  };
}

/** The uncertainty both files state of a metric, and what makes its two values incomparable. */
export function listMetricFacts(comparison: Comparison, metric: string): Readonly<Record<string, JsonValue>> {
  const { candidate, baseline } = sidesOf(comparison);
  const facts = (file: MetricValues | null) => (file === null ? [] : factsOf(file, metric));
  const uncertainty = (file: MetricValues | null) => toRow(file?.details.get(metric)?.uncertainty ?? null);
  return {
    stated: { candidate: uncertainty(candidate), baseline: uncertainty(baseline) },
    differences: compareFacts(facts(candidate), facts(baseline)).map((row) => ({ ...row })),
  };
}

function sidesOf(comparison: Comparison) {
  return { candidate: comparison.candidate, baseline: baselineFile(comparison) };
}

function toRow(uncertainty: Uncertainty | null): JsonValue {
  if (uncertainty === null) return null;
  const { seeds = [], rounds: _rounds, documents: _documents, ...numbers } = uncertainty;
  const rounded = Object.entries(numbers).flatMap(([key, value]) =>
    Number.isFinite(value) ? [[key, roundJudged(value)] as const] : [],
  );
  const shown = seeds.slice(0, MOST_ROWS).filter(({ value }) => Number.isFinite(value));
  return {
    ...Object.fromEntries(rounded),
    seeds: shown.map(({ name, value }) => ({ name, value: roundJudged(value) })),
  };
}
