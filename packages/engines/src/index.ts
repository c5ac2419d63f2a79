export { type DuckdbSettings, openDuckdb } from "./duckdb.ts";
export * from "./sql-engine.ts";
