/**
 * Which input of detect-drift stands for which key of the gate file.
 *
 * @module
 */
import type { InputOverlay } from "@ml-gates/runner";

/** `config`, `report-dir` and `token` are read by the host. */
export const INPUTS: InputOverlay = {
  reference: { path: ["drift", "reference"], as: "text" },
  current: { path: ["drift", "current"], as: "text" },
  columns: { path: ["drift", "columns"], as: "yaml" },
  by: { path: ["drift", "by"], as: "list" },
  compat: { path: ["drift", "compat"], as: "text" },
  checks: { path: ["drift", "checks"], as: "yaml" },
  inconclusive: { path: ["inconclusive"], as: "text" },
  engine: { path: ["engine"], as: "yaml" },
};
