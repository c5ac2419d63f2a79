/**
 * Which limits a counted column is judged by, and what is measured for each.
 *
 * @module
 */
import type { DriftCheck, DriftMetric, DriftSection, Severity } from "@ml-gates/gate";
import type { Distribution } from "./distribution.ts";
import { defaultLimit, measureDistance } from "./metrics.ts";
import { type ColumnTest, testColumn } from "./test-columns.ts";

/** A group of rows that is judged apart. */
export interface Slice {
  readonly column: string;
  readonly value: string;
}

/** A distance that a limit is on, measured. */
export interface Trial {
  readonly id: string;
  readonly distribution: Distribution;
  readonly slice: Slice | null;
  readonly metric: DriftMetric;
  readonly max: number;
  readonly warn: number | null;
  readonly severity: Severity;
  readonly check: DriftCheck | null;
  /** From 0; infinite where a constant has changed; null where the distance is not defined for the column. */
  readonly distance: number | null;
  readonly test: ColumnTest | null;
}

/** Every limit on one column, measured. */
export function planTrials(
  distribution: Distribution,
  section: Pick<DriftSection, "checks" | "columns">,
  slice: Slice | null,
): readonly Trial[] {
  const { name } = distribution;
  return limitsOf(distribution, section.checks).map(({ metric, max, warn, check }) => ({
    id: `${name}/${metric}${slice === null ? "" : `/${slice.column}=${slice.value}`}`,
    distribution,
    slice,
    metric,
    max,
    warn,
    severity: severityOf(distribution, section.columns.critical, check),
    check,
    distance: measureDistance(metric, distribution),
    test: testColumn(distribution, check?.test ?? null),
  }));
}

type LimitOf = Pick<Trial, "metric" | "max" | "warn" | "check">;

/** A check that names the column comes before one of the same distance for all columns. */
function limitsOf(distribution: Distribution, checks: readonly DriftCheck[]): readonly LimitOf[] {
  const named = checks.filter(({ columns }) => columns?.includes(distribution.name));
  const general = checks.filter(
    ({ columns, metric }) =>
      columns === null &&
      measureDistance(metric, distribution) !== null &&
      named.every((check) => check.metric !== metric),
  );
  const stated = [...named, ...general].map((check) => ({
    metric: check.metric,
    max: check.max,
    warn: check.warn,
    check,
  }));
  return stated.length > 0 ? stated : [{ ...defaultLimit(distribution), check: null }];
}

/** One column of many may move; a named one, the label and the predictions may not. */
function severityOf(
  { name, role }: Distribution,
  critical: readonly string[],
  check: DriftCheck | null,
): Severity {
  if (check?.severity) return check.severity;
  return role !== "feature" || critical.includes(name) || check?.columns ? "block" : "warn";
}
