/**
 * Which rows of a table an expectation is about, in whatever grammar it was written.
 *
 * @module
 */
import type { Scalar } from "../kwarg-types.ts";
import type { SqlParts } from "../sql-condition.ts";

export type Comparison = "==" | "!=" | "<" | "<=" | ">" | ">=";

/** One side of a comparison. */
export type Operand = { readonly column: string } | { readonly value: Scalar };

/**
 * A condition on one row, true or false and nothing between: a comparison with a missing value is false, and true for
 * `!=`; no missing value is a member of a set. So it is in pandas, and so it is here.
 */
export type Condition =
  | {
      readonly is: "comparison";
      readonly left: Operand;
      readonly operator: Comparison;
      readonly right: Operand;
    }
  | { readonly is: "member"; readonly column: string; readonly values: readonly Scalar[] }
  | { readonly is: "missing"; readonly column: string }
  | { readonly is: "flag"; readonly column: string }
  | { readonly is: "sql"; readonly parts: SqlParts }
  | { readonly is: "not"; readonly of: Condition }
  | { readonly is: "all" | "any"; readonly of: readonly Condition[] };

/** What is wrong with a condition as written. */
export class ConditionFault extends Error {
  override readonly name = "ConditionFault";
}

/** One condition of several; a lone one as itself. */
export function joinConditions(is: "all" | "any", of: readonly Condition[]): Condition {
  const [first] = of;
  return of.length === 1 && first !== undefined ? first : { is, of };
}
