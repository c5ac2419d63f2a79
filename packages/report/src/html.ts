/**
 * HTML by template: every value is escaped unless it is HTML already.
 *
 * @module
 */
import { plainText } from "./plain-text.ts";

/** Markup that is safe to put into a page. */
export interface Html {
  readonly html: string;
}

type Part = Html | string | number | null | readonly Part[];

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * Text for HTML content or a quoted attribute: on one line, cut at `limit` characters.
 *
 * @example
 * escapeHtml("<b>"); // => "&lt;b&gt;"
 */
export function escapeHtml(text: string, limit = 2000): string {
  return plainText(text, limit).replace(/[&<>"']/g, (character) => ESCAPES[character] ?? "");
}

/** A template whose values are escaped; lists are joined, null is nothing. */
export function html(parts: TemplateStringsArray, ...values: readonly Part[]): Html {
  let text = parts[0] ?? "";
  for (let index = 0; index < values.length; index += 1)
    text += renderPart(values[index] ?? null) + (parts[index + 1] ?? "");
  return { html: text };
}

/** Markup written by this package, taken as it is. */
export function trusted(text: string): Html {
  return { html: text };
}

function renderPart(part: Part): string {
  if (part === null) return "";
  if (typeof part === "object") return "html" in part ? part.html : part.map(renderPart).join("");
  return escapeHtml(String(part));
}

/** A sentence of a gate, in which `names between backticks` are shown as code. */
export function prose(text: string): Html {
  return { html: escapeHtml(text).replace(/`([^`]+)`/g, "<code>$1</code>") };
}
