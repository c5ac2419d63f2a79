/**
 * Expectations about the text of values: regular expressions and LIKE patterns, one or a list.
 *
 * @module
 */
import { type Column, quoteText } from "@ml-gates/queries";
import { textOf } from "./comparable.ts";
import type { Definition } from "./define.ts";
import { defaulting, type KwargType, oneOf, pattern, regex, required, someOf } from "./kwarg-types.ts";
import { defineRows, FIX_ROWS, type Rule } from "./map-expectations.ts";
import { whereRows } from "./map-question.ts";
import { testRegexes } from "./regex-test.ts";
import { type TranslatedRegex, translateRegex } from "./translate-regex.ts";

/** How a list of patterns is met. */
type MatchOn = "any" | "all";

const EVERYTHING = translateRegex("(?s).*") as TranslatedRegex;
const patterns = { regex_list: required(someOf(regex, "regular expression")) };
const likes = { like_pattern_list: required(someOf(pattern, "LIKE pattern")) };
const matchOn = { match_on: defaulting(oneOf("any", "all") as KwargType<MatchOn>, "any") };

/** What a reviewer reads when the values should match. */
function wanting(noun: string): Pick<Rule, "fault" | "remedy"> {
  return {
    fault: [`does not match ${noun}`, `do not match ${noun}`],
    remedy: `${FIX_ROWS}: change the pattern if these values are right.`,
  };
}

/** What a reviewer reads when the values should not match. */
function forbidding(noun: string): Pick<Rule, "fault" | "remedy"> {
  return { ...wanting(noun), fault: [`matches ${noun}`, `match ${noun}`] };
}

function listed(match: MatchOn): string {
  return match === "any" ? "any of the patterns" : "all of the patterns";
}

interface How {
  readonly match: MatchOn;
  readonly unexpected: "matching" | "others";
}

/** Values that match, or do not; in SQL when RE2 has words for every pattern. */
function whereRegexes(column: Column, regexes: readonly TranslatedRegex[], how: How): Rule["unexpected"] {
  const text = textOf(column);
  const condition = writeRegexes(
    text,
    regexes.map(({ re2 }) => re2),
    how,
  );
  if (condition !== null) return whereRows(column, condition);
  const tested = { of: "tested", key: text, test: testRegexes(regexes, how) } as const;
  const ascii = writeRegexes(
    text,
    regexes.map(({ asciiRe2 }) => asciiRe2),
    how,
  );
  // Where SQL finds nothing wrong with texts it understands, few values are left to test.
  return ascii === null ? tested : { ...tested, where: `NOT (${IS_ASCII(text)} AND NOT (${ascii}))` };
}

const IS_ASCII = (text: string) => `regexp_full_match(${text}, '[\\x00-\\x7F]*')`;

function writeRegexes(
  text: string,
  written: readonly (string | null)[],
  { match, unexpected }: How,
): string | null {
  const found = written.flatMap((re2) => (re2 === null ? [] : `regexp_matches(${text}, ${quoteText(re2)})`));
  return found.length < written.length ? null : join(found, match, unexpected);
}

function whereLikes(
  column: Column,
  written: readonly string[],
  match: MatchOn,
  unexpected: "matching" | "others",
) {
  const text = textOf(column);
  const found = written.map((like) => `${text} LIKE ${quoteText(like)}`);
  return whereRows(column, join(found, match, unexpected));
}

function join(conditions: readonly string[], match: MatchOn, unexpected: "matching" | "others"): string {
  const joined = conditions.join(match === "any" ? " OR " : " AND ");
  return unexpected === "matching" ? joined : `NOT (${joined})`;
}

/** RE2 has no words for one, JavaScript means another otherwise: they cannot be tried together. */
function findMixed({ regex_list }: { readonly regex_list: readonly TranslatedRegex[] }): readonly string[] {
  const slow = regex_list.find(({ re2 }) => re2 === null);
  const fast = regex_list.find(({ javascript }) => javascript === null);
  return slow === undefined || fast === undefined
    ? []
    : ["Two of the patterns cannot be tried together: one needs JavaScript, the other RE2."];
}

export const TEXT_EXPECTATIONS: Readonly<Record<string, Definition>> = {
  expect_column_values_to_match_regex: defineRows({
    kwargs: { regex: defaulting(regex, EVERYTHING) },
    rule: (kwargs, column) => ({
      unexpected: whereRegexes(column, [kwargs.regex], { match: "any", unexpected: "others" }),
      ...wanting("the pattern"),
    }),
  }),
  expect_column_values_to_not_match_regex: defineRows({
    kwargs: { regex: required(regex) },
    rule: (kwargs, column) => ({
      unexpected: whereRegexes(column, [kwargs.regex], { match: "any", unexpected: "matching" }),
      ...forbidding("the forbidden pattern"),
    }),
  }),
  expect_column_values_to_match_regex_list: defineRows({
    kwargs: { ...patterns, ...matchOn },
    findFaults: findMixed,
    rule: ({ regex_list, match_on }, column) => ({
      unexpected: whereRegexes(column, regex_list, { match: match_on, unexpected: "others" }),
      ...wanting(listed(match_on)),
    }),
  }),
  expect_column_values_to_not_match_regex_list: defineRows({
    kwargs: patterns,
    findFaults: findMixed,
    rule: ({ regex_list }, column) => ({
      unexpected: whereRegexes(column, regex_list, { match: "any", unexpected: "matching" }),
      ...forbidding("one of the forbidden patterns"),
    }),
  }),
  expect_column_values_to_match_like_pattern: defineRows({
    kwargs: { like_pattern: required(pattern) },
    rule: ({ like_pattern }, column) => ({
      unexpected: whereLikes(column, [like_pattern], "any", "others"),
      ...wanting("the LIKE pattern"),
    }),
  }),
  expect_column_values_to_not_match_like_pattern: defineRows({
    kwargs: { like_pattern: required(pattern) },
    rule: ({ like_pattern }, column) => ({
      unexpected: whereLikes(column, [like_pattern], "any", "matching"),
      ...forbidding("the forbidden LIKE pattern"),
    }),
  }),
  expect_column_values_to_match_like_pattern_list: defineRows({
    kwargs: { ...likes, ...matchOn },
    rule: ({ like_pattern_list, match_on }, column) => ({
      unexpected: whereLikes(column, like_pattern_list, match_on, "others"),
      ...wanting(listed(match_on)),
    }),
  }),
  expect_column_values_to_not_match_like_pattern_list: defineRows({
    kwargs: likes,
    rule: ({ like_pattern_list }, column) => ({
      unexpected: whereLikes(column, like_pattern_list, "any", "matching"),
      ...forbidding("one of the forbidden LIKE patterns"),
    }),
  }),
};
