/**
 * Evidently's run as JSON: its tests.
 *
 * @module
 */
import type { Finding, Outcome, Severity } from "@ml-gates/gate";
import { type Importer, importFinding } from "./importer.ts";
import { type JsonRecord, numberOf, recordOf, recordsOf, textOf } from "./read-json.ts";

/** `metrics` that each have a `metric_name`, beside `tests`. A run without tests judged nothing. */
export const EVIDENTLY: Importer = {
  tool: "evidently",
  isOwn: (value) => {
    const { metrics, tests } = recordOf(value);
    return Array.isArray(tests) && recordsOf(metrics).some((each) => "metric_name" in each);
  },
  list: (value) => {
    const values = new Map(recordsOf(value["metrics"]).map((each) => [textOf(each["id"]), each["value"]]));
    return recordsOf(value["tests"]).map((test) => {
      const metric = values.get(textOf(recordOf(test["metric_config"])["metric_id"]));
      return importTest(test, numberOf(metric) ?? numberOf(recordOf(metric)["count"]));
    });
  },
};

const STATUSES: Readonly<Record<string, readonly [Outcome, Severity]>> = {
  SUCCESS: ["pass", "block"],
  WARNING: ["fail", "warn"],
  FAIL: ["fail", "block"],
  SKIPPED: ["skipped", "block"],
};

function importTest(test: JsonRecord, observed: number | null): Finding {
  const status = textOf(test["status"]) ?? "";
  const [outcome, severity] = STATUSES[status] ?? ["not-evaluable", "block"];
  return importFinding({
    id: textOf(test["name"]) ?? textOf(test["id"]) ?? "test",
    kind: "metric",
    outcome,
    severity,
    observed,
    reason: outcome === "not-evaluable" ? "test-error" : null,
    why: textOf(test["description"]) ?? `Evidently says ${status}.`,
    remedy: "Look at the column in Evidently's own page.",
  });
}
