export * from "./column-facts.ts";
export * from "./count-chunks.ts";
export * from "./count-clusters.ts";
export * from "./count-values.ts";
export { categoryColumn, type MeasuredColumn, numberColumn, rowsOfGroup } from "./measured-column.ts";
export * from "./sample-rows.ts";
export * from "./scored-errors.ts";
export * from "./skew.ts";
export {
  planServedFacts,
  planWindowSteps,
  type RollingWindows,
  type ServedFacts,
  type ServedTables,
  type WindowCounts,
} from "./windows.ts";
