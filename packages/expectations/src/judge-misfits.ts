/**
 * Values that do not fit the type declared for their column, as findings.
 *
 * @module
 */
import { type Finding, finding, type SourceLine } from "@ml-gates/gate";
import { tellCount, tellName, tellValue } from "./tell.ts";

/** How many values of a column do not fit its declared type, and the first of them. */
export interface TypeMisfit {
  readonly column: string;
  readonly type: string;
  readonly count: number;
  readonly samples: readonly { readonly row: number; readonly value: string }[];
}

/**
 * One blocking finding per column that breaks its declared type.
 *
 * @example
 * judgeMisfits([{ column: "age", type: "integer", count: 1, samples: [{ row: 3, value: "x" }] }], null)[0].why; // => 'age: 1 value is not of the declared type integer; the first is "x" in row 3. Wanted: at most 0.'
 */
export function judgeMisfits(misfits: readonly TypeMisfit[], source: SourceLine | null): readonly Finding[] {
  return misfits.map(({ column, type, count, samples: [first, ...rest] }) => {
    const values = count === 1 ? "1 value is" : `${tellCount(count)} values are`;
    const shown = first ? `; the first is ${tellValue(first.value)} in row ${first.row}` : "";
    return finding({
      id: `declared-type/${column}`,
      kind: "expectation",
      check: { column, type },
      severity: "block",
      source,
      outcome: "fail",
      effect: { kind: "count", value: count, low: null, high: null, confidence: null },
      observed: count,
      samples: first ? [first, ...rest] : [],
      why: `${tellName(column)}: ${values} not of the declared type ${type}${shown}. Wanted: at most 0.`,
      remedy:
        "Correct these values at their source, or change the column's type under types in the gate file.",
    });
  });
}
