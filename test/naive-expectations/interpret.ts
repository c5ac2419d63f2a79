/**
 * Great Expectations' specification as a naive program: one row after the other, no SQL, no planning.
 *
 * @module
 */
import { interpretAggregate } from "./naive-aggregates.ts";
import { interpretOrder } from "./naive-order.ts";
import { interpretRepeats } from "./naive-repeats.ts";
import { interpretRows, type Kwargs } from "./naive-rows.ts";
import { type NaiveTable, type Outcome, RAISED, Raised } from "./naive-table.ts";
import { interpretTable } from "./naive-tables.ts";
import { type Condition, type Form, holds } from "./row-condition.ts";

/** An expectation to evaluate; the condition is not among the kwargs here. */
export interface Asked {
  readonly name: string;
  readonly kwargs: Kwargs;
  readonly condition: Condition | null;
  readonly form: Form;
  readonly generation: "0.18" | "1.x";
}

/** What an expectation comes to on a table. */
export function interpret({ name, kwargs, condition, form, generation }: Asked, table: NaiveTable): Outcome {
  try {
    const missingDiffers = form !== "great_expectations" || generation === "1.x";
    const taking = (row: number) => condition === null || holds(condition, table, { row, missingDiffers });
    const domain = { ...table, rows: table.rows.filter(taking) };
    for (const interpretKind of [
      interpretRows,
      interpretRepeats,
      interpretOrder,
      interpretAggregate,
      interpretTable,
    ]) {
      const outcome = interpretKind(name, kwargs, { ...domain, generation });
      if (outcome !== null) return outcome;
    }
  } catch (error) {
    if (error instanceof Raised) return RAISED;
    throw error;
  }
  throw new RangeError(`the interpreter does not know ${name}`);
}
