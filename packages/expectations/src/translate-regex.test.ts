import { describe, expect, it } from "vitest";
import { translateRegex } from "./translate-regex.ts";

describe("translateRegex", () => {
  // prettier-ignore
  const translated = [
    ["digits of every script", "\\d+", "\\p{Nd}+"],
    ["letters of every script", "\\w\\W", "[\\p{L}\\p{N}_][^\\p{L}\\p{N}_]"],
    ["ASCII where the pattern says so", "(?a)\\d", "[0-9]"],
    ["an end before a last line break", "a$", "a(?:\\n?\\z)"],
    ["an end of line under (?m)", "(?m)a$", "a(?m:$)"],
    ["the very end", "a\\Z", "a\\z"],
    ["a comment", "a(?#why)b", "ab"],
    ["an open lower count", "a{,3}", "a{0,3}"],
    ["a brace that is none", "a{x", "a\\{x"],
    ["a bracket in a set", "[[:a]", "[\\[\\:a]"],
  ] as const;

  it.each(translated)("translates %s for RE2: %s", (_story, python, re2) => {
    expect(translateRegex(python)).toMatchObject({ re2 });
  });

  // prettier-ignore
  const beyond = [
    ["a look-ahead", "a(?=b)"],
    ["a look-behind", "(?<!a)b"],
    ["a back-reference", "(a)\\1"],
    ["a word boundary, which RE2 knows for ASCII only", "\\bcat\\b"],
    ["a negated class in a set", "[\\W]"],
    ["an end with more behind it", "a$\\n"],
    ["more repeats than RE2 allows", "a{1001}"],
    ["repeats of repeats beyond what RE2 allows", "(?:a{100}){100}"],
  ] as const;

  it.each(beyond)("leaves to JavaScript %s: %s", (_story, python) => {
    expect(translateRegex(python)).toMatchObject({ re2: null, javascript: { flags: "v" } });
  });

  // prettier-ignore
  const refused = [
    ["a conditional group", "(a)?(?(1)b)", /conditional/],
    ["an atomic group", "(?>a)", /atomic/],
    ["a possessive quantifier", "a++", /possessive/],
    ["a reference to a group that may not have taken part", "(a)?b\\1", /may have taken no part/],
    ["a reference to a group of another choice", "(?:(a)|b)\\1", /may have taken no part/],
    ["a character by name", "\\N{DASH}", /by name/],
    ["a NUL character", "a\0", /NUL/],
    ["a class that Python does not know", "\\p{L}", /bad escape/],
    ["groups beyond any use", "(".repeat(200) + ")".repeat(200), /nested/],
  ] as const;

  it.each(refused)("refuses %s with the reason: %s", (_story, python, reason) => {
    const outcome = translateRegex(python);
    expect("without" in outcome ? outcome.without : "").toMatch(reason);
  });
});
