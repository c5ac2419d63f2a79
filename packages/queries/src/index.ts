export * from "./dialect.ts";
export * from "./table.ts";
