/**
 * Paths as the engine's scans read them.
 *
 * @module
 */
import { quoteText } from "@ml-gates/queries";

/** A list of paths as SQL; `*`, `?` and `[` of a file's own name stand for themselves. */
export function pathList(files: readonly { readonly path: string }[]): string {
  const literals = files.map(({ path }) => quoteText(path.replaceAll(/[*?[]/g, "[$&]")));
  return `[${literals.join(", ")}]`;
}
