/**
 * The report's schema as a function. In the bundle the compiled function itself stands in this file's place
 * (`scripts/build-bundle.ts`): compiling takes longer than all else of a small run.
 *
 * @module
 */
import { Ajv, type ValidateFunction } from "ajv";
import type { GateReport } from "./gate-report.ts";
import { GATE_REPORT_SCHEMA } from "./report-schema.ts";

let compiled: ValidateFunction<GateReport> | null = null;

/** Compiled when first wanted, and not checked against the meta-schema, which costs as much: a test does that. */
export function openValidator(): ValidateFunction<GateReport> {
  const options = { strict: false, meta: false, validateSchema: false };
  compiled ??= new Ajv(options).compile<GateReport>(GATE_REPORT_SCHEMA);
  return compiled;
}
