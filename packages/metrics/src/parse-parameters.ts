/**
 * From the text of a parameters file, such as DVC's `params.yaml`, to words by name.
 *
 * @module
 */
import { factOf, flatten } from "./formats/format-reader.ts";
import { isDvcDiff, listSide } from "./formats/read-dvc.ts";
import type { Fact } from "./metric-values.ts";
import { refuseMetrics } from "./metrics-fault.ts";
import { readDocument } from "./syntax/read-document.ts";
import { at, canonicalText, type Tree } from "./syntax/tree.ts";

/** Parameters by name, and those of the other side where the file holds both. */
export interface ParsedParameters {
  readonly parameters: readonly Fact[];
  readonly baseline: readonly Fact[] | null;
}

/**
 * Reads nested maps in JSON, YAML or TOML; names are joined with dots, lists are kept as JSON. What
 * `dvc params diff --json` prints holds both sides.
 *
 * @throws InputError at its line when it is no such map.
 *
 * @example
 * parseParameters("train: { lr: 0.01 }", "params.yaml"); // => { parameters: [{ name: "train.lr", value: "0.01" }], baseline: null }
 * parseParameters('{"params.yaml": {"lr": {"old": 1, "new": 2}}}', "diff.json"); // => { parameters: [{ name: "lr", value: "2" }], baseline: [{ name: "lr", value: "1" }] }
 */
export function parseParameters(text: string, path: string): ParsedParameters {
  const source = { text: text.replace(/^\uFEFF/, ""), path };
  const document = readDocument(source);
  if (document.kind !== "tree" || document.root.kind !== "map") {
    const message = "The parameters file cannot be read: wanted a map of parameters.";
    const remedy = "Write a map of names and values, such as `lr: 0.01`.";
    throw refuseMetrics(source, [{ offset: 0, message, remedy }]);
  }
  const { root } = document;
  if (isDvcDiff(root)) return { parameters: readSide(root, "new"), baseline: readSide(root, "old") };
  const parameters = flatten(root).flatMap(({ path: keys }) => parameterOf(keys, at(root, ...keys)));
  return { parameters, baseline: null };
}

function readSide(root: Tree, side: "old" | "new"): readonly Fact[] {
  return listSide(root, side).flatMap(({ path, found }) => parameterOf(path, found));
}

function parameterOf(path: readonly string[], tree: Tree | undefined): readonly Fact[] {
  const name = path.join(".");
  if (tree === undefined || tree.kind === "scalar") return factOf(name, tree);
  return factOf(name, { kind: "scalar", value: canonicalText(tree), offset: tree.offset });
}
