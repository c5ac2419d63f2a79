/**
 * scikit-learn's `classification_report(output_dict=True)`.
 *
 * @module
 */
import type { StatedMetric, StatedMetrics, Uncertainty } from "../metric-values.ts";
import { at, entriesOf, numberOf, type Tree } from "../syntax/tree.ts";
import { flatten, shorten, treeReader } from "./format-reader.ts";

const RATES = ["precision", "recall", "f1-score"];
const AVERAGES = /^(?:micro|macro|weighted|samples) avg$/;

export const classificationReport = treeReader((root) => {
  const entries = [...entriesOf(root)];
  const rows = entries.filter(([, tree]) => isRow(tree));
  return rows.length > 0 && entries.every(([key, tree]) => key === "accuracy" || isRow(tree));
}, readReport);

function isRow(tree: Tree): boolean {
  const entries = entriesOf(tree);
  return entries.size === 4 && [...RATES, "support"].every((key) => entries.has(key));
}

function readReport(root: Tree): StatedMetrics {
  const labels = [...entriesOf(root)].filter(([key]) => key !== "accuracy" && !AVERAGES.test(key));
  const support = labels.map(([, row]) => String(numberOf(at(row, "support"))));
  return {
    metrics: flatten(root).map((metric) => describe(metric, root)),
    facts: [
      { name: "labels", value: shorten(labels.map(([label]) => label).join(", ")) },
      { name: "support", value: shorten(support.join(", ")) },
    ],
  };
}

function describe(metric: StatedMetric, root: Tree): StatedMetric {
  const [row = "", rate = row] = metric.path;
  if (rate === "support") return metric;
  return { ...metric, direction: "higher", uncertainty: uncertaintyOf(metric, root, { row, rate }) };
}

/** Recall and accuracy are shares of the support; precision is a share of what was predicted, which is not stated. */
function uncertaintyOf(
  { value }: StatedMetric,
  root: Tree,
  { row, rate }: { readonly row: string; readonly rate: string },
): Uncertainty | null {
  const isAccuracy = rate === "accuracy";
  const n = numberOf(at(root, isAccuracy ? "weighted avg" : row, "support"));
  const isShare = isAccuracy || (rate === "recall" && !AVERAGES.test(row));
  if (!isShare || n === null || n <= 0) return null;
  if (typeof value !== "number" || !(value >= 0 && value <= 1)) return { n };
  return { n, standardError: Math.sqrt((value * (1 - value)) / n) };
}
