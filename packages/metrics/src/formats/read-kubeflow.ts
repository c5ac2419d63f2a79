/**
 * Kubeflow Pipelines and Vertex: version 1's metrics file, version 2's artifacts, classification metrics by slice.
 *
 * @module
 */
import type { Fact, StatedMetric, StatedMetrics } from "../metric-values.ts";
import { at, entriesOf, hasKeys, itemsOf, numberOf, type Tree, textOf } from "../syntax/tree.ts";
import { flatten, shorten, stateLeaf, treeReader } from "./format-reader.ts";

/** `{metrics: [{name, numberValue, format}]}`. */
export const kfpV1 = treeReader(
  (root) =>
    itemsOf(at(root, "metrics")).length > 0 &&
    itemsOf(at(root, "metrics")).every((metric) => hasKeys(metric, "name", "numberValue")),
  (root) => ({
    metrics: itemsOf(at(root, "metrics")).flatMap((metric) => {
      const value = at(metric, "numberValue");
      return value === undefined ? [] : stateLeaf(value, [textOf(at(metric, "name")) ?? ""]);
    }),
  }),
);

/** An executor's output with its artifacts, or one artifact. */
export const kfpV2 = treeReader(
  (root) => executorArtifacts(root).length > 0 || isArtifact(root),
  (root) => {
    const artifacts = executorArtifacts(root);
    const read = artifacts.length > 0 ? artifacts : [{ name: null, metadata: at(root, "metadata") }];
    return merge(read.map(({ name, metadata }) => readMetadata(metadata, name === null ? [] : [name])));
  },
);

interface Artifact {
  readonly name: string | null;
  readonly metadata: Tree | undefined;
}

function executorArtifacts(root: Tree): readonly Artifact[] {
  const outputs = [...entriesOf(at(root, "artifacts"))];
  return outputs.flatMap(([name, output]) =>
    itemsOf(at(output, "artifacts"))
      .filter((artifact) => hasKeys(artifact, "metadata"))
      .map((artifact) => ({ name, metadata: at(artifact, "metadata") })),
  );
}

function isArtifact(root: Tree): boolean {
  const title = textOf(at(root, "type", "schemaTitle")) ?? textOf(at(root, "schemaTitle")) ?? "";
  return at(root, "metadata")?.kind === "map" && /Metrics$/.test(title);
}

function merge(all: readonly StatedMetrics[]): StatedMetrics {
  return {
    metrics: all.flatMap(({ metrics }) => metrics),
    facts: all.flatMap(({ facts = [] }) => facts),
  };
}

const TABLES = new Set(["confusionMatrix", "confidenceMetrics", "evaluationSlices"]);

function readMetadata(metadata: Tree | undefined, path: readonly string[]): StatedMetrics {
  const plain = [...entriesOf(metadata)].filter(([key]) => !TABLES.has(key));
  const slices = itemsOf(at(metadata, "evaluationSlices")).map((slice) =>
    readMetadata(at(slice, "sliceClassificationMetrics"), [...path, textOf(at(slice, "slice")) ?? ""]),
  );
  return merge([
    { metrics: plain.flatMap(([key, value]) => flatten(value, [...path, key])) },
    readMatrix(at(metadata, "confusionMatrix"), path),
    ...slices,
  ]);
}

/** Rows are the true classes, columns what was predicted (Vertex AI's ConfusionMatrix). */
function readMatrix(matrix: Tree | undefined, path: readonly string[]): StatedMetrics {
  if (matrix === undefined) return { metrics: [] };
  const labels = itemsOf(at(matrix, "annotationSpecs")).map((spec) => textOf(at(spec, "displayName")) ?? "");
  const rows = itemsOf(at(matrix, "rows")).map((row) =>
    itemsOf(row.kind === "list" ? row : at(row, "row")).map((cell) => numberOf(cell) ?? Number.NaN),
  );
  const total = sum(rows.flat());
  const right = sum(labels.map((_, index) => rows[index]?.[index] ?? Number.NaN));
  const share = (hits: number, n: number, name: readonly string[]): StatedMetric => ({
    path: [...path, ...name],
    value: hits / n,
    direction: "higher",
    uncertainty: n > 0 ? { n } : null,
    offset: matrix.offset,
  });
  const byClass = labels.flatMap((label, index) => {
    const hits = rows[index]?.[index] ?? Number.NaN;
    const predicted = sum(rows.map((row) => row[index] ?? Number.NaN));
    return [
      share(hits, sum(rows[index] ?? []), ["recall", label]),
      share(hits, predicted, ["precision", label]),
    ];
  });
  const facts: readonly Fact[] = [
    { name: shorten([...path, "labels"].join(".")), value: shorten(labels.join(", ")) },
  ];
  return { metrics: [share(right, total, ["accuracy"]), ...byClass], facts };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
