/**
 * dbt's `run_results.json`: tests, and models that did not build.
 *
 * @module
 */
import type { Finding, Outcome, Severity } from "@ml-gates/gate";
import { type Importer, importFinding } from "./importer.ts";
import { type JsonRecord, numberOf, recordOf, recordsOf, textOf } from "./read-json.ts";

/** Results under a `dbt_schema_version` of run results. */
export const DBT: Importer = {
  tool: "dbt",
  isOwn: (value) => {
    const schema = textOf(recordOf(recordOf(value)["metadata"])["dbt_schema_version"]);
    return schema?.includes("/run-results/") === true;
  },
  list: (value) => recordsOf(value["results"]).flatMap(importResult),
};

const STATUSES: Readonly<Record<string, readonly [Outcome, Severity]>> = {
  pass: ["pass", "block"],
  success: ["pass", "block"],
  warn: ["fail", "warn"],
  fail: ["fail", "block"],
  skipped: ["skipped", "block"],
  "no-op": ["skipped", "block"],
};

/** A test that was skipped because what it stands on broke is told; a model that was built is no check. */
function importResult(result: JsonRecord): readonly Finding[] {
  const status = textOf(result["status"]) ?? "error";
  const id = textOf(result["unique_id"]) ?? "result";
  if (status === "success" && !id.startsWith("test.")) return [];
  const [outcome, severity] = STATUSES[status] ?? ["not-evaluable", "block"];
  const failures = numberOf(result["failures"]);
  return [
    importFinding({
      id: id.replace(/^test\.[^.]+\./, ""),
      kind: "expectation",
      outcome,
      severity,
      observed: failures,
      reason: outcome === "not-evaluable" || outcome === "skipped" ? status : null,
      why: textOf(result["message"]) ?? `dbt says ${status}${failures === null ? "" : `: ${failures} rows`}.`,
      remedy: "Run `dbt test --select` with this test, and look at the rows it returns.",
    }),
  ];
}
