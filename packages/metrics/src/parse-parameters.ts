/**
 * From the text of a parameters file, such as DVC's `params.yaml`, to words by name.
 *
 * @module
 */
import { factOf, flatten } from "./formats/format-reader.ts";
import type { Fact } from "./metric-values.ts";
import { refuseMetrics } from "./metrics-fault.ts";
import { readDocument } from "./syntax/read-document.ts";
import { at, canonicalText } from "./syntax/tree.ts";

/**
 * Reads nested maps in JSON, YAML or TOML; names are joined with dots, lists are kept as JSON.
 *
 * @throws InputError at its line when it is no such map.
 *
 * @example
 * parseParameters("train: { lr: 0.01, optimizer: adam }", "params.yaml"); // => [{ name: "train.lr", value: "0.01" }, { name: "train.optimizer", value: "adam" }]
 */
export function parseParameters(text: string, path: string): readonly Fact[] {
  const source = { text: text.replace(/^\uFEFF/, ""), path };
  const document = readDocument(source);
  if (document.kind !== "tree" || document.root.kind !== "map") {
    const message = "The parameters file cannot be read: wanted a map of parameters.";
    const remedy = "Write a map of names and values, such as `lr: 0.01`.";
    throw refuseMetrics(source, [{ offset: 0, message, remedy }]);
  }
  const { root } = document;
  return flatten(root).flatMap(({ path: keys }) => {
    const tree = at(root, ...keys);
    const name = keys.join(".");
    if (tree?.kind !== "list") return factOf(name, tree);
    return factOf(name, { kind: "scalar", value: canonicalText(tree), offset: tree.offset });
  });
}
