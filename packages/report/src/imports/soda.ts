/**
 * Scan results of Soda 3.
 *
 * @module
 */
import type { Finding, Outcome, Severity } from "@ml-gates/gate";
import { type Importer, importFinding } from "./importer.ts";
import { type JsonRecord, numberOf, recordOf, recordsOf, textOf } from "./read-json.ts";

/** `checks` beside `hasErrors` and `scanStartTimestamp`. */
export const SODA: Importer = {
  tool: "soda",
  isOwn: (value) => {
    const { checks, scanStartTimestamp, hasErrors } = recordOf(value);
    return Array.isArray(checks) && scanStartTimestamp !== undefined && hasErrors !== undefined;
  },
  list: (value) => [...recordsOf(value["checks"]).map(importCheck), ...listErrors(value)],
};

const OUTCOMES: Readonly<Record<string, readonly [Outcome, Severity]>> = {
  pass: ["pass", "block"],
  warn: ["fail", "warn"],
  fail: ["fail", "block"],
};

function importCheck(check: JsonRecord): Finding {
  const name = textOf(check["name"]) ?? textOf(check["identity"]) ?? "check";
  const table = textOf(check["table"]);
  const [outcome, severity] = OUTCOMES[textOf(check["outcome"]) ?? ""] ?? ["not-evaluable", "block"];
  const value = numberOf(recordOf(check["diagnostics"])["value"]);
  return importFinding({
    id: table === null ? name : `${table}/${name}`,
    kind: "expectation",
    outcome,
    severity,
    observed: value,
    reason: outcome === "not-evaluable" ? "no-outcome" : null,
    why: value === null ? "The scan gives no number." : `The value is ${value}.`,
    remedy: "Look at the rows, or correct the check.",
  });
}

/** A scan that broke leaves checks out: what was not judged must not look like a pass. */
function listErrors(scan: JsonRecord): readonly Finding[] {
  if (scan["hasErrors"] !== true) return [];
  const logged = recordsOf(scan["logs"]).filter(({ level }) => /error/i.test(textOf(level) ?? ""));
  return [
    importFinding({
      id: "scan",
      outcome: "not-evaluable",
      reason: "scan-error",
      why: textOf(logged[0]?.["message"]) ?? "The scan says that it had errors.",
      remedy: "Mend the scan: checks it could not run are not in its results.",
    }),
  ];
}
