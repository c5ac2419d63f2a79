/**
 * The real engine over a folder of fixtures.
 *
 * @module
 */
import { join } from "node:path";
import { openDuckdb, type SqlEngine } from "@ml-gates/engines";

/** The engine; relative paths start in that folder of `fixtures/`. */
export function openFixtures(folder: string): Promise<SqlEngine> {
  return openDuckdb({
    memory: "1GB",
    threads: null,
    temp: null,
    nativePath: null,
    directory: join(import.meta.dirname, "..", "fixtures", folder),
    environment: process.env,
    log: () => {},
  });
}
