/**
 * How large a report may be: a report may come from a stranger's pull request.
 *
 * @module
 */

/** Caps on a report: characters of a text, members of a list, levels of nesting. */
export const LIMITS = {
  text: 20_000,
  samples: 200,
  problems: 1_000,
  evidence: 1_000,
  findings: 20_000,
  depth: 64,
  characters: 8 << 20,
} as const;
