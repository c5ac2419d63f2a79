/**
 * Expectations about texts: lengths, patterns, dates and JSON.
 *
 * @module
 */

import { matchesLike } from "./matches-like.ts";
import { matchesSchema } from "./matches-schema.ts";
import { isOutside, type Kwargs, type Tester } from "./naive-rows.ts";
import { type Cell, Raised } from "./naive-table.ts";
import { parsesAs } from "./parses-as.ts";

/** As Python's `str` writes it; only for kinds where that is plain. */
function textOf(cell: Cell): string {
  if (typeof cell === "boolean") return cell ? "True" : "False";
  return `${cell}`;
}

function lengthOf(cell: Cell): number {
  return [...textOf(cell)].length;
}

function stringOf(cell: Cell): string {
  if (typeof cell !== "string") throw new Raised("text was wanted");
  return cell;
}

/** The patterns of the property test mean the same to Python and to JavaScript's `v` mode once these are spelled out. */
function search(pattern: string, cell: Cell): boolean {
  const insensitive = pattern.startsWith("(?i)");
  const spelled = pattern
    .replace("(?i)", "")
    .replaceAll("\\d", "\\p{Nd}")
    .replaceAll("\\D", "\\P{Nd}")
    .replaceAll("\\w", "[\\p{L}\\p{N}_]")
    .replaceAll("$", "(?=\\n?$(?![^]))");
  return new RegExp(spelled, insensitive ? "ui" : "u").test(textOf(cell));
}

/** How many of the patterns a value matches, against what is wanted: one, or all. */
function misses(matched: readonly boolean[], kwargs: Kwargs): boolean {
  return kwargs["match_on"] === "all" ? matched.includes(false) : !matched.includes(true);
}

function patterns(kwargs: Kwargs, key: string): readonly string[] {
  return kwargs[key] as readonly string[];
}

function isJson(text: string): boolean {
  try {
    parseJson(text);
    return true;
  } catch {
    return false;
  }
}

/** Python reads NaN and the infinities too. */
function parseJson(text: string): unknown {
  return JSON.parse(
    text.replaceAll(/"(?:[^"\\]|\\.)*"|-?\bInfinity\b|\bNaN\b/g, (token) => (token[0] === '"' ? token : "0")),
  );
}

export const naiveTexts: Readonly<Record<string, Tester>> = {
  expect_column_value_lengths_to_equal: (kwargs) => (cell) => lengthOf(cell) !== kwargs["value"],
  expect_column_value_lengths_to_be_between: (kwargs) => (cell) => isOutside(lengthOf(cell), kwargs),
  expect_column_values_to_match_regex: (kwargs) => (cell) => !search(`${kwargs["regex"]}`, cell),
  expect_column_values_to_not_match_regex: (kwargs) => (cell) => search(`${kwargs["regex"]}`, cell),
  expect_column_values_to_match_regex_list: (kwargs) => (cell) =>
    misses(
      patterns(kwargs, "regex_list").map((each) => search(each, cell)),
      kwargs,
    ),
  expect_column_values_to_not_match_regex_list: (kwargs) => (cell) =>
    patterns(kwargs, "regex_list").some((each) => search(each, cell)),
  expect_column_values_to_match_like_pattern: (kwargs) => (cell) =>
    !matchesLike(`${kwargs["like_pattern"]}`, textOf(cell)),
  expect_column_values_to_not_match_like_pattern: (kwargs) => (cell) =>
    matchesLike(`${kwargs["like_pattern"]}`, textOf(cell)),
  expect_column_values_to_match_like_pattern_list: (kwargs) => (cell) =>
    misses(
      patterns(kwargs, "like_pattern_list").map((each) => matchesLike(each, textOf(cell))),
      kwargs,
    ),
  expect_column_values_to_not_match_like_pattern_list: (kwargs) => (cell) =>
    patterns(kwargs, "like_pattern_list").some((each) => matchesLike(each, textOf(cell))),
  expect_column_values_to_match_strftime_format: (kwargs) => (cell) =>
    !parsesAs(`${kwargs["strftime_format"]}`, stringOf(cell)),
  expect_column_values_to_be_json_parseable: () => (cell) => !isJson(stringOf(cell)),
  expect_column_values_to_match_json_schema: (kwargs) => (cell) => {
    const text = stringOf(cell);
    if (!isJson(text)) throw new Raised("no JSON");
    return !matchesSchema(kwargs["json_schema"], parseJson(text));
  },
};
