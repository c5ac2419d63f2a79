/**
 * Dates and times of a contract: a typed column has them, and a text column when every text is one in ISO 8601, for
 * text files have no types.
 *
 * @module
 */
import { type Column, presentValue, quoteText } from "@ml-gates/queries";
import { findColumn, NotEvaluable } from "./comparable.ts";
import { type Definition, define } from "./define.ts";
import { required, text } from "./kwarg-types.ts";
import { askRows, whereRows } from "./map-question.ts";
import { choiceOf } from "./metric-kwargs.ts";
import { tellName } from "./tell.ts";

const CLOCK = String.raw`\d{2}:\d{2}(:\d{2}(\.\d+)?)?`;
const ZONE = String.raw`(Z|[+-]\d{2}(:?\d{2})?)?`;

/** The types that are instants already, the shape of a text that is one, and what decides whether it exists. */
const KINDS = {
  date: { types: ["DATE"], shape: String.raw`\d{4}-\d{2}-\d{2}`, cast: "DATE" },
  timestamp: {
    types: ["TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS", "TIMESTAMP WITH TIME ZONE"],
    shape: String.raw`\d{4}-\d{2}-\d{2}[T ]${CLOCK}${ZONE}`,
    cast: "TIMESTAMP",
  },
  time: { types: ["TIME"], shape: `${CLOCK}${ZONE}`, cast: "TIME" },
} as const;

/** The definition of `values_are_instants`. */
export const VALUES_ARE_INSTANTS: Definition = define({
  kwargs: { column: required(text), kind: required(choiceOf(["date", "timestamp", "time"])) },
  ask: ({ column: name, kind }, table) => {
    const column = findColumn(table, name);
    return askRows({
      column,
      mostly: 1,
      testsMissing: false,
      unexpected: whereRows(column, writeFault(column, kind)),
      fault: [`is no ${kind}`, `are no ${kind}s`],
      remedy: "Correct these rows at their source; a text must be written as ISO 8601 has it.",
    });
  },
});

function writeFault(column: Column, kind: keyof typeof KINDS): string {
  const { types, shape, cast } = KINDS[kind];
  if (types.some((type) => type === column.sqlType.toUpperCase())) return "FALSE";
  if (column.family !== "text") {
    const reason = `The column ${tellName(column.name)} of type ${column.sqlType} holds no ${kind}s.`;
    throw new NotEvaluable(reason, column);
  }
  const value = presentValue(column);
  // The engine knows times with a zone in fewer shapes than those without.
  const local = kind === "date" ? value : `regexp_replace(${value}, ${quoteText(`${ZONE}$`)}, '')`;
  const isInstant = `regexp_full_match(${value}, ${quoteText(shape)}) AND TRY_CAST(${local} AS ${cast}) IS NOT NULL`;
  return `${value} IS NOT NULL AND NOT (${isInstant})`;
}
