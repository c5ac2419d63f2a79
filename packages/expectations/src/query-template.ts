/**
 * A query of a suite cut at its placeholders, which are written as Python's `str.format` reads them.
 *
 * @module
 */

/** The query, cut where `{batch}` stands; doubled braces are braces. */
export function cutTemplate(written: string): readonly string[] | { readonly fault: string } {
  const query = written.replace(/[;\s]+$/, "");
  if (query === "") return { fault: "nothing in it" };
  const parts = [""];
  const add = (text: string) => parts.push(`${parts.pop() ?? ""}${text}`);
  for (const [part] of query.matchAll(/\{\{|\}\}|\{[^{}]*\}|[^{}]+|[{}]/g)) {
    if (part === "{{" || part === "}}") add(part.slice(1));
    else if (part === "{batch}") parts.push("");
    else if (/^[{}]/.test(part)) return { fault: tellBrace(part) };
    else add(part);
  }
  return parts;
}

function tellBrace(part: string): string {
  return part.length > 1
    ? `the placeholder ${part}; only {batch} is known`
    : `a single ${part}; write ${part}${part}`;
}
