/**
 * Reads TOML into a tree.
 *
 * @module
 */
import type { InputError } from "@ml-gates/gate";
import { parse, TomlError } from "smol-toml";
import { lineStart, type MetricsText, refuseMetrics } from "../metrics-fault.ts";
import { MAX_DEPTH, type Tree } from "./tree.ts";

/** @throws InputError at the line of the first fault, such as a duplicate key. */
export function parseTomlTree(source: MetricsText): Tree {
  try {
    return toTree(parse(source.text, { integersAsBigInt: true, maxDepth: MAX_DEPTH }), 0);
  } catch (error) {
    if (error instanceof RangeError) throw tooDeep(source);
    if (!(error instanceof TomlError)) throw error;
    const [reason = ""] = error.message.split("\n");
    const message = `The metrics file is not TOML: ${reason}.`;
    const offset = lineStart(source.text, error.line);
    throw refuseMetrics(source, [{ offset, message, remedy: "Correct it here, or write it again." }]);
  }
}

function tooDeep(source: MetricsText): InputError {
  const message = `The metrics file cannot be read: it is nested deeper than ${MAX_DEPTH}.`;
  return refuseMetrics(source, [{ offset: 0, message, remedy: "Write a flatter file." }]);
}

/** The parser does not say where a value stands. */
function toTree(value: unknown, depth: number): Tree {
  if (depth > MAX_DEPTH) throw new RangeError("too deep");
  if (Array.isArray(value))
    return { kind: "list", items: value.map((item) => toTree(item, depth + 1)), offset: 0 };
  if (typeof value === "object" && value !== null && !(value instanceof Date)) {
    const entries = Object.entries(value).map(([key, entry]) => [key, toTree(entry, depth + 1)] as const);
    return { kind: "map", entries: new Map(entries), offset: 0 };
  }
  if (typeof value === "bigint") return { kind: "scalar", value: Number(value), offset: 0 };
  const isPlain = typeof value === "number" || typeof value === "boolean";
  return { kind: "scalar", value: isPlain ? value : String(value), offset: 0 };
}
