/**
 * lm-evaluation-harness: `samples_*.jsonl`, a line a document and filter, so that two models are paired by document.
 *
 * @module
 */
import { digestOf } from "@ml-gates/gate";
import type { Fact, NamedValue, StatedMetric } from "../metric-values.ts";
import { spreadOf } from "../reduce-series.ts";
import { at, hasKeys, itemsOf, type Tree, textOf, wordOf } from "../syntax/tree.ts";
import { type FormatReader, leafNumber } from "./format-reader.ts";
import { rowsOf } from "./read-tables.ts";

export const lmEvalSamples: FormatReader = {
  recognises: (document) => {
    const rows = rowsOf(document);
    return rows.length > 0 && rows.every((row) => hasKeys(row, "doc_id", "filter", "metrics", "resps"));
  },
  read: (document, path) => {
    const rows = rowsOf(document);
    const byFilter = Map.groupBy(rows, (row) => textOf(at(row, "filter")) ?? "none");
    const facts = rows.every((row) => hasKeys(row, "doc_hash")) ? [] : taskOf(path);
    return { metrics: [...byFilter].flatMap(([filter, found]) => readFilter(filter, found)), facts };
  },
};

/** Positions say which document only within one task, which the file's name alone tells. */
function taskOf(path: string): readonly Fact[] {
  const [, task] = /samples_([^/\\]+)_\d{4}-\d\d-\d\dT[\d.:-]+\.jsonl$/.exec(path) ?? [];
  return task === undefined ? [] : [{ name: "task", value: task }];
}

function readFilter(filter: string, rows: readonly Tree[]): readonly StatedMetric[] {
  const names = new Set(
    rows.flatMap((row) => itemsOf(at(row, "metrics")).flatMap((name) => textOf(name) ?? [])),
  );
  const documents = nameDocuments(rows);
  const facts = [
    ...digestBy("prompts", { rows, documents, key: "prompt_hash" }),
    ...digestBy("targets", { rows, documents, key: "target_hash" }),
  ];
  return [...names].map((name) => {
    const stated = { path: [`${name},${filter}`], offset: rows[0]?.offset ?? 0, facts };
    const values = rows.map((row) => scoreOf(at(row, name)));
    if (values.includes(null)) return { ...stated, value: "no number for each document" };
    const named = values.map((value, row): NamedValue => ({ name: documents[row] ?? "", value: value ?? 0 }));
    const { mean, ...spread } = spreadOf(named);
    return { ...stated, value: mean, uncertainty: { ...spread, documents: named } };
  });
}

/** Right or wrong may be written as a boolean. */
function scoreOf(tree: Tree | undefined): number | null {
  if (tree?.kind === "scalar" && typeof tree.value === "boolean") return tree.value ? 1 : 0;
  return leafNumber(tree);
}

/** By hash, where every row has one; equal documents are told apart by their order, and are exchangeable. */
function nameDocuments(rows: readonly Tree[]): readonly string[] {
  const seen = new Map<string, number>();
  const key = rows.every((row) => hasKeys(row, "doc_hash")) ? "doc_hash" : "doc_id";
  return rows.map((row) => {
    const hash = `${key} ${wordOf(at(row, key))}`;
    const times = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, times);
    return times === 1 ? hash : `${hash} (${times})`;
  });
}

/** What was asked, whatever the order of the rows; nothing where a row does not say. */
function digestBy(
  name: string,
  {
    rows,
    documents,
    key,
  }: { readonly rows: readonly Tree[]; readonly documents: readonly string[]; readonly key: string },
): readonly Fact[] {
  if (!rows.every((row) => hasKeys(row, key))) return [];
  const lines = rows.map((row, index) => `${documents[index]}: ${wordOf(at(row, key))}`).sort();
  return [{ name, value: digestOf(lines.join("\n")) }];
}
