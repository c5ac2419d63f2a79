/**
 * JUnit XML, as nearly every test runner writes it.
 *
 * @module
 */
import type { Finding, JsonValue } from "@ml-gates/gate";
import { XMLParser } from "fast-xml-parser";
import { type Importer, importFinding } from "./importer.ts";
import { type JsonRecord, listOf, recordOf, recordsOf, textOf } from "./read-json.ts";

const PARSER = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  parseTagValue: false,
  isArray: (name) => ["testsuite", "testcase", "failure", "error", "skipped"].includes(name),
});

/**
 * XML as JSON; null for what is no XML, or declares a document type: entities of strangers are not expanded.
 */
export function parseXml(text: string): JsonValue | null {
  if (!/^\s*</.test(text) || /<!(?:DOCTYPE|ENTITY)/i.test(text)) return null;
  try {
    return PARSER.parse(text, true) as JsonValue;
  } catch {
    return null;
  }
}

/** A `testsuites` or `testsuite` element. */
export const JUNIT: Importer = {
  tool: "junit",
  isOwn: (value) => "testsuites" in recordOf(value) || "testsuite" in recordOf(value),
  list: (value) => listCases(recordOf(value["testsuites"] ?? value)),
};

function listCases(suites: JsonRecord): readonly Finding[] {
  const own = recordsOf(suites["testcase"]).map(importCase);
  return [...own, ...recordsOf(suites["testsuite"]).flatMap(listCases)];
}

function importCase(testcase: JsonRecord): Finding {
  const name = textOf(testcase["@name"]) ?? "test";
  const owner = textOf(testcase["@classname"]);
  const broken = [...listOf(testcase["error"]), ...listOf(testcase["failure"])];
  const skipped = listOf(testcase["skipped"]);
  const outcome = broken.length > 0 ? "fail" : skipped.length > 0 ? "skipped" : "pass";
  const told = broken[0] ?? skipped[0];
  return importFinding({
    id: owner === null ? name : `${owner}.${name}`,
    outcome,
    reason: outcome === "skipped" ? "skipped" : null,
    why: told === undefined ? "The test passes." : sayCause(told),
    remedy: "Run this test alone, and look at its output.",
  });
}

function sayCause(told: JsonValue): string {
  const { "@message": message, "#text": text } = recordOf(told);
  return textOf(message) ?? textOf(text) ?? textOf(told) ?? "The report gives no reason.";
}
