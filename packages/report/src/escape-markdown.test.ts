import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeMarkdown, markdownProse } from "./escape-markdown.ts";
import { HOSTILE_TEXTS } from "./golden/hostile.ts";

const anyText = fc.oneof(fc.constantFrom(...HOSTILE_TEXTS), fc.string({ unit: "binary" }));

const INERT = /^(?:[^\\`*_~[\]<>|$^&\r\n]|&#\d+;)*$/u;

describe("escapeMarkdown", () => {
  it.each([
    ["a pipe ends no cell", "a|b", "a&#124;b"],
    ["a backslash escapes nothing", "\\|", "&#92;&#124;"],
    ["markup is text", "<b>**x**", "&#60;b&#62;&#42;&#42;x&#42;&#42;"],
    ["nobody is mentioned", "@octocat", "@\u200Boctocat"],
    ["no issue is referenced", "#12 GH-7", "#\u200B12 GH-\u200B7"],
    ["no link is made", "https://x.example www.x.example", "https:\u200B//x.example www\u200B.x.example"],
    ["no emoji code is read", "a :rocket: b", "a :\u200Brocket: b"],
    ["an entity is text", "&lt;", "&#38;lt;"],
    ["lines become one", "a\n\n# b", "a # b"],
    ["a direction mark is shown as something unseen", "a\u202Eb", "a\uFFFDb"],
    ["right-to-left letters cannot reorder their neighbours", "عمر", "\u2068عمر\u2069"],
    ["ordinary sentences stay as they are", "12.5 % (of 80), a-b: fine!", "12.5 % (of 80), a-b: fine!"],
  ])("%s", (_rule, text, wanted) => {
    expect(escapeMarkdown(text)).toBe(wanted);
  });

  it("leaves no character that means something to Markdown, HTML or GitHub", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const escaped = escapeMarkdown(text);
        expect(escaped).toMatch(INERT);
        expect(escaped.replaceAll(/&#\d+;/g, "?")).not.toMatch(/@\w|#\d|\w+:\/\/|\bwww\.|:\w+:|\bGH-\d/i);
      }),
      { numRuns: 2000 },
    );
  });

  it("cuts a name of 10 MB, and does not read it all to do so", () => {
    expect(escapeMarkdown("n".repeat(10 << 20), 80)).toBe(`${"n".repeat(79)}…`);
  });

  it("never cuts a character in half", () => {
    expect(escapeMarkdown("😀".repeat(100), 3)).toBe("😀😀…");
  });
});

describe("markdownProse", () => {
  it("shows names between backticks as code, and nothing else", () => {
    expect(markdownProse("raise `max-drop`, `<b>` or ` alone")).toBe(
      "raise <code>max-drop</code>, <code>&#60;b&#62;</code> or &#96; alone",
    );
  });
});
