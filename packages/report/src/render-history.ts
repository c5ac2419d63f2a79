/**
 * What changed since the pushes before: verdicts in a row, findings that are resolved.
 *
 * @module
 */
import { markdownCode } from "./escape-markdown.ts";
import { VERDICT_WORDS } from "./gate-row.ts";
import type { Merged } from "./merge-sections.ts";

const MOST_RESOLVED = 5;
const MOST_PUSHES = 6;

/** One line of the last pushes and of what is resolved since the one before; empty on the first push. */
export function renderPast({ state: { pushes }, resolved }: Merged): string {
  if (pushes.length < 2) return "";
  const past = pushes
    .slice(-MOST_PUSHES)
    .map(({ commit, verdict }) => `${VERDICT_WORDS[verdict].mark} ${markdownCode(commit.slice(0, 7))}`);
  const shown = resolved.slice(0, MOST_RESOLVED).map((id) => markdownCode(id));
  const rest = resolved.length - shown.length;
  const gone =
    shown.length === 0 ? [] : [`Resolved: ${shown.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`];
  return [`Pushes: ${past.join(" → ")}`, ...gone].join(" · ");
}
