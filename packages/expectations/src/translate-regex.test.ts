import { describe, expect, it } from "vitest";
import { translateRegex } from "./translate-regex.ts";

describe("translateRegex", () => {
  // prettier-ignore
  const translated = [
    ["digits of every script", "\\d+", "\\p{Nd}+"],
    ["letters of every script", "\\w\\W", "[\\p{L}\\p{N}_][^\\p{L}\\p{N}_]"],
    ["classes inside a set", "[\\d\\w-]", "[\\p{Nd}\\p{L}\\p{N}_-]"],
    ["an escaped backslash before d", "\\\\d", "\\\\d"],
    ["an end before a last line break", "a$", "a(?:\\n?\\z)"],
    ["an end of line under (?m)", "(?m)a$", "(?m)a$"],
    ["a dollar in a set", "[$]", "[$]"],
    ["an escaped dollar", "\\$", "\\$"],
    ["the very end", "a\\Z", "a\\z"],
    ["a comment", "a(?#why)b", "ab"],
    ["an open lower count", "a{,3}", "a{0,3}"],
    ["letters by number", "\\u00e9\\U0001F600", "\\x{00e9}\\x{0001F600}"],
    ["a bracket in a set", "[[:alpha:]]", "[\\[:alpha:]]"],
    ["a bracket first in a set", "[]a]", "[]a]"],
    ["a named group", "(?P<year>\\d{4})", "(?P<year>\\p{Nd}{4})"],
    ["a backspace in a set", "[\\b]", "[\\x08]"],
  ] as const;

  it.each(translated)("translates %s: %s", (_story, python, re2) => {
    expect(translateRegex(python)).toEqual({ pattern: re2 });
  });

  // prettier-ignore
  const refused = [
    ["a look-ahead", "a(?=b)", /look-around/],
    ["a look-behind", "(?<!a)b", /look-around/],
    ["a back-reference", "(a)\\1", /back-references/],
    ["a named back-reference", "(?P<q>a)(?P=q)", /back-references/],
    ["a conditional group", "(a)?(?(1)b)", /conditional/],
    ["an atomic group", "(?>a)", /atomic/],
    ["a possessive quantifier", "a++", /possessive/],
    ["a word boundary", "\\bcat\\b", /word boundaries/],
    ["a negated class in a set", "[\\W]", /inside a set/],
    ["verbose patterns", "(?ix) a", /flag \(\?x\)|flag/],
    ["a NUL character", "a\0", /NUL/],
  ] as const;

  it.each(refused)("refuses %s with the reason: %s", (_story, python, reason) => {
    const outcome = translateRegex(python);
    expect("without" in outcome ? outcome.without : "").toMatch(reason);
  });

  it("does not take an escaped parenthesis for a look-around", () => {
    expect(translateRegex("\\(\\?=")).toEqual({ pattern: "\\(\\?=" });
  });
});
