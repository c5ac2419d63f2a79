/**
 * The page's own style and script. Both stand in the page itself, allowed by their hashes and by nothing else.
 *
 * @module
 */
import { createHash } from "node:crypto";

/** Colours are chosen for a contrast of at least 4.5 to 1 in light and in dark. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --ink: #1f2328; --soft: #59636e; --page: #ffffff; --panel: #f6f8fa; --line: #d1d9e0;
  --fail: #b3261e; --warn: #8a5a00; --pass: #116329; --open: #5e43b8; --link: #0550ae; }
@media (prefers-color-scheme: dark) { :root { --ink: #f0f6fc; --soft: #a3adb8; --page: #0d1117; --panel: #161b22; --line: #3d444d;
  --fail: #ff7b72; --warn: #e3b341; --pass: #56d364; --open: #bc9cff; --link: #79b8ff; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.5 system-ui, -apple-system, "Segoe UI", "Liberation Sans", sans-serif; }
main { max-width: 84rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.2rem; margin: 2.25rem 0 .6rem; }
summary { font-weight: 600; margin: 1rem 0 .4rem; cursor: pointer; }
p { margin: .25rem 0; max-width: 75ch; overflow-wrap: anywhere; }
a { color: var(--link); }
code { font: .875em ui-monospace, "Liberation Mono", monospace; background: var(--panel); border-radius: 4px; padding: .1em .3em; overflow-wrap: anywhere; }
.verdict { border: 1px solid var(--line); border-inline-start: .5rem solid currentColor; border-radius: 8px; background: var(--panel); padding: 1rem 1.25rem; }
.verdict p, .soft { color: var(--soft); }
.verdict .said { color: var(--ink); }
.fail, .error, .not-evaluable { color: var(--fail); } .warn { color: var(--warn); } .pass { color: var(--pass); } .inconclusive { color: var(--open); }
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: 8px; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: start; vertical-align: top; padding: .5rem .75rem; border-top: 1px solid var(--line); }
thead th { border-top: 0; background: var(--panel); font-size: .85rem; white-space: nowrap; }
td.number, th.number { text-align: end; white-space: nowrap; }
.cards td, .cards th { padding: .45rem .5rem; font-size: .92rem; }
td.word { font-weight: 600; min-width: 7.5rem; }
td.limit { white-space: nowrap; }
.check { min-width: 11rem; }
small { font-weight: 400; }
td .remedy { display: block; color: var(--soft); }
td.why { min-width: 18rem; overflow-wrap: anywhere; }
fieldset { display: flex; flex-wrap: wrap; gap: .4rem 1rem; align-items: center; border: 1px solid var(--line); border-radius: 8px; margin: 0 0 .75rem; padding: .5rem .9rem; }
legend { font-size: .85rem; color: var(--soft); padding: 0 .3rem; }
label { display: inline-flex; gap: .4rem; align-items: center; min-height: 1.75rem; }
input[type="search"] { font: inherit; color: inherit; background: var(--page); border: 1px solid var(--soft); border-radius: 6px; padding: .15rem .5rem; min-width: 12rem; }
.figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(30rem, 100%), 1fr)); gap: 1rem; }
figure { margin: 0; border: 1px solid var(--line); border-radius: 8px; padding: .75rem; break-inside: avoid; }
figcaption { margin-bottom: .5rem; overflow-wrap: anywhere; }
figure svg { display: block; width: 100%; height: auto; color: var(--ink); }
input[type="checkbox"] { width: 1.1rem; height: 1.1rem; accent-color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
[hidden] { display: none !important; }
@media (max-width: 60rem) {
  .cards { border: 0; } .cards thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .cards table, .cards tbody, .cards tr, .cards td, .cards th { display: block; }
  .cards tr { border: 1px solid var(--line); border-radius: 8px; padding: .5rem .75rem; margin-bottom: .75rem; }
  .cards td, .cards th { border: 0; padding: .15rem 0; text-align: start; white-space: normal; min-width: 0; }
  .cards td:empty { display: none; }
  .cards td[data-label]::before { content: attr(data-label) ": "; color: var(--soft); font-weight: 400; }
}
@media print { fieldset { display: none; } .scroll { overflow: visible; } }
`;

/** Shows the findings whose outcome is ticked. Without a script every finding is shown. */
export const PAGE_SCRIPT = `
const filter = document.querySelector("#filter");
const rows = [...document.querySelectorAll("[data-outcome]")];
const count = document.querySelector("#count");
const show = () => {
  const wanted = new Set([...filter.querySelectorAll("input:checked")].map((box) => box.value));
  const words = document.querySelector("#search").value.toLowerCase().split(/\\s+/).filter(Boolean);
  for (const row of rows) {
    const text = words.length === 0 ? "" : row.textContent.toLowerCase();
    row.hidden = !wanted.has(row.dataset.outcome) || !words.every((word) => text.includes(word));
  }
  count.textContent = rows.filter((row) => !row.hidden).length + " of " + rows.length + " shown";
};
if (filter) { filter.hidden = false; filter.addEventListener("input", show); show(); }
`;

/** Everything is forbidden but this very style and this very script. */
export const PAGE_POLICY = [
  "default-src 'none'",
  `style-src ${hashSource(PAGE_STYLE)}`,
  `script-src ${hashSource(PAGE_SCRIPT)}`,
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

function hashSource(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
