/**
 * Which tool a suite is written for, told by the keys that only this tool has.
 *
 * @module
 */
import type { JsonObject } from "../parse-expectation.ts";
import { isSodaclKey } from "./sodacl.ts";

/** The formats that are read. */
export type SuiteFormat = "great-expectations" | "soda-contract" | "sodacl" | "odcs" | "dbt";

/** What each format is called in messages. */
export const FORMAT_NAMES: Readonly<Record<SuiteFormat, string>> = {
  "great-expectations": "a Great Expectations suite",
  "soda-contract": "a Soda contract",
  sodacl: "SodaCL checks",
  odcs: "a contract of the Open Data Contract Standard",
  dbt: "a dbt properties file",
};

const SIGNS: Readonly<Record<SuiteFormat, (root: JsonObject) => boolean>> = {
  "great-expectations": (root) =>
    ["expectations", "expectation_suite_name"].some((key) => Object.hasOwn(root, key)),
  "soda-contract": (root) =>
    typeof root["dataset"] === "string" && (Array.isArray(root["columns"]) || Array.isArray(root["checks"])),
  sodacl: (root) => Object.keys(root).some(isSodaclKey),
  odcs: (root) => root["kind"] === "DataContract",
  dbt: (root) => ["models", "seeds", "snapshots", "sources"].some((key) => Array.isArray(root[key])),
};

/**
 * The formats whose own keys a document has: one, unless it is ambiguous or nothing that is known.
 *
 * @example
 * detectFormats({ kind: "DataContract", schema: [] }); // => ["odcs"]
 */
export function detectFormats(root: JsonObject): readonly SuiteFormat[] {
  return (Object.keys(SIGNS) as SuiteFormat[]).filter((format) => SIGNS[format](root));
}
