export * from "./canonical-json.ts";
export * from "./digest.ts";
export * from "./errors.ts";
export * from "./finding.ts";
export * from "./gate-file/gate-file.ts";
export * from "./gate-report.ts";
export * from "./verdict.ts";
