/**
 * One id per expectation, unique within the suite.
 *
 * @module
 */
import type { JsonValue } from "@ml-gates/gate";
import type { SuitePlan } from "./plan-suite.ts";
import type { Expectation } from "./suite.ts";

/** Ids such as `expect_column_values_to_be_unique/id`, in the suite's order; the second of its kind ends in `#2`. */
export function identifyExpectations(plan: SuitePlan): readonly string[] {
  return uniqueIds(plan.planned.map(({ expectation }) => idOf(expectation)));
}

function idOf({ name, kwargs }: Expectation): string {
  const { column = null, column_A = null, column_B = null, column_list = null } = kwargs;
  const isOfRows = Array.isArray(column_list) && !name.startsWith("expect_table_");
  const named: readonly JsonValue[] = isOfRows ? column_list.slice(0, 5) : [column, column_A, column_B];
  return [name, ...named.filter((each) => typeof each === "string")].join("/");
}

/** The second of its kind ends in `#2`, past any id that is written so already. */
function uniqueIds(ids: readonly string[]): readonly string[] {
  const taken = new Set(ids);
  const seen = new Set<string>();
  return ids.map((id) => {
    let unique = id;
    for (let number = 2; seen.has(unique) || (unique !== id && taken.has(unique)); number++)
      unique = `${id}#${number}`;
    seen.add(unique);
    return unique;
  });
}
