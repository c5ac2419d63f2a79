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
import { DISPARITIES, type Disparity } from "./disparities.ts";

/** One limit on one disparity between the groups of one column. */
export interface DisparityLimit {
  readonly check: Check;
  readonly column: string;
  readonly disparity: Disparity;
  readonly limit: Limit;
  /** What the ids of its findings start with, such as `demographic_parity_ratio/min/SEX`. */
  readonly id: string;
}

/** A ratio is limited from below, a difference from above. */
const KINDS = { ratio: "min", difference: "max" } as const;

/**
 * Every limit of the section, one for each group column.
 *
 * @throws InputError for unknown disparities, limits that do not fit them, limits given twice, and columns that are
 * described but not judged.
 *
 * @example
 * planLimits({ by: ["SEX"], expect: {}, reference: {}, checks: [{ metric: "demographic_parity_ratio", limits: [{ kind: "min", value: 0.8 }], by: ["SEX"], source: null }] }).map(({ id }) => id); // => ["demographic_parity_ratio/min/SEX"]
 */
export function planLimits(
  section: Pick<FairnessSection, "by" | "expect" | "reference" | "checks">,
): readonly DisparityLimit[] {
  const problems = [...section.checks.flatMap(findCheckProblems), ...findStrayColumns(section)];
  if (problems.length > 0) throw new InputError(problems);
  const limits = section.checks.flatMap(expandCheck);
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

function expandCheck(check: Check): readonly DisparityLimit[] {
  const disparity = DISPARITIES.get(check.metric);
  if (disparity === undefined) return [];
  return check.by.flatMap((column) =>
    check.limits.map((limit) => ({
      check,
      column,
      disparity,
      limit,
      id: `${check.metric}/${limit.kind}/${column}`,
    })),
  );
}

function findCheckProblems(check: Check): readonly Problem[] {
  const place = check.source ?? {};
  const disparity = DISPARITIES.get(check.metric);
  if (disparity === undefined) return [{ ...describeUnknown(check.metric), ...place }];
  const kind = KINDS[disparity.comparison];
  return check.limits.flatMap((limit) => {
    const misfit = describeMisfit(check.metric, limit, kind);
    return misfit === null ? [] : [{ ...misfit, ...place }];
  });
}

function describeUnknown(metric: string): Problem {
  const names = [...DISPARITIES.keys()];
  const near = nearestWord(metric, names);
  return {
    message: `${quote(metric)} is no disparity that is known here; known are ${names.join(", ")}.`,
    remedy: near === null ? "Name one of these." : `Did you mean \`${near}\`?`,
  };
}

function describeMisfit(metric: string, limit: Limit, kind: "min" | "max"): Problem | null {
  if (limit.kind !== kind) {
    const remedy = `Write \`${kind}\`: a ratio is limited from below, a difference from above.`;
    return { message: `${metric} has the limit \`${limit.kind}\`; \`${kind}\` was wanted.`, remedy };
  }
  if (limit.value >= 0 && limit.value <= 1) return null;
  const message = `${metric} has the limit \`${kind}: ${quote(limit.value)}\`; a number from 0 to 1 was wanted.`;
  return { message, remedy: "Write a fraction, such as 0.8 for four fifths." };
}

function findStrayColumns(section: Pick<FairnessSection, "by" | "expect" | "reference" | "checks">) {
  const columns = listColumns(section);
  return (["expect", "reference"] as const).flatMap((key) =>
    Object.keys(section[key]).flatMap((column): readonly Problem[] => {
      if (columns.includes(column)) return [];
      const near = nearestWord(column, columns);
      const message = `\`${key}\` names the column ${quote(column)}, which is not judged; judged are ${columns.map(quote).join(", ")}.`;
      return [
        { message, remedy: near === null ? "Add it to `by`, or remove it." : `Did you mean ${quote(near)}?` },
      ];
    }),
  );
}

function describeTwin({ id, check }: DisparityLimit): Problem {
  const message = `Two limits would be reported as ${quote(id)}.`;
  return { message, remedy: "Keep one of the checks.", ...(check.source ?? {}) };
}
