/**
 * A query of a suite with its placeholders filled in, as Python's `str.format` fills them.
 *
 * @module
 */

/** What `{batch}` becomes: the name under which a query sees the table. */
const BATCH = "batch";

/** The query with `{batch}` replaced; doubled braces are braces. */
export function fillTemplate(written: string): string | { readonly fault: string } {
  const query = written.replace(/[;\s]+$/, "");
  if (query === "") return { fault: "nothing in it" };
  const parts: string[] = [];
  for (const [part] of query.matchAll(/\{\{|\}\}|\{[^{}]*\}|[^{}]+|[{}]/g)) {
    if (part === "{{" || part === "}}") parts.push(part.slice(1));
    else if (part === "{batch}") parts.push(BATCH);
    else if (/^[{}]/.test(part)) return { fault: tellBrace(part) };
    else parts.push(part);
  }
  return parts.join("");
}

function tellBrace(part: string): string {
  return part.length > 1
    ? `the placeholder ${part}; only {batch} is known`
    : `a single ${part}; write ${part}${part}`;
}
