/**
 * Keras: a training's history, a list of values an epoch for every metric.
 *
 * @module
 */
import { entriesOf, hasKeys, itemsOf, type Tree } from "../syntax/tree.ts";
import { leafNumber, toPoints, treeReader } from "./format-reader.ts";

export const kerasHistory = treeReader(
  (root) => {
    const lists = [...entriesOf(root).values()];
    const length = itemsOf(lists[0]).length;
    // A training has a loss; lists without one may be folds, whose last is no result.
    return (
      hasKeys(root, "loss") &&
      length > 0 &&
      lists.every((list) => itemsOf(list).length === length && isSeries(list))
    );
  },
  (root) => ({
    metrics: [...entriesOf(root)].map(([name, list]) => ({
      path: [name],
      points: toPoints(itemsOf(list).map(leafNumber)),
      offset: list.offset,
    })),
  }),
);

function isSeries(list: Tree): boolean {
  return itemsOf(list).every((item) => leafNumber(item) !== null);
}
