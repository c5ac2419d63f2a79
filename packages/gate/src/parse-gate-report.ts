/**
 * A report read back: trusted in nothing but what its schema and digest show.
 *
 * @module
 */
import type { ErrorObject } from "ajv";
import { isNestedDeeper } from "./canonical-json.ts";
import { InputError, type Problem, quote } from "./errors.ts";
import { digestReport, type GateReport } from "./gate-report.ts";
import { LIMITS } from "./report-limits.ts";
import { openValidator } from "./report-validator.ts";
import { foldVerdict } from "./verdict.ts";

/**
 * Parses a report and checks its size, shape, digest, and that its verdict follows from its findings.
 *
 * @throws InputError naming the first fault: a report that is wrong anywhere is not evidence.
 *
 * @example
 * (() => { try { parseGateReport("{", "r.json"); } catch (error) { return error.name; } })(); // => "InputError"
 */
export function parseGateReport(text: string, path: string): GateReport {
  const refuse = (message: string): InputError => new InputError([asProblem(path, message)]);
  if (text.length > LIMITS.characters) {
    throw refuse(`The report holds ${text.length} characters; at most ${LIMITS.characters} are read.`);
  }
  const value = parseJson(text, refuse);
  const accepts = openValidator();
  if (!accepts(value)) throw refuse(`Not a gate report: ${describe(accepts.errors?.[0])}.`);
  const digest = digestReport(value);
  if (digest !== value.digest) {
    throw refuse(
      `The report says digest ${value.digest}, its content has ${digest}: it was changed after it was written.`,
    );
  }
  const fault = findContradiction(value);
  if (fault !== null) throw refuse(fault);
  return value;
}

/** The depth is looked at before anything walks the value: deep nesting must not exhaust the stack. */
function parseJson(text: string, refuse: (message: string) => InputError): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw refuse(`The report is not JSON: ${error instanceof Error ? error.message : quote(error)}.`);
  }
  if (isNestedDeeper(value, LIMITS.depth))
    throw refuse(`The report is nested deeper than ${LIMITS.depth} levels.`);
  return value;
}

/** A forged report may be well-formed: its verdict must be the one its own findings fold to. */
function findContradiction(report: GateReport): string | null {
  if ((report.verdict === "error") !== (report.error !== null)) {
    return `The verdict is ${report.verdict}, but the report ${report.error === null ? "names no" : "names an"} error.`;
  }
  if (report.verdict === "error")
    return report.blocks ? null : "The gate did not run, but the report says it does not block.";
  const folded = foldVerdict(report.findings);
  if (folded !== report.verdict)
    return `The verdict is ${report.verdict}, but its findings come to ${folded}.`;
  if (report.reportOnly) return report.blocks ? "The report says `reportOnly`, and that it blocks." : null;
  const blocks = report.verdict === "inconclusive" ? report.blocks : report.verdict === "fail";
  return blocks === report.blocks
    ? null
    : `The verdict is ${report.verdict}, but \`blocks\` is ${report.blocks}.`;
}

function describe(error: ErrorObject | undefined): string {
  return `${error?.instancePath || "the report"} ${error?.message ?? "is not as the schema wants it"}`;
}

function asProblem(path: string, message: string): Problem {
  return { path, message, remedy: "Let the gate write the report again, and leave it as it is." };
}
