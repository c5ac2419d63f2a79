/**
 * Text of strangers inside GitHub's Markdown: shown, never obeyed.
 *
 * @module
 */
import { isolate, plainText } from "./plain-text.ts";

/** Characters with a meaning to Markdown or HTML. As character references they are text and nothing else. */
const STRUCTURAL = /[\\`*_~[\]<>&|$^]/g;

/**
 * GitHub looks for mentions, references, links and emoji in the finished text, where escapes are gone.
 * A zero-width space after their first characters is what it does not look through.
 */
const REFERENCES = /(@|#(?=\w)|:(?=[\w+/-])|\bGH-(?=\d)|\bwww(?=\.))/gi;

/** What either of them could find. Most texts have none of it, and one look is cheaper than two searches. */
const SUSPECT = /[\\`*_~[\]<>&|$^@#:]|gh-|www|[^ -~]/i;

/**
 * Text for a paragraph, list item or table cell: on one line, cut at `limit` characters, without any markup,
 * mention, reference, link or emoji code.
 *
 * @example
 * escapeMarkdown("a|b"); // => "a&#124;b"
 * escapeMarkdown("see #12").includes("#12"); // => false
 */
export function escapeMarkdown(text: string, limit = 300): string {
  const plain = plainText(text, limit);
  if (!SUSPECT.test(plain)) return plain;
  const inert = plain
    .replace(REFERENCES, "$1\u200B")
    .replace(STRUCTURAL, (character) => `&#${character.charCodeAt(0)};`);
  return isolate(inert);
}

/**
 * A name as code, for a paragraph, list item or table cell. Written as HTML, since Markdown's own code spans
 * cannot hold every text inside a table.
 *
 * @example
 * markdownCode("roc_auc"); // => "<code>roc&#95;auc</code>"
 */
export function markdownCode(text: string, limit = 80): string {
  return `<code>${escapeMarkdown(text, limit)}</code>`;
}

/**
 * A sentence of a gate, in which `names between backticks` are shown as code; all else as {@link escapeMarkdown}.
 *
 * @example
 * markdownProse("raise `x`"); // => "raise <code>x</code>"
 */
export function markdownProse(text: string, limit = 300): string {
  return escapeMarkdown(text, limit).replace(/&#96;((?:(?!&#96;).)+)&#96;/gu, "<code>$1</code>");
}
