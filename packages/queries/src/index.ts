export * from "./dialect.ts";
export * from "./first-rows.ts";
export * from "./paired-predictions.ts";
export * from "./plan-statements.ts";
export * from "./present-value.ts";
export * from "./quote-number.ts";
export * from "./table.ts";
