/**
 * A Python regular expression as what it means, so that it can be written for another engine.
 *
 * @module
 */

/** Letters of `\d`, `\w` and `\s`; a capital is everything else. */
export type ClassLetter = "d" | "D" | "w" | "W" | "s" | "S";

/** A member of a set: characters from one code point to another, or a class. */
export type SetItem =
  | { readonly first: number; readonly last: number }
  | { readonly letter: ClassLetter; readonly ascii: boolean };

/** A part of a pattern. Flags in force are kept where they matter. */
export type RegexNode =
  | { readonly is: "character"; readonly code: number }
  | { readonly is: "any"; readonly lineBreaks: boolean }
  | { readonly is: "class"; readonly letter: ClassLetter; readonly ascii: boolean }
  | { readonly is: "set"; readonly negated: boolean; readonly items: readonly SetItem[] }
  | { readonly is: "start" | "end"; readonly ofLines: boolean }
  | { readonly is: "very end" }
  | { readonly is: "boundary"; readonly negated: boolean; readonly ascii: boolean }
  | { readonly is: "reference"; readonly group: number }
  | { readonly is: "group"; readonly group: number | null; readonly body: RegexNode }
  | { readonly is: "case"; readonly ignored: boolean; readonly body: RegexNode }
  | { readonly is: "look"; readonly behind: boolean; readonly negated: boolean; readonly body: RegexNode }
  | {
      readonly is: "repeat";
      readonly least: number;
      readonly most: number | null;
      readonly lazy: boolean;
      readonly body: RegexNode;
    }
  | { readonly is: "sequence"; readonly parts: readonly RegexNode[] }
  | { readonly is: "choice"; readonly options: readonly RegexNode[] };

/** The fewest and the most characters a part can match; null is without limit. */
export function widthOf(
  node: RegexNode,
  groups: ReadonlyMap<number, RegexNode>,
): readonly [number, number | null] {
  if (node.is === "character" || node.is === "any" || node.is === "class" || node.is === "set") return [1, 1];
  if (node.is === "group" || node.is === "case") return widthOf(node.body, groups);
  if (node.is === "reference") {
    const group = groups.get(node.group);
    return group === undefined ? [0, null] : widthOf(group, groups);
  }
  if (node.is === "repeat") {
    const [least, most] = widthOf(node.body, groups);
    return [least * node.least, most === null || node.most === null ? null : most * node.most];
  }
  if (node.is === "sequence") {
    const widths = node.parts.map((part) => widthOf(part, groups));
    return [sum(widths.map(([least]) => least)), addAll(widths.map(([, most]) => most))];
  }
  if (node.is !== "choice") return [0, 0];
  const widths = node.options.map((option) => widthOf(option, groups));
  const mosts = widths.map(([, most]) => most);
  const bounded = mosts.every((most) => most !== null);
  return [Math.min(...widths.map(([least]) => least)), bounded ? Math.max(...mosts) : null];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

function addAll(numbers: readonly (number | null)[]): number | null {
  return numbers.reduce((total, each) => (total === null || each === null ? null : total + each), 0);
}
