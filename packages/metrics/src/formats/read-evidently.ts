/**
 * Evidently: the metrics of a report's JSON.
 *
 * @module
 */
import { at, hasKeys, itemsOf, textOf } from "../syntax/tree.ts";
import { flatten, treeReader } from "./format-reader.ts";

export const evidently = treeReader(
  (root) =>
    itemsOf(at(root, "metrics")).length > 0 &&
    itemsOf(at(root, "metrics")).every((metric) => hasKeys(metric, "metric_name", "value")),
  (root) => ({
    metrics: itemsOf(at(root, "metrics")).flatMap((metric) => {
      const value = at(metric, "value");
      return value === undefined ? [] : flatten(value, [textOf(at(metric, "metric_name")) ?? ""]);
    }),
  }),
);
