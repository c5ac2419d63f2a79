/**
 * What was measured of every column, for the report: the worst first.
 *
 * @module
 */
import { type DriftSection, type JsonValue, type Measurements, roundJudged } from "@ml-gates/gate";
import { criticalPsi } from "./critical-psi.ts";
import type { DecidedTrial } from "./decide-trials.ts";
import { displayBins } from "./display-bins.ts";
import { normalise } from "./distances.ts";
import type { Distribution } from "./distribution.ts";
import { rowsOf } from "./distribution-rows.ts";
import { binsOf, measureDistance } from "./metrics.ts";
import { wassersteinBounds } from "./ordered-distances.ts";
import { sparkline } from "./sparkline.ts";

const DISTANCES = [
  "psi",
  "jensenshannon",
  "hellinger",
  "tvd",
  "l_infinity",
  "ks",
  "wasserstein_normed",
] as const;

/** The measurements of the report, schema `drift/1`. */
export function listDrift(decided: readonly DecidedTrial[], { minimum, share }: DriftSection): Measurements {
  const worst = decided.toSorted((left, right) => rank(right) - rank(left));
  const shown = new Set<Distribution>(worst.map(({ trial }) => trial.distribution));
  return {
    schema: "drift/1",
    data: {
      minimum,
      share,
      columns: worst.map(listTrial),
      distances: [...shown].map(listDistances),
    },
  };
}

/** How many times the limit the distance is; what failed comes first. */
function rank({ trial, outcome, reason }: DecidedTrial): number {
  const order = { fail: 3e6, inconclusive: 2e6, "not-evaluable": 1e6, pass: 0 }[outcome];
  const ratio = Math.min(1e5, (trial.distance ?? 0) / Math.max(trial.max, 1e-9));
  return ratio + (reason === "warning" ? 2.5e6 : order);
}

/** What a narrow table must hold comes first. */
function listTrial({ trial, outcome, reason, q }: DecidedTrial): { readonly [key: string]: JsonValue } {
  const { distribution, metric, max, distance, test, slice } = trial;
  return {
    column: distribution.name,
    ...(slice === null ? {} : { group: `${slice.column}=${slice.value}` }),
    distance: metric,
    effect: distance === null ? null : roundJudged(distance),
    limit: max,
    q: q === null ? null : roundJudged(q),
    ...histograms(distribution),
    p: test === null ? null : roundJudged(test.p),
    outcome: reason === "warning" ? "warning" : outcome,
    kind: distribution.kind,
    role: distribution.role,
  };
}

/** The same bins and the same height on both sides: as text for tables, as shares for charts. */
function histograms(distribution: Distribution): { readonly [key: string]: JsonValue } {
  const { edges, labels, ...bins } = displayBins(distribution);
  const [reference, current] = [normalise(bins.reference), normalise(bins.current)];
  const highest = Math.max(0, ...reference, ...current);
  const shares = { reference: reference.map(roundJudged), current: current.map(roundJudged) };
  return {
    reference: sparkline(reference, highest),
    current: sparkline(current, highest),
    histogram: {
      ...shares,
      ...(edges === null ? {} : { edges: edges.map(roundJudged) }),
      ...(labels === null ? {} : { labels }),
    },
  };
}

function listDistances(distribution: Distribution): { readonly [key: string]: JsonValue } {
  const { reference, current } = rowsOf(distribution);
  const { numbers } = distribution;
  const distances = DISTANCES.map((metric) => {
    const value = measureDistance(metric, distribution);
    return [metric, value === null ? null : roundJudged(value)] as const;
  });
  const bounds = numbers === null || numbers.exact ? null : wassersteinBounds(numbers);
  return {
    column: distribution.name,
    values: `${reference} / ${current}`,
    ...Object.fromEntries(distances),
    psiCritical: roundJudged(
      criticalPsi(binsOf(distribution) ?? { reference: [], current: [] }) ?? Number.NaN,
    ),
    wassersteinBounds:
      bounds === null ? null : { low: roundJudged(bounds.low), high: roundJudged(bounds.high) },
  };
}
