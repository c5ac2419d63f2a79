/**
 * Every expectation this version evaluates, and those it knows by name only.
 *
 * @module
 */
import { AGGREGATE_EXPECTATIONS } from "./aggregate-expectations.ts";
import type { Definition } from "./define.ts";
import { DIVERGENCE_EXPECTATIONS } from "./divergence-expectations.ts";
import { MAP_EXPECTATIONS } from "./map-expectations.ts";
import { METRIC_EXPECTATIONS } from "./metric-expectations.ts";
import { MULTICOLUMN_EXPECTATIONS } from "./multicolumn-expectations.ts";
import { ORDERED_EXPECTATIONS } from "./ordered-expectations.ts";
import { OUTLIER_EXPECTATIONS } from "./outlier-expectations.ts";
import { PAIR_EXPECTATIONS } from "./pair-expectations.ts";
import { PARSEABLE_EXPECTATIONS } from "./parseable-expectations.ts";
import { PROPORTION_EXPECTATIONS } from "./proportion-expectations.ts";
import { QUERY_EXPECTATIONS } from "./query-expectations.ts";
import { SET_EXPECTATIONS } from "./set-expectations.ts";
import { TABLE_EXPECTATIONS } from "./table-expectations.ts";
import { TEXT_EXPECTATIONS } from "./text-expectations.ts";

const DEFINITIONS: Readonly<Record<string, Definition>> = {
  ...TABLE_EXPECTATIONS,
  ...MAP_EXPECTATIONS,
  ...TEXT_EXPECTATIONS,
  ...PARSEABLE_EXPECTATIONS,
  ...QUERY_EXPECTATIONS,
  ...AGGREGATE_EXPECTATIONS,
  ...ORDERED_EXPECTATIONS,
  ...OUTLIER_EXPECTATIONS,
  ...SET_EXPECTATIONS,
  ...DIVERGENCE_EXPECTATIONS,
  ...PROPORTION_EXPECTATIONS,
  ...PAIR_EXPECTATIONS,
  ...MULTICOLUMN_EXPECTATIONS,
  ...METRIC_EXPECTATIONS,
};

/** The names of the expectations that are evaluated. */
export const EXPECTATION_NAMES: readonly string[] = Object.keys(DEFINITIONS);

/** The definition of an expectation by its name in lower case; null for any other name. */
export function findDefinition(name: string): Definition | null {
  return Object.hasOwn(DEFINITIONS, name) ? (DEFINITIONS[name] ?? null) : null;
}

/** Expectations of Great Expectations that are not evaluated yet: known, so that a message can say which it is. */
export const UNEVALUATED_NAMES: ReadonlySet<string> = new Set(["expect_multicolumn_values_to_be_unique"]);
