/**
 * Great Expectations validation results of both generations, and checkpoint results that hold several.
 *
 * @module
 */
import type { Finding } from "@ml-gates/gate";
import { type Importer, importFinding } from "./importer.ts";
import { type JsonRecord, listOf, numberOf, recordOf, recordsOf, textOf } from "./read-json.ts";

/** `results` that each name an `expectation_config`; without any, `success` beside `statistics`. */
export const GREAT_EXPECTATIONS: Importer = {
  tool: "great-expectations",
  isOwn: (value) => {
    const read = recordOf(value);
    const empty = "success" in read && "statistics" in read;
    return empty || resultsOf(read).some((each) => "expectation_config" in each);
  },
  list: (value) => resultsOf(value).map(importResult),
};

function resultsOf(value: JsonRecord): readonly JsonRecord[] {
  const runs = Object.values(recordOf(value["run_results"])).map(recordOf);
  const within = runs.flatMap((run) =>
    recordsOf((run["validation_result"] ? recordOf(run["validation_result"]) : run)["results"]),
  );
  return [...recordsOf(value["results"]), ...within];
}

const SEVERITIES = { warning: "warn", info: "info" } as const;

function importResult(each: JsonRecord): Finding {
  const config = recordOf(each["expectation_config"]);
  const type = textOf(config["type"]) ?? textOf(config["expectation_type"]) ?? "expectation";
  const kwargs = recordOf(config["kwargs"]);
  const result = recordOf(each["result"]);
  const said = textOf(config["severity"]);
  const exception = findException(recordOf(each["exception_info"]));
  const column = textOf(kwargs["column"]);
  return importFinding({
    id: column === null ? type : `${type}/${column}`,
    kind: "expectation",
    check: { type, kwargs },
    severity: said === "warning" || said === "info" ? SEVERITIES[said] : "block",
    outcome: exception !== null ? "not-evaluable" : each["success"] === true ? "pass" : "fail",
    reason: exception === null ? null : "exception",
    observed: numberOf(result["observed_value"]),
    samples: listOf(result["partial_unexpected_list"])
      .slice(0, 5)
      .map((value) => ({ row: null, value })),
    why: exception ?? describeResult(result, column),
    remedy: "Look at the rows, or correct the expectation.",
  });
}

/** One record, or one per metric that was wanted. */
function findException(info: JsonRecord): string | null {
  const raised = [info, ...Object.values(info).map(recordOf)].find(
    (each) => each["raised_exception"] === true,
  );
  return raised === undefined ? null : (textOf(raised["exception_message"]) ?? "It raised an exception.");
}

function describeResult(result: JsonRecord, column: string | null): string {
  const [unexpected, elements] = [numberOf(result["unexpected_count"]), numberOf(result["element_count"])];
  const of = column === null ? "" : ` of ${column}`;
  if (unexpected !== null && elements !== null)
    return `${unexpected} of ${elements} values${of} are unexpected.`;
  const observed = result["observed_value"];
  return observed === undefined ? "The tool gives no number." : `Seen${of}: ${JSON.stringify(observed)}.`;
}
