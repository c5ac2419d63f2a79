export * from "./comparable-text.ts";
export * from "./count-by-group.ts";
export * from "./count-sampled.ts";
export * from "./dialect.ts";
export * from "./drift/index.ts";
export * from "./first-rows.ts";
export { type GroupValue, MOST_VALUES, readGroupValues } from "./group-values.ts";
export { type OrderedAsk, orderedId } from "./ordered-rows.ts";
export * from "./paired-predictions.ts";
export * from "./plan-statements.ts";
export * from "./predictions-facts.ts";
export * from "./present-value.ts";
export * from "./quote-number.ts";
export * from "./table.ts";
export {
  MOST_TESTED_VALUES,
  type QueryAsk,
  readRows,
  readTested,
  type Tested,
  type TestedAsk,
  type ValueTest,
  valuesFor,
} from "./tested-values.ts";
