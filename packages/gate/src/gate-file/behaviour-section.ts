/**
 * The gate file's `predictions: { behaviour }`: cases that single predictions must meet.
 *
 * @module
 */
import type { Severity } from "../finding.ts";

/** Cases, and how failures count and are told. */
export interface BehaviourSection {
  /** Path of the cases, JSON lines; policy like a suite. */
  readonly cases: string;
  readonly severity: Severity;
  /** Name rows by their keys; by digests of them otherwise. */
  readonly showIds: boolean;
}

/** The section as its author typed it. */
export interface WrittenBehaviour {
  readonly cases: string;
  readonly severity?: Severity;
  readonly "show-ids"?: boolean;
}

/** JSON Schema of `behaviour`. */
export const BEHAVIOUR_SCHEMA = {
  type: "object",
  additionalProperties: false,
  required: ["cases"],
  description: "Cases that single predictions of the candidate must meet.",
  properties: {
    cases: {
      type: "string",
      minLength: 1,
      description: "Path of the cases, one JSON object a line, such as `tests/behaviour.jsonl`.",
    },
    severity: {
      type: "string",
      enum: ["block", "warn", "info"],
      description: "What a failing case does to the verdict; `block` by default.",
    },
    "show-ids": {
      type: "boolean",
      description: "Name failing rows by their keys; by digests of them by default.",
    },
  },
} as const;

/** Defaults filled. */
export function buildBehaviour(written: WrittenBehaviour | undefined): BehaviourSection | null {
  if (written === undefined) return null;
  const { cases, severity = "block" } = written;
  return { cases, severity, showIds: written["show-ids"] ?? false };
}
