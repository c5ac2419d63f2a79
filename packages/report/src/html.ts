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
  const plain = plainText(text, limit);
  if (!/[&<>"']/.test(plain)) return plain;
  return plain.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? "");
}

/** A template whose values are escaped; lists are joined, null is nothing. */
export function html(parts: TemplateStringsArray, ...values: readonly Part[]): Html {
  const texts: string[] = [parts[0] ?? ""];
  for (let index = 0; index < values.length; index += 1)
    texts.push(renderPart(values[index] ?? null), parts[index + 1] ?? "");
  return { html: texts.join("") };
}

/** Markup written by this package, taken as it is. */
export function trusted(text: string): Html {
  return { html: text };
}

function renderPart(part: Part): string {
  if (typeof part === "string") return escapeHtml(part);
  if (part === null) return "";
  if (typeof part === "number") return String(part);
  return "html" in part ? part.html : part.map(renderPart).join("");
}

/** A sentence of a gate, in which `names between backticks` are shown as code. */
export function prose(text: string): Html {
  return { html: escapeHtml(text).replace(/`([^`]+)`/g, "<code>$1</code>") };
}
