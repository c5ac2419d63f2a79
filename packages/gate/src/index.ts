export * from "./canonical-json.ts";
export * from "./digest.ts";
export * from "./errors.ts";
export * from "./finding.ts";
export type { BehaviourSection } from "./gate-file/behaviour-section.ts";
export {
  COLUMN_KINDS,
  type ColumnKind,
  type DriftCheck,
  type DriftColumns,
  type DriftMetric,
  type DriftSection,
  type DriftTest,
  type Objective,
  type ObjectiveMetric,
  type Peer,
  type PerformanceColumns,
  type PerformanceSection,
  type SkewSection,
} from "./gate-file/drift-section.ts";
export type { EvaluateSection } from "./gate-file/evaluate-section.ts";
export * from "./gate-file/gate-file.ts";
export type { Fragment } from "./gate-file/lay-over.ts";
export { nearestWord } from "./gate-file/nearest.ts";
export { parseBaseline } from "./gate-file/parse-baseline.ts";
export { type GateFileText, parseGateFile } from "./gate-file/parse-gate-file.ts";
export { GATE_FILE_SCHEMA } from "./gate-file/schema.ts";
export { SECTION_SCHEMAS, VALIDATOR_OPTIONS } from "./gate-file/section-schemas.ts";
export * from "./gate-report.ts";
export { parseGateReport } from "./parse-gate-report.ts";
export { GATE_REPORT_SCHEMA } from "./report-schema.ts";
export { tellUnverified } from "./tell-unverified.ts";
export * from "./verdict.ts";
export { applyWaivers, summarizeWaived, type WaiverRule } from "./waivers.ts";
