/**
 * What every format's reader is, and the leaves they all read.
 *
 * @module
 */
import { digestOf } from "@ml-gates/gate";
import type { Fact, Point, StatedMetric, StatedMetrics } from "../metric-values.ts";
import type { MetricsDocument } from "../syntax/read-document.ts";
import { type ScalarTree, type Tree, wordOf } from "../syntax/tree.ts";

/** One format: how it is told from the content alone, and how its metrics are read. */
export interface FormatReader {
  recognises(document: MetricsDocument): boolean;
  /** @throws EvidenceError when the file itself says that its tool failed. */
  read(document: MetricsDocument, path: string): StatedMetrics;
}

/** A reader of trees only. */
export function treeReader(
  recognises: (root: Tree) => boolean,
  read: (root: Tree, path: string) => StatedMetrics,
): FormatReader {
  return {
    recognises: (document) => document.kind === "tree" && recognises(document.root),
    read: (document, path) => (document.kind === "tree" ? read(document.root, path) : { metrics: [] }),
  };
}

/** Every scalar and list below, named by its keys. */
export function flatten(tree: Tree, path: readonly string[] = []): readonly StatedMetric[] {
  if (tree.kind === "map") return [...tree.entries].flatMap(([key, value]) => flatten(value, [...path, key]));
  return [stateLeaf(tree, path)];
}

/** A scalar, or a list, whose numbers are a series once a reducer is stated. */
export function stateLeaf(tree: Tree, path: readonly string[]): StatedMetric {
  const { offset } = tree;
  if (tree.kind === "scalar") return { path, value: leafOf(tree), offset };
  if (tree.kind === "map") return { path, value: "a map", offset };
  const numbers = tree.items.map(leafNumber);
  const isSeries = numbers.length > 0 && numbers.every((number) => number !== null);
  return { path, value: "a list", offset, ...(isSeries ? { points: toPoints(numbers) } : {}) };
}

/** A series whose steps are positions, from 0. */
export function toPoints(values: readonly (number | null)[]): readonly Point[] {
  return values.map((value, step) => ({ step, seed: null, value: value ?? Number.NaN }));
}

/** The number a leaf is, Python's words included; else what it is, in words that follow "is". */
export function leafOf({ value }: ScalarTree): number | string {
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return "a boolean";
  if (value === null) return "null";
  if (/^\s*[+-]?\d[\d.]*\s*(?:±|\+\/-|\+-)/.test(value))
    return "a number and its spread in one text, of unknown meaning,";
  return unmeasuredOf(value) ?? "text";
}

function unmeasuredOf(text: string): number | null {
  if (!/^[+-]?(nan|inf|infinity)$/i.test(text)) return null;
  if (/nan/i.test(text)) return Number.NaN;
  return text.startsWith("-") ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

/** The number a tree is, Python's words included; null for anything else. */
export function leafNumber(tree: Tree | undefined): number | null {
  const leaf = tree?.kind === "scalar" ? leafOf(tree) : null;
  return typeof leaf === "number" ? leaf : null;
}

/** A fact, where the file states it. */
export function factOf(name: string, tree: Tree | undefined): readonly Fact[] {
  const value = wordOf(tree);
  return value === null ? [] : [{ name: shorten(name), value: shorten(value) }];
}

const LONGEST_FACT = 200;

/** A text as it is, or its start and its digest: a report shows it, and two that differ still differ. */
export function shorten(text: string): string {
  return text.length <= LONGEST_FACT ? text : `${text.slice(0, 100)}… ${digestOf(text)}`;
}
