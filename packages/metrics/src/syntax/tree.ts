/**
 * A text as maps, lists and scalars that remember where they stand.
 *
 * @module
 */

export interface MapTree {
  readonly kind: "map";
  readonly entries: ReadonlyMap<string, Tree>;
  readonly offset: number;
}

export interface ListTree {
  readonly kind: "list";
  readonly items: readonly Tree[];
  readonly offset: number;
}

export interface ScalarTree {
  readonly kind: "scalar";
  readonly value: string | number | boolean | null;
  readonly offset: number;
}

export type Tree = MapTree | ListTree | ScalarTree;

/** Maps and lists nested deeper than this are refused. */
export const MAX_DEPTH = 32;

/** More values than this are refused. */
export const MAX_VALUES = 1_000_000;

const NO_ENTRIES: ReadonlyMap<string, Tree> = new Map();

/** What stands under these keys; undefined where one is missing. */
export function at(tree: Tree | undefined, ...keys: readonly string[]): Tree | undefined {
  return keys.reduce<Tree | undefined>((found, key) => entriesOf(found).get(key), tree);
}

/** The entries of a map; none of anything else. */
export function entriesOf(tree: Tree | undefined): ReadonlyMap<string, Tree> {
  return tree?.kind === "map" ? tree.entries : NO_ENTRIES;
}

/** The items of a list; none of anything else. */
export function itemsOf(tree: Tree | undefined): readonly Tree[] {
  return tree?.kind === "list" ? tree.items : [];
}

/** The text that stands there; null for anything else. */
export function textOf(tree: Tree | undefined): string | null {
  return tree?.kind === "scalar" && typeof tree.value === "string" ? tree.value : null;
}

/** The number that stands there; null for anything else. */
export function numberOf(tree: Tree | undefined): number | null {
  return tree?.kind === "scalar" && typeof tree.value === "number" ? tree.value : null;
}

/** A scalar as a fact or parameter shows it, `none` for null; null for anything else, and for what is missing. */
export function wordOf(tree: Tree | undefined): string | null {
  if (tree?.kind !== "scalar") return null;
  return tree.value === null ? "none" : String(tree.value);
}

/** Whether every key stands in the map. */
export function hasKeys(tree: Tree | undefined, ...keys: readonly string[]): boolean {
  const entries = entriesOf(tree);
  return keys.every((key) => entries.has(key));
}

/** The tree as text that is the same for the same content, whatever the order of its keys. */
export function canonicalText(tree: Tree | undefined): string {
  if (tree === undefined) return "";
  if (tree.kind === "list") return `[${tree.items.map(canonicalText).join(",")}]`;
  if (tree.kind === "scalar") return JSON.stringify(tree.value);
  const entries = [...tree.entries].sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${canonicalText(value)}`).join(",")}}`;
}
