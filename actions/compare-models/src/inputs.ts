/**
 * Which input of compare-models stands for which key of the gate file.
 *
 * @module
 */
import type { InputOverlay } from "@ml-gates/runner";

/** `config`, `report-dir` and `token` are read by the host. */
export const INPUTS: InputOverlay = {
  candidate: { path: ["metrics", "candidate"], as: "text" },
  baseline: { path: ["metrics", "baseline"], as: "text" },
  "candidate-predictions": { path: ["predictions", "candidate"], as: "text" },
  "baseline-predictions": { path: ["predictions", "baseline"], as: "text" },
  columns: { path: ["predictions", "columns"], as: "yaml" },
  by: { path: ["metrics", "by"], as: "list" },
  mode: { path: ["metrics", "mode"], as: "text" },
  checks: { path: ["metrics", "checks"], as: "yaml" },
  inconclusive: { path: ["inconclusive"], as: "text" },
  engine: { path: ["engine"], as: "yaml" },
};
