/**
 * Which input of validate-data stands for which key of the gate file.
 *
 * @module
 */
import type { InputOverlay } from "@ml-gates/runner";

/** `config`, `report-dir` and `token` are read by the host, `explain` by the action. */
export const INPUTS: InputOverlay = {
  data: { path: ["data", 0, "path"], as: "text" },
  suite: { path: ["data", 0, "suite"], as: "text" },
  checks: { path: ["data", 0, "checks"], as: "yaml" },
  parameters: { path: ["data", 0, "parameters"], as: "yaml" },
  unsupported: { path: ["data", 0, "unsupported"], as: "text" },
  "result-format": { path: ["data", 0, "result-format"], as: "text" },
  "result-path": { path: ["data", 0, "result-path"], as: "text" },
  "index-columns": { path: ["data", 0, "index-columns"], as: "list" },
  inconclusive: { path: ["inconclusive"], as: "text" },
  engine: { path: ["engine"], as: "yaml" },
};
