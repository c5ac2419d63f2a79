/**
 * deepchecks' suite results as JSON: the conditions of each check.
 *
 * @module
 */
import type { Finding, Outcome, Severity } from "@ml-gates/gate";
import { type Importer, importFinding } from "./importer.ts";
import { type JsonRecord, recordOf, recordsOf, textOf } from "./read-json.ts";

/** `type` is `SuiteResult`. */
export const DEEPCHECKS: Importer = {
  tool: "deepchecks",
  isOwn: (value) => recordOf(value)["type"] === "SuiteResult",
  list: (value) => recordsOf(value["results"]).flatMap(importCheck),
};

const STATUSES: Readonly<Record<string, readonly [Outcome, Severity]>> = {
  PASS: ["pass", "block"],
  WARN: ["fail", "warn"],
  FAIL: ["fail", "block"],
};

function importCheck(result: JsonRecord): readonly Finding[] {
  const check = textOf(recordOf(result["check"])["name"]) ?? textOf(result["header"]) ?? "check";
  if (result["type"] === "CheckFailure") {
    const why = textOf(result["exception"]) ?? "The check raised an exception.";
    return [importFinding({ id: check, outcome: "not-evaluable", reason: "exception", why, remedy: REMEDY })];
  }
  return recordsOf(result["conditions_results"]).map((condition) => {
    const [outcome, severity] = STATUSES[textOf(condition["Status"]) ?? ""] ?? ["not-evaluable", "block"];
    return importFinding({
      id: `${check}: ${textOf(condition["Condition"]) ?? "condition"}`,
      outcome,
      severity,
      reason: outcome === "not-evaluable" ? "condition-error" : null,
      why: textOf(condition["More Info"]) ?? "deepchecks gives no more information.",
      remedy: REMEDY,
    });
  });
}

const REMEDY = "Look at the check in deepchecks' own page.";
