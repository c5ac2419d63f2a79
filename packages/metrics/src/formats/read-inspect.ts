/**
 * Inspect AI: an evaluation's log as JSON.
 *
 * @module
 */
import { digestOf, EvidenceError, quote } from "@ml-gates/gate";
import type { Fact, StatedMetric } from "../metric-values.ts";
import { at, canonicalText, entriesOf, hasKeys, itemsOf, type Tree, textOf } from "../syntax/tree.ts";
import { factOf, flatten, leafNumber, stateLeaf, treeReader } from "./format-reader.ts";

export const inspect = treeReader(
  (root) => hasKeys(root, "status", "eval") && hasKeys(at(root, "eval"), "task", "dataset", "model"),
  (root, path) => {
    refuseUnfinished(root, path);
    const scores = itemsOf(at(root, "results", "scores"));
    return {
      metrics: scores.flatMap(readScore),
      facts: factsOf(at(root, "eval")),
      parameters: parametersOf(at(root, "eval")),
    };
  },
);

function refuseUnfinished(root: Tree, path: string): void {
  const status = textOf(at(root, "status"));
  if (status === "success") return;
  const reason = textOf(at(root, "error", "message"));
  const message = `The evaluation in ${path} has status ${quote(status)}${reason === null ? "" : `: ${quote(reason)}`}.`;
  throw new EvidenceError([{ message, remedy: "Run the evaluation again until its status is success." }]);
}

function readScore(score: Tree): readonly StatedMetric[] {
  const name = textOf(at(score, "name")) ?? "";
  const reducer = textOf(at(score, "reducer"));
  const metrics = at(score, "metrics");
  const n = leafNumber(at(score, "scored_samples"));
  const standardError = leafNumber(at(metrics, "stderr", "value"));
  return [...entriesOf(metrics)]
    .filter(([metric]) => metric !== "stderr")
    .flatMap(([metric, tree]) => {
      const value = at(tree, "value");
      if (value === undefined) return [];
      const isMean = metric === "accuracy" || metric === "mean";
      const uncertainty = {
        ...(n === null ? {} : { n }),
        ...(isMean && standardError !== null ? { standardError } : {}),
      };
      return { ...stateLeaf(value, [name, ...(reducer === null ? [] : [reducer]), metric]), uncertainty };
    });
}

function factsOf(evaluation: Tree | undefined): readonly Fact[] {
  const ids = at(evaluation, "dataset", "sample_ids");
  return [
    ...factOf("task", at(evaluation, "task")),
    ...factOf("task version", at(evaluation, "task_version")),
    ...factOf("dataset", at(evaluation, "dataset", "name")),
    ...factOf("samples", at(evaluation, "dataset", "samples")),
    ...(ids === undefined ? [] : [{ name: "sample ids", value: digestOf(canonicalText(ids)) }]),
    { name: "limit", value: canonicalText(at(evaluation, "config", "limit")) || "none" },
    ...factOf("epochs", at(evaluation, "config", "epochs")),
  ];
}

function parametersOf(evaluation: Tree | undefined): readonly Fact[] {
  const maps = ["task_args", "model_args", "model_generate_config"].flatMap((key) => {
    const tree = at(evaluation, key);
    return tree === undefined ? [] : flatten(tree).map(({ path }) => [key, ...path]);
  });
  return [["model"], ...maps].flatMap((path) => factOf(path.join("."), at(evaluation, ...path)));
}
