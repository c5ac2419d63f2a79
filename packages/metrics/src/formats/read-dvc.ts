/**
 * What `dvc metrics show --json` and `dvc metrics diff --json` print.
 *
 * @module
 */
import { EvidenceError, InputError, quote } from "@ml-gates/gate";
import type { StatedMetric, StatedMetrics } from "../metric-values.ts";
import { at, entriesOf, type Tree, textOf } from "../syntax/tree.ts";
import { flatten, stateLeaf, treeReader } from "./format-reader.ts";

/** `{file: {metric: {old, new, diff}}}`: both sides in one file. */
export const dvcMetricsDiff = treeReader(isDvcDiff, (root) => ({
  metrics: readSide(root, "new"),
  baseline: readSide(root, "old"),
}));

/** Whether it is what DVC prints of a difference, of metrics or of parameters. */
export function isDvcDiff(root: Tree): boolean {
  return (
    entriesOf(root).size > 0 &&
    [...entriesOf(root).values()].every(
      (file) => entriesOf(file).size > 0 && [...entriesOf(file).values()].every(isChange),
    )
  );
}

function isChange(tree: Tree): boolean {
  const keys = [...entriesOf(tree).keys()];
  return keys.includes("old") && keys.includes("new") && keys.every((key) => /^(?:old|new|diff)$/.test(key));
}

function readSide(root: Tree, side: "old" | "new"): readonly StatedMetric[] {
  return listSide(root, side).map(({ path, found }) => stateLeaf(found, path));
}

/** The values of one side by name; the file's path comes first where there are several. */
export function listSide(
  root: Tree,
  side: "old" | "new",
): readonly { readonly path: readonly string[]; readonly found: Tree }[] {
  const files = entriesOf(root);
  return [...files].flatMap(([file, metrics]) =>
    [...entriesOf(metrics)].flatMap(([name, change]) => {
      const found = at(change, side);
      const isMissing = found === undefined || (found.kind === "scalar" && found.value === null);
      const path = files.size === 1 ? [name] : [file, name];
      // DVC writes null for a metric or file that this side does not have.
      return isMissing ? [] : [{ path, found }];
    }),
  );
}

/** `{revision: {data: {file: {data: {…}}}}}`; DVC ends with success where `error` stands for `data`. */
export const dvcMetricsShow = treeReader((root) => {
  const revisions = [...entriesOf(root).values()];
  return (
    revisions.length > 0 &&
    revisions.every(isAnswer) &&
    revisions.every((revision) => [...entriesOf(at(revision, "data")).values()].every(isAnswer))
  );
}, readShow);

function isAnswer(tree: Tree): boolean {
  const [key, ...others] = entriesOf(tree).keys();
  return others.length === 0 && (key === "data" || key === "error") && at(tree, key)?.kind === "map";
}

function readShow(root: Tree, path: string): StatedMetrics {
  const [revision, ...others] = entriesOf(root).values();
  if (others.length > 0) {
    const message = `${path} holds the metrics of ${others.length + 1} revisions.`;
    throw new InputError([{ message, remedy: "Run `dvc metrics show --json` without `-a`, `-A` or `-T`." }]);
  }
  refuseErrors(revision, path);
  const files = entriesOf(at(revision, "data"));
  return {
    metrics: [...files].flatMap(([file, answer]) => {
      const data = at(answer, "data");
      return data === undefined ? [] : flatten(data, files.size === 1 ? [] : [file]);
    }),
  };
}

function refuseErrors(revision: Tree | undefined, path: string): void {
  const answers = [revision, ...entriesOf(at(revision, "data")).values()];
  const errors = answers.flatMap((answer) => at(answer, "error") ?? []);
  if (errors.length === 0) return;
  throw new EvidenceError(
    errors.map((error) => ({
      message: `DVC could not read the metrics in ${path}: ${quote(textOf(at(error, "msg")) ?? "no reason given")}.`,
      remedy: "Correct the file it names, and let DVC show the metrics again.",
    })),
  );
}
