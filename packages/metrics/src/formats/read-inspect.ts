/**
 * Inspect AI: an evaluation's log as JSON.
 *
 * @module
 */
import { digestOf, EvidenceError, quote } from "@ml-gates/gate";
import type { Fact, StatedMetric, Uncertainty } from "../metric-values.ts";
import { at, canonicalText, entriesOf, hasKeys, itemsOf, type Tree, textOf, wordOf } from "../syntax/tree.ts";
import { factOf, flatten, leafNumber, stateLeaf, treeReader } from "./format-reader.ts";

export const inspect = treeReader(
  (root) => hasKeys(root, "status", "eval") && hasKeys(at(root, "eval"), "task", "dataset", "model"),
  (root, path) => {
    refuseUnfinished(root, path);
    const scores = itemsOf(at(root, "results", "scores"));
    const samples = itemsOf(at(root, "samples"));
    return {
      metrics: scores.flatMap((score) => readScore(score, samples)),
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

function readScore(score: Tree, samples: readonly Tree[]): readonly StatedMetric[] {
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
        ...(isMean ? readSamples(samples, { score: name, mean: leafNumber(value) }) : {}),
      };
      return { ...stateLeaf(value, [name, ...(reducer === null ? [] : [reducer]), metric]), uncertainty };
    });
}

/** What Inspect's own `value_to_float` makes of a grade. */
const GRADES: Readonly<Record<string, number>> = { C: 1, I: 0, P: 0.5, N: 0 };

/** The samples by id, each the mean of its epochs, where their mean is the number that the log states. */
function readSamples(
  samples: readonly Tree[],
  { score, mean }: { readonly score: string; readonly mean: number | null },
): Pick<Uncertainty, "n" | "documents"> {
  const byId = Map.groupBy(samples, (sample) => wordOf(at(sample, "id")) ?? "");
  const documents = [...byId].map(([name, epochs]) => {
    const values = epochs.map((sample) => gradeOf(at(sample, "scores", score, "value")));
    return { name, value: values.reduce((sum, value) => sum + value, 0) / values.length };
  });
  const n = documents.length;
  const found = documents.reduce((sum, { value }) => sum + value, 0) / n;
  return mean !== null && Math.abs(found - mean) <= 1e-9 ? { n, documents } : {};
}

function gradeOf(value: Tree | undefined): number {
  return GRADES[textOf(value) ?? ""] ?? leafNumber(value) ?? Number.NaN;
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
