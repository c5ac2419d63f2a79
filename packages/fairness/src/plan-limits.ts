/**
 * From the checks as written to limits on known disparities.
 *
 * @module
 */
import {
  type Check,
  type FairnessSection,
  InputError,
  type Limit,
  nearestWord,
  type Problem,
  quote,
} from "@ml-gates/gate";
import { type Comparison, DISPARITIES, type Disparity } from "./disparities.ts";
import { findMeasure, type Needs } from "./measures.ts";
import { joinNames } from "./metric-frame.ts";

/** One limit on one disparity between the groups of one column or intersection, within one control cell. */
export interface DisparityLimit {
  readonly check: Check;
  /** As its frame is called. */
  readonly column: string;
  readonly columns: readonly string[];
  /** The control cell; empty for all rows. */
  readonly within: Readonly<Record<string, string>>;
  readonly disparity: Disparity;
  readonly limit: Limit;
  /** A group against the reference, a group by itself, or the candidate against the baseline. */
  readonly judges: "between" | "level" | "change";
  /** Whether what is judged must not fall below the limit, or not rise above it. */
  readonly bound: "floor" | "ceiling";
  /** What the ids of its findings start with, such as `demographic_parity_ratio/min/SEX`. */
  readonly id: string;
}

/** What a limit of each comparison is called, and which way it holds. */
const KINDS = {
  ratio: "min",
  difference: "max",
  group_min: "min",
  group_max: "max",
  log_ratio: "max",
} as const satisfies Readonly<Record<Comparison, "min" | "max">>;

/** The sections's keys that say what is judged. */
export type LimitPolicy = Pick<
  FairnessSection,
  "by" | "intersections" | "control" | "bins" | "expect" | "reference" | "checks"
>;

/**
 * Every limit of the section, one for each group column.
 *
 * @throws InputError for unknown disparities, limits that do not fit them, limits given twice, and columns that are
 * described but not judged.
 *
 * @example
 * planLimits({ by: ["SEX"], intersections: [], control: [], bins: {}, expect: {}, reference: {}, checks: [{ metric: "demographic_parity_ratio", limits: [{ kind: "min", value: 0.8 }], by: ["SEX"], source: null }] }).map(({ id }) => id); // => ["demographic_parity_ratio/min/SEX"]
 */
export function planLimits(section: LimitPolicy): readonly DisparityLimit[] {
  const problems = [
    ...section.checks.flatMap(findCheckProblems),
    ...findStrayColumns(section),
    ...findIdleIntersections(section),
  ];
  if (problems.length > 0) throw new InputError(problems);
  const limits = section.checks.flatMap((check) => expandCheck(check, section));
  const twins = limits.filter(({ id }, index) => limits.findIndex((other) => other.id === id) !== index);
  if (twins.length > 0) throw new InputError(twins.map(describeTwin));
  return limits;
}

/**
 * The group columns of a section: its own, and those its checks name.
 *
 * @example
 * listColumns({ by: ["SEX"], checks: [{ by: ["RAC1P"] }] }); // => ["SEX", "RAC1P"]
 */
export function listColumns({ by, checks }: Pick<FairnessSection, "by" | "checks">): readonly string[] {
  return [...new Set([...by, ...checks.flatMap((check) => check.by)])];
}

/**
 * What must be counted and measured for these limits.
 *
 * @example
 * [...listNeeds([{ disparity: { rates: ["accuracy", "roc_auc"] } }])]; // => ["decisions", "areas"]
 */
export function listNeeds(limits: readonly Pick<DisparityLimit, "disparity">[]): ReadonlySet<Needs> {
  return new Set(limits.flatMap(({ disparity }) => disparity.rates.map((rate) => findMeasure(rate).needs)));
}

/** An intersection is judged by every check that judges all of its columns. */
function expandCheck(check: Check, { intersections }: LimitPolicy): readonly DisparityLimit[] {
  const disparity = DISPARITIES.get(check.metric);
  if (disparity === undefined) return [];
  const crossed = intersections.filter((columns) => columns.every((column) => check.by.includes(column)));
  return [...check.by.map((column) => [column]), ...crossed].flatMap((columns) =>
    check.limits.map((limit) => ({
      check,
      column: joinNames(columns),
      columns,
      within: {},
      disparity,
      limit,
      ...directionOf(limit, disparity),
      id: `${check.metric}/${limit.kind}/${joinNames(columns)}`,
    })),
  );
}

function directionOf(limit: Limit, { comparison }: Disparity): Pick<DisparityLimit, "judges" | "bound"> {
  if (limit.kind === "max-drop") return { judges: "change", bound: "ceiling" };
  const judges = comparison === "group_min" || comparison === "group_max" ? "level" : "between";
  return { judges, bound: KINDS[comparison] === "min" ? "floor" : "ceiling" };
}

function findCheckProblems(check: Check): readonly Problem[] {
  const place = check.source ?? {};
  const disparity = DISPARITIES.get(check.metric);
  if (disparity === undefined) return [{ ...describeUnknown(check.metric), ...place }];
  return check.limits.flatMap((limit) => {
    const misfit = limit.kind === "max-drop" ? null : describeMisfit(check.metric, limit, disparity);
    return misfit === null ? [] : [{ ...misfit, ...place }];
  });
}

const MOST_NAMES = 8;

function describeUnknown(metric: string): Problem {
  const names = [...DISPARITIES.keys()];
  const near = nearestWord(metric, names);
  return {
    message: `${quote(metric)} is no disparity that is known here; known are ${names.slice(0, MOST_NAMES).join(", ")} and ${names.length - MOST_NAMES} more.`,
    remedy: near === null ? "Name one of those in the action's README." : `Did you mean \`${near}\`?`,
  };
}

function describeMisfit(metric: string, limit: Limit, { rates, comparison }: Disparity): Problem | null {
  const kind = KINDS[comparison];
  if (limit.kind !== kind) {
    const remedy = `Write \`${kind}\`: ratios and the least group are limited from below, differences and the greatest from above.`;
    return { message: `${metric} has the limit \`${limit.kind}\`; \`${kind}\` was wanted.`, remedy };
  }
  const ranges = rates.map((rate) => findMeasure(rate).range);
  const unit =
    comparison === "ratio" || (comparison !== "log_ratio" && ranges.every((range) => range === "unit"));
  const signed = (comparison === "group_min" || comparison === "group_max") && ranges.includes("signed");
  const fits = signed || (limit.value >= 0 && (!unit || limit.value <= 1));
  if (fits) return null;
  const wanted = unit ? "a number from 0 to 1" : "a number that is not negative";
  const message = `${metric} has the limit \`${kind}: ${quote(limit.value)}\`; ${wanted} was wanted.`;
  return { message, remedy: "Write a fraction, such as 0.8 for four fifths." };
}

function findStrayColumns(section: LimitPolicy) {
  const { intersections, control } = section;
  const judged = [...listColumns(section), ...intersections.map(joinNames)];
  const binned = [...judged, ...intersections.flat(), ...control];
  return (["expect", "reference", "bins"] as const).flatMap((key) =>
    Object.keys(section[key]).flatMap((column): readonly Problem[] => {
      const columns = key === "bins" ? binned : judged;
      if (columns.includes(column)) return [];
      const near = nearestWord(column, columns);
      const message = `\`${key}\` names the column ${quote(column)}, which is not judged; judged are ${columns.map(quote).join(", ")}.`;
      return [
        { message, remedy: near === null ? "Add it to `by`, or remove it." : `Did you mean ${quote(near)}?` },
      ];
    }),
  );
}

/** An intersection is judged where a check judges each of its columns; one that no check does would pass unseen. */
function findIdleIntersections({ intersections, checks }: LimitPolicy): readonly Problem[] {
  return intersections.flatMap((columns) => {
    if (checks.some(({ by }) => columns.every((column) => by.includes(column)))) return [];
    const message = `No check judges every column of the intersection ${joinNames(columns)}.`;
    return [{ message, remedy: "Name all of its columns in `by`, of the section or of one check." }];
  });
}

function describeTwin({ id, check }: DisparityLimit): Problem {
  const message = `Two limits would be reported as ${quote(id)}.`;
  return { message, remedy: "Keep one of the checks.", ...(check.source ?? {}) };
}
