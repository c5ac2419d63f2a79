/**
 * Expectations about which different values a column has, and which is the most frequent.
 *
 * @module
 */
import type { JsonValue } from "@ml-gates/gate";
import type { Column } from "@ml-gates/queries";
import { findColumn, NotEvaluable } from "./comparable.ts";
import { type Definition, define } from "./define.ts";
import { askDistinct, type DistinctValue, readDistinct, readMembers } from "./distinct-values.ts";
import { defaulting, flag, optional, required, type Scalar, text, valueSet } from "./kwarg-types.ts";
import { answered, type Evaluated, leadTo, type Question } from "./question.ts";
import type { Generation } from "./suite.ts";
import { tellCount, tellList, tellName } from "./tell.ts";

type Relation = "in" | "contain" | "equal";

const REMEDY =
  "Look where these values come from: another spelling, a new category or a lost part of the data. If they are right, change the set in the suite.";

/** How many values a result lists; the counts beside them are of all. */
const LISTED = 500;

/** Values and set, compared: what is there and should not be, and what should be and is not. */
interface Compared {
  readonly distinct: readonly DistinctValue[];
  readonly unexpected: readonly JsonValue[];
  readonly missing: readonly Scalar[];
}

function defineDistinct(relation: Relation): Definition {
  return define({
    kwargs: {
      column: required(text),
      value_set: relation === "in" ? optional(valueSet) : required(valueSet),
    },
    ask: ({ column: name, value_set: members }, table, { generation }) => {
      const column = findColumn(table, name);
      const bounded = requireMembers(members ?? [], relation, generation);
      return askValues(column, (distinct) => {
        const compared = compare(relation, distinct, findKeys(column, members ?? [], distinct));
        const faults = bounded ? compared : { ...compared, unexpected: [] };
        return judge(column, generation === "1.x" ? resultOf(relation, faults) : countsOf(distinct), faults);
      });
    },
  });
}

/** Whether the set bounds anything: to Great Expectations 0.18 an empty set allows every value; 1.x refuses it. */
function requireMembers(members: readonly Scalar[], relation: Relation, generation: Generation): boolean {
  if (members.length > 0 || relation !== "in") return true;
  if (generation === "1.x") throw new NotEvaluable("value_set is empty; wanted: at least one value.");
  return false;
}

function askValues(column: Column, judgeValues: (distinct: readonly DistinctValue[]) => Evaluated): Question {
  return leadTo({ distinct: askDistinct(column) }, ({ distinct }) =>
    answered(judgeValues(readDistinct(column, distinct ?? null))),
  );
}

/** Where there are no values, none is of the wrong kind. */
function findKeys(
  column: Column,
  members: readonly Scalar[],
  distinct: readonly DistinctValue[],
): ReadonlyMap<Scalar, Scalar> {
  if (distinct.length === 0) return new Map(members.map((member) => [member, member]));
  return readMembers(column, members);
}

function compare(
  relation: Relation,
  distinct: readonly DistinctValue[],
  members: ReadonlyMap<Scalar, Scalar>,
): Compared {
  const keys = new Set(distinct.map(({ key }) => key));
  return {
    distinct,
    unexpected:
      relation === "contain" ? [] : distinct.flatMap(({ key, shown }) => (members.has(key) ? [] : [shown])),
    missing:
      relation === "in" ? [] : [...members].flatMap(([key, member]) => (keys.has(key) ? [] : [member])),
  };
}

/** The result of Great Expectations 1.x. */
function resultOf(relation: Relation, { unexpected, missing }: Compared): Evaluated["result"] {
  return {
    observed_value: null,
    ...(relation === "contain"
      ? {}
      : { unexpected_count: unexpected.length, partial_unexpected_list: unexpected.slice(0, LISTED) }),
    ...(relation === "in"
      ? {}
      : { missing_count: missing.length, partial_missing_list: missing.slice(0, LISTED) }),
  };
}

/** The result of Great Expectations 0.18. */
function countsOf(distinct: readonly DistinctValue[]): Evaluated["result"] {
  const listed = distinct.slice(0, LISTED);
  return {
    observed_value: listed.map(({ shown }) => shown),
    details: { value_counts: listed.map(({ shown, count }) => ({ value: shown, count })) },
  };
}

function judge(column: Column, result: Evaluated["result"], compared: Compared): Evaluated {
  const { distinct, unexpected, missing } = compared;
  const told = [
    ...(unexpected.length === 0
      ? []
      : [`${tellSome(unexpected.length)} not in the set: ${tellList(unexpected as readonly Scalar[])}`]),
    ...(missing.length === 0
      ? []
      : [`${tellSome(missing.length)} missing from the column: ${tellList(missing)}`]),
  ];
  const met = `${distinct.length === 1 ? "the one value is" : `the ${tellCount(distinct.length)} different values are`} as the set wants`;
  return {
    success: told.length === 0,
    observed: result?.["observed_value"] ?? null,
    counts: null,
    samples: [],
    ...(result === undefined ? {} : { result }),
    exception: null,
    why: `${tellName(column.name)}: ${told.length === 0 ? met : told.join("; ")}.`,
    remedy: REMEDY,
  };
}

function tellSome(count: number): string {
  return count === 1 ? "1 value is" : `${tellCount(count)} values are`;
}

/** All values with the top count; one of them has to be in the set, and to be the only one unless ties are okay. */
function judgeModes(column: Column, set: readonly Scalar[], tiesOkay: boolean) {
  return (distinct: readonly DistinctValue[]): Evaluated => {
    const top = distinct.reduce((largest, { count }) => Math.max(largest, count), 0);
    const modes = distinct.filter(({ count }) => count === top);
    const members = findKeys(column, set, distinct);
    const known = modes.filter(({ key }) => members.has(key)).length;
    const shown = modes.slice(0, LISTED).map((mode) => mode.shown);
    const seen =
      modes.length === 0
        ? "there is no value"
        : `the most common of the values ${modes.length === 1 ? "is" : "are"} ${tellList(shown as readonly Scalar[])}, ${tellCount(top)} times${modes.length === 1 ? "" : " each"}`;
    const wanted = `${tiesOkay ? "one of them among" : "a single one, among"} ${tellList(set)}`;
    return {
      success: tiesOkay ? known > 0 : modes.length === 1 && known === 1,
      observed: shown,
      counts: null,
      samples: [],
      exception: null,
      why: `${tellName(column.name)}: ${seen}; wanted: ${wanted}.`,
      remedy: REMEDY,
    };
  };
}

export const SET_EXPECTATIONS: Readonly<Record<string, Definition>> = {
  expect_column_distinct_values_to_be_in_set: defineDistinct("in"),
  expect_column_distinct_values_to_contain_set: defineDistinct("contain"),
  expect_column_distinct_values_to_equal_set: defineDistinct("equal"),
  expect_column_most_common_value_to_be_in_set: define({
    kwargs: { column: required(text), value_set: optional(valueSet), ties_okay: defaulting(flag, false) },
    ask: ({ column: name, value_set, ties_okay }, table) => {
      const column = findColumn(table, name);
      return askValues(column, judgeModes(column, value_set ?? [], ties_okay));
    },
  }),
};
