/**
 * Which input of assess-fairness stands for which key of the gate file.
 *
 * @module
 */
import type { InputOverlay } from "@ml-gates/runner";

/** `config`, `report-dir` and `token` are read by the host. */
export const INPUTS: InputOverlay = {
  predictions: { path: ["predictions", "candidate"], as: "text" },
  "baseline-predictions": { path: ["predictions", "baseline"], as: "text" },
  counts: { path: ["fairness", "counts"], as: "text" },
  columns: { path: ["predictions", "columns"], as: "yaml" },
  by: { path: ["fairness", "by"], as: "list" },
  mode: { path: ["fairness", "mode"], as: "text" },
  checks: { path: ["fairness", "checks"], as: "yaml" },
  inconclusive: { path: ["inconclusive"], as: "text" },
  engine: { path: ["engine"], as: "yaml" },
};
