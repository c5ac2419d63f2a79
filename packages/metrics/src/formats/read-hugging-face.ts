/**
 * Hugging Face: the Trainer's state, a model card's `model-index`, and `eval_results.yaml`.
 *
 * @module
 */
import type { Fact, StatedMetric } from "../metric-values.ts";
import { at, entriesOf, hasKeys, itemsOf, type Tree, textOf } from "../syntax/tree.ts";
import { factOf, flatten, leafNumber, stateLeaf, treeReader } from "./format-reader.ts";

/** `trainer_state.json`: rows of training and of evaluation, mixed, by step. */
export const trainerState = treeReader(
  (root) => at(root, "log_history")?.kind === "list" && hasKeys(root, "global_step"),
  (root) => ({
    metrics: [
      ...readHistory(itemsOf(at(root, "log_history"))),
      ...[at(root, "best_metric")].flatMap((best) => (best ? stateLeaf(best, ["best_metric"]) : [])),
    ],
    parameters: ["num_train_epochs", "max_steps", "train_batch_size"].flatMap((name) =>
      factOf(name, at(root, name)),
    ),
  }),
);

function readHistory(rows: readonly Tree[]): readonly StatedMetric[] {
  const cells = rows.flatMap((row) =>
    [...entriesOf(row)]
      .filter(([key]) => key !== "step" && key !== "epoch")
      .map(([key, tree]) => ({ key, tree, step: leafNumber(at(row, "step")) })),
  );
  return [...Map.groupBy(cells, ({ key }) => key)].map(([key, found]) => ({
    path: [key],
    points: found.map(({ tree, step }) => ({ step, seed: null, value: leafNumber(tree) ?? Number.NaN })),
    offset: found[0]?.tree.offset ?? 0,
  }));
}

/** The YAML head of a model's README. */
export const modelIndex = treeReader(
  (root) => at(root, "model-index")?.kind === "list",
  (root) => ({ metrics: nameShortly(itemsOf(at(root, "model-index")).flatMap(readModel)) }),
);

interface Named {
  /** From what it always needs to what only twins need. */
  readonly names: readonly (readonly string[])[];
  readonly leaves: readonly StatedMetric[];
  readonly facts: readonly Fact[];
}

function readModel(model: Tree): readonly Named[] {
  return itemsOf(at(model, "results")).flatMap((result) =>
    itemsOf(at(result, "metrics")).map((metric) => {
      const type = textOf(at(metric, "type")) ?? textOf(at(metric, "name")) ?? "";
      const word = (...keys: readonly string[]) => textOf(at(result, ...keys)) ?? "";
      const dataset = word("dataset", "type") || word("dataset", "name");
      const part = [word("dataset", "config"), word("dataset", "split")].filter((text) => text !== "");
      const value = at(metric, "value");
      return {
        names: [
          [type],
          [dataset, type],
          [dataset, ...part, type],
          [word("task", "type"), dataset, ...part, textOf(at(metric, "name")) ?? "", type],
        ],
        leaves: value === undefined ? [] : flatten(value),
        facts: datasetFacts(at(result, "dataset")),
      };
    }),
  );
}

/** The shortest kind of name under which all metrics of the file differ; the longest where none does. */
function nameShortly(found: readonly Named[]): readonly StatedMetric[] {
  const [first] = found;
  const kinds = first?.names.keys() ?? [];
  const distinct = [...kinds].find(
    (kind) => new Set(found.map(({ names }) => JSON.stringify(names[kind]))).size === found.length,
  );
  return found.flatMap(({ names, leaves, facts }) => {
    const name = names[distinct ?? names.length - 1] ?? [];
    return leaves.map((leaf) => ({ ...leaf, path: [...name, ...leaf.path], facts }));
  });
}

function datasetFacts(dataset: Tree | undefined): readonly Fact[] {
  return ["type", "id", "config", "split", "revision"].flatMap((key) =>
    factOf(`dataset ${key}`, at(dataset, key)),
  );
}

/** `eval_results.yaml`: a list of one value a benchmark. */
export const evalResults = treeReader(
  (root) =>
    itemsOf(root).length > 0 &&
    itemsOf(root).every((item) => hasKeys(item, "value") && textOf(at(item, "dataset", "id")) !== null),
  (root) => ({
    metrics: itemsOf(root).flatMap((item) => {
      const value = at(item, "value");
      const words = ["id", "task_id", "config", "split"].flatMap(
        (key) => textOf(at(item, "dataset", key)) ?? [],
      );
      return value === undefined
        ? []
        : { ...stateLeaf(value, words), facts: datasetFacts(at(item, "dataset")) };
    }),
  }),
);
