/**
 * Text as a stranger would write it: what every renderer must survive.
 *
 * @module
 */
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

/** Every attack, every two of them side by side, and each within each other. */
export const HOSTILE_TEXTS: readonly string[] = ATTACKS.flatMap((one) => {
  const middle = Math.floor(one.length / 2);
  const others = ATTACKS.filter((other) => other.length < 1000);
  return [
    one,
    ...others.map((other) => one + other),
    ...others.map((other) => one.slice(0, middle) + other + one.slice(middle)),
  ];
});
