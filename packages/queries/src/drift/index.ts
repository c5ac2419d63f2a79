export * from "./column-facts.ts";
export * from "./count-chunks.ts";
export * from "./count-values.ts";
export { categoryColumn, type MeasuredColumn, numberColumn, rowsOfGroup } from "./measured-column.ts";
