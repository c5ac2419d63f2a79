/**
 * Weights & Biases: a run's summary, as a file or as the JSON text inside the answer of its API.
 *
 * @module
 */
import type { StatedMetrics } from "../metric-values.ts";
import { parseJson } from "../syntax/parse-json.ts";
import { entriesOf, hasKeys, type ScalarTree, type Tree } from "../syntax/tree.ts";
import { flatten, treeReader } from "./format-reader.ts";

/** The answers of the API nest the run no deeper. */
const DEEPEST = 5;

export const wandbSummary = treeReader(
  (root) => isSummary(root) || findText(root, DEEPEST) !== null,
  (root, path) => {
    const text = findText(root, DEEPEST);
    return readSummary(
      text === null ? root : parseJson({ text: String(text.value), path: `${path} (summaryMetrics)` }),
    );
  },
);

function isSummary(root: Tree): boolean {
  return (
    hasKeys(root, "_wandb") ||
    (hasKeys(root, "_step") && (hasKeys(root, "_runtime") || hasKeys(root, "_timestamp")))
  );
}

function findText(tree: Tree, depth: number): ScalarTree | null {
  const found = entriesOf(tree).get("summaryMetrics");
  if (found?.kind === "scalar" && typeof found.value === "string") return found;
  if (depth === 0) return null;
  for (const child of entriesOf(tree).values()) {
    const below = findText(child, depth - 1);
    if (below !== null) return below;
  }
  return null;
}

/** Keys with a leading underscore are the client's own; maps with `_type` are media. */
function readSummary(root: Tree): StatedMetrics {
  const entries = [...entriesOf(root)].filter(
    ([key, value]) => !key.startsWith("_") && !hasKeys(value, "_type"),
  );
  return { metrics: entries.flatMap(([key, value]) => flatten(value, [key])) };
}
