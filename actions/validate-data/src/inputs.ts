/**
 * Which input of validate-data stands for which key of the gate file.
 *
 * @module
 */
import type { InputOverlay } from "@ml-gates/runner";

/** `config`, `report-dir` and `token` are read by the host. */
export const INPUTS: InputOverlay = {
  data: { path: ["data", 0, "path"], as: "text" },
  suite: { path: ["data", 0, "suite"], as: "text" },
  checks: { path: ["data", 0, "checks"], as: "yaml" },
  inconclusive: { path: ["inconclusive"], as: "text" },
  engine: { path: ["engine"], as: "yaml" },
};
