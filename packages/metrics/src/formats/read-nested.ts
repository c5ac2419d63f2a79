/**
 * Nested maps of numbers: DVC, DVCLive, the Hugging Face Trainer's results, and whatever a script writes.
 *
 * @module
 */
import type { StatedMetrics } from "../metric-values.ts";
import { entriesOf, type Tree } from "../syntax/tree.ts";
import { factOf, flatten, treeReader } from "./format-reader.ts";

/** The fallback of every map: it claims nothing. */
export const nested = treeReader(() => false, readNested);

function readNested(root: Tree): StatedMetrics {
  return { metrics: root.kind === "map" ? flatten(root) : [] };
}

/** `all_results.json` and `eval_results.json` of the Trainer: flat, prefixed, with its clock beside. */
export const trainerResults = treeReader(
  (root) =>
    ["eval", "train", "predict", "test"].some(
      (prefix) =>
        entriesOf(root).has(`${prefix}_runtime`) && entriesOf(root).has(`${prefix}_samples_per_second`),
    ),
  (root) => ({
    ...readNested(root),
    facts: ["eval_samples", "predict_samples", "test_samples"].flatMap((name) =>
      factOf(name, entriesOf(root).get(name)),
    ),
    parameters: factOf("train_samples", entriesOf(root).get("train_samples")),
  }),
);
