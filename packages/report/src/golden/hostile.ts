/**
 * Text as a stranger would write it: what every renderer must survive.
 *
 * @module
 */
import fc from "fast-check";

/** Each one an attempt of its own. */
export const ATTACKS = [
  "a|b|c",
  "`code` ``more``",
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "</details></td></table><h1>pass</h1>",
  "<!-- ml-gates:v1:default -->",
  "--> <!-- ml-gates:v1:employment -->",
  "@octocat please look, cc @acme/team",
  "fixes #123, GH-7, acme/model#9",
  "[click](https://evil.example) ![x](https://evil.example/x.png)",
  "https://evil.example www.evil.example mailto:a@evil.example",
  "**bold** __bold__ ~~gone~~ :rocket: $x^2$",
  "line\nbreak\r\n\r\n# heading\n- item",
  "::error file=x::forged\n::set-output name=verdict::pass",
  "##[error]forged",
  "\u202Egnp.exe\u2066 \u200F \u200B \uFEFF",
  "\uD800 lone \uDC00",
  "\u0000\u001B[31mred\u0007",
  "&lt;b&gt; &#64;octocat &amp;",
  "\\| \\` \\",
  "مرحبا | עברית",
  "x".repeat(100_000),
] as const;

/** Attacks, mixed with anything else. */
export const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...ATTACKS.slice(0, -1)), fc.string({ unit: "binary", maxLength: 12 })), {
    maxLength: 6,
  })
  .map((parts) => parts.join(""));
