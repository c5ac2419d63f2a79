/**
 * lm-evaluation-harness: `results_*.json`, with direction, n, standard errors and the hashes that make it comparable.
 *
 * @module
 */
import type { Direction } from "../directions.ts";
import type { Fact, StatedMetric, StatedMetrics } from "../metric-values.ts";
import { at, entriesOf, hasKeys, itemsOf, type Tree, textOf } from "../syntax/tree.ts";
import { factOf, flatten, leafNumber, stateLeaf, treeReader } from "./format-reader.ts";

export const lmEval = treeReader(
  (root) =>
    at(root, "results")?.kind === "map" &&
    hasKeys(root, "versions") &&
    (hasKeys(root, "configs") || hasKeys(root, "config")),
  readResults,
);

/** Where few-shot examples are drawn from a seed, another seed asks other questions. */
const FACTS = ["chat_template_sha", "system_instruction_sha", "fewshot_as_multiturn"];

function readResults(root: Tree): StatedMetrics {
  const tasks = new Map([...entriesOf(at(root, "groups")), ...entriesOf(at(root, "results"))]);
  return {
    metrics: [...tasks].flatMap(([task, row]) => readTask(root, task, row)),
    facts: [
      ...factOf("limit", at(root, "config", "limit")),
      ...factOf("fewshot_seed", at(root, "config", "fewshot_seed")),
      ...FACTS.flatMap((name) => factOf(name, at(root, name))),
    ],
    parameters: readParameters(root),
  };
}

function readTask(root: Tree, task: string, row: Tree): readonly StatedMetric[] {
  const facts = factsOf(root, task);
  const n = leafNumber(at(root, "n-samples", task, "effective")) ?? leafNumber(at(row, "sample_len"));
  return [...entriesOf(row)]
    .filter(([key]) => key !== "alias" && key !== "name" && key !== "sample_len" && !isError(row, key))
    .map(([key, tree]) => {
      const [metric = key, filter] = key.split(",");
      const error = leafNumber(at(row, errorKey(metric, filter)));
      const uncertainty = {
        ...(n === null ? {} : { n }),
        ...(error === null ? {} : { standardError: error }),
      };
      const direction = directionOf(root, task, metric);
      return { ...stateLeaf(tree, [task, key]), direction, uncertainty, facts };
    });
}

function errorKey(metric: string, filter: string | undefined): string {
  return `${metric}_stderr${filter === undefined ? "" : `,${filter}`}`;
}

/** A standard error belongs to its metric, and may be the text "N/A". */
function isError(row: Tree, key: string): boolean {
  const [name = "", filter] = key.split(",");
  const metric = name.replace(/_stderr$/, "");
  return metric !== name && entriesOf(row).has(filter === undefined ? metric : `${metric},${filter}`);
}

function directionOf(root: Tree, task: string, metric: string): Direction | null {
  const listed = itemsOf(at(root, "configs", task, "metric_list")).find(
    (entry) => textOf(at(entry, "metric")) === metric,
  );
  const higher = at(root, "higher_is_better", task, metric) ?? at(listed, "higher_is_better");
  if (higher?.kind !== "scalar" || typeof higher.value !== "boolean") return null;
  return higher.value ? "higher" : "lower";
}

function factsOf(root: Tree, task: string): readonly Fact[] {
  return [
    ...factOf("task version", at(root, "versions", task)),
    ...factOf("n-shot", at(root, "n-shot", task)),
    ...factOf("n-samples", at(root, "n-samples", task, "effective")),
    ...factOf("task hash", at(root, "task_hashes", task)),
  ];
}

const NO_PARAMETERS = new Set(["limit", "fewshot_seed", "batch_sizes", "use_cache", "bootstrap_iters"]);

function readParameters(root: Tree): readonly Fact[] {
  const config = at(root, "config");
  const leaves = config === undefined ? [] : flatten(config);
  return leaves
    .filter(({ path: [key = ""] }) => !NO_PARAMETERS.has(key))
    .flatMap(({ path }) => factOf(path.join("."), at(config, ...path)));
}
