/**
 * MLflow: a run as its REST API gives it, and the history of metrics from the API or the file store.
 *
 * @module
 */
import type { Fact, StatedMetric, StatedMetrics } from "../metric-values.ts";
import type { MetricsDocument } from "../syntax/read-document.ts";
import { at, hasKeys, itemsOf, type Tree, textOf, wordOf } from "../syntax/tree.ts";
import { type FormatReader, factOf, leafNumber, treeReader } from "./format-reader.ts";

/** The body of `runs/get` or of `logged-models/<id>`, or its `run` or `model` alone. */
export const mlflowRun = treeReader((root) => {
  const run = bodyOf(root);
  const info = at(run, "info");
  return hasKeys(run, "info", "data") && ["run_id", "run_uuid", "model_id"].some((key) => hasKeys(info, key));
}, readRun);

function bodyOf(root: Tree): Tree {
  return at(root, "run") ?? at(root, "model") ?? root;
}

function readRun(root: Tree): StatedMetrics {
  const run = bodyOf(root);
  return {
    metrics: gatherHistory(itemsOf(at(run, "data", "metrics")), { lastOnly: true }),
    facts: itemsOf(at(run, "inputs", "dataset_inputs")).flatMap(evaluationDataset),
    parameters: itemsOf(at(run, "data", "params")).flatMap((entry) =>
      factOf(textOf(at(entry, "key")) ?? "", at(entry, "value")),
    ),
  };
}

/** Training data may differ between two models; what they are evaluated on may not. */
function evaluationDataset(input: Tree): readonly Fact[] {
  const context = itemsOf(at(input, "tags")).find((tag) => textOf(at(tag, "key")) === "mlflow.data.context");
  const word = textOf(at(context, "value")) ?? "";
  if (!/^(?:eval|evaluation|test|testing|validation|val)$/i.test(word)) return [];
  return factOf(`dataset digest (${word})`, at(input, "dataset", "digest"));
}

/** The body of `metrics/get-history`, or a file of the file store, which is named for its metric. */
export const mlflowHistory: FormatReader = {
  recognises: (document) =>
    document.kind === "rows" ? document.history : isHistory(at(document.root, "metrics")),
  read: (document, path) => ({
    metrics: gatherHistory(historyOf(document), { name: path.split(/[/\\]/).at(-1) ?? path }),
  }),
};

function isHistory(metrics: Tree | undefined): boolean {
  const items = itemsOf(metrics);
  return items.length > 0 && items.every((item) => hasKeys(item, "key", "value", "timestamp"));
}

function historyOf(document: MetricsDocument): readonly Tree[] {
  return document.kind === "rows" ? document.rows : itemsOf(at(document.root, "metrics"));
}

interface Manner {
  /** A run lists the last value a metric; its step says nothing of a series. */
  readonly lastOnly?: boolean;
  readonly name?: string;
}

function gatherHistory(
  entries: readonly Tree[],
  { lastOnly = false, name }: Manner,
): readonly StatedMetric[] {
  const byKey = Map.groupBy(entries, (entry) => textOf(at(entry, "key")) ?? name ?? "");
  return [...byKey].map(([key, found]) => {
    const ordered = found.toSorted((left, right) => orderOf(left) - orderOf(right));
    const last = ordered.at(-1);
    const common = { path: [key], offset: last?.offset ?? 0, facts: datasetOf(last) };
    if (lastOnly) return { ...common, value: onOneDataset(found) ? measuredValue(last) : SEVERAL };
    const points = ordered.map((entry) => ({
      step: leafNumber(at(entry, "step")) ?? 0,
      seed: null,
      value: measuredValue(entry),
    }));
    return { ...common, points };
  });
}

const SEVERAL = "a value on each of several data sets";

/** A logged model keeps a value for every data set; none of them is the metric's. */
function onOneDataset(entries: readonly Tree[]): boolean {
  return new Set(entries.map((entry) => wordOf(at(entry, "dataset_digest")))).size <= 1;
}

function orderOf(entry: Tree): number {
  return leafNumber(at(entry, "timestamp")) ?? 0;
}

/** The database store writes the largest double for infinity (mlflow/mlflow#22826). */
function measuredValue(entry: Tree | undefined): number {
  const value = leafNumber(at(entry, "value")) ?? Number.NaN;
  return Math.abs(value) >= Number.MAX_VALUE ? Math.sign(value) * Number.POSITIVE_INFINITY : value;
}

function datasetOf(entry: Tree | undefined): readonly Fact[] {
  const digest = wordOf(at(entry, "dataset_digest"));
  return digest === null || digest === "none" ? [] : [{ name: "dataset digest", value: digest }];
}
