/**
 * Names of types that databases and standards use beside those known to every suite.
 *
 * @module
 */
import type { JsonValue } from "@ml-gates/gate";
import { lookUp } from "./look-up.ts";

const ALIASES: Readonly<Record<string, string>> = {
  "character varying": "varchar",
  character: "varchar",
  "timestamp without time zone": "timestamp",
  timestamp_ntz: "timestamp",
  timestamp_tz: "timestamptz",
  timestamp_ltz: "timestamptz",
  clob: "varchar",
  number: "decimal",
};

/** A type's name as the other formats write it; anything unknown as it is, to be complained of where it is read. */
export function nameType(written: JsonValue | undefined): JsonValue {
  if (typeof written !== "string") return written ?? null;
  const [, base = "", length = ""] = /^\s*([^()]*?)\s*(\([^()]*\))?\s*$/.exec(written) ?? [];
  const alias = lookUp(ALIASES, base.toLowerCase());
  return alias === undefined ? written : `${alias}${alias === "decimal" ? length : ""}`;
}
