/**
 * The gate file's `waivers`: their schema, their rules, and what they become.
 *
 * @module
 */
import { quote } from "../errors.ts";
import type { WaiverRule } from "../waivers.ts";
import type { KeyPath } from "./yaml-source.ts";

/** A waiver as its author typed it. */
export interface WrittenWaiver {
  readonly metric: string;
  readonly slice?: Readonly<Record<string, string | number | boolean>>;
  readonly reason: string;
  readonly owner: string;
  readonly expires: string;
}

const words = (description: string) => ({ type: "string", minLength: 1, maxLength: 1000, description });

/** JSON Schema of `waivers`. */
export const WAIVERS_SCHEMA = {
  type: "array",
  minItems: 1,
  description:
    "Breaches that somebody answers for, for a while: they stay failures and count as warnings until they expire.",
  items: {
    type: "object",
    additionalProperties: false,
    required: ["metric", "reason", "owner", "expires"],
    properties: {
      metric: words("Metric or disparity, as a check of this file names it."),
      slice: {
        type: "object",
        minProperties: 1,
        additionalProperties: { type: ["string", "number", "boolean"] },
        description:
          "Group the waiver is for, such as `{ SEX: 1 }`; all rows by default, and then them alone.",
      },
      reason: words("Why the breach is accepted."),
      owner: words("Who answers for it."),
      expires: {
        type: "string",
        pattern: "^\\d{4}-\\d{2}-\\d{2}$",
        description: "Last day it holds, UTC, such as `2026-12-31`.",
      },
    },
  },
} as const;

/** Waivers of what no check judges, of no day, and of the same thing twice. */
export function findWaiverFaults(waivers: readonly WrittenWaiver[], judged: readonly string[]) {
  const seen = new Set<string>();
  return waivers.flatMap((waiver, index) => {
    const at: KeyPath = ["waivers", index];
    const { metric, slice = {}, expires } = waiver;
    const id = JSON.stringify([metric, Object.entries(slice).map(String).sort()]);
    const unknown = {
      at,
      message: `The waiver is for ${quote(metric)}, which no check of this file judges; they judge ${judged.join(", ") || "none"}.`,
      remedy: "Name a metric of a check, or remove the waiver.",
    };
    const noDay = {
      at: [...at, "expires"],
      message: `The waiver for ${quote(metric)} expires on ${quote(expires)}: there is no such day.`,
      remedy: "Write a day as `YYYY-MM-DD`.",
    };
    const twice = {
      at,
      message: `The waiver for ${quote(metric)} stands twice for the same rows.`,
      remedy: "Keep one of the two.",
    };
    return [
      ...(judged.includes(metric) ? [] : [unknown]),
      ...(isDay(expires) ? [] : [noDay]),
      ...(seen.size === seen.add(id).size ? [twice] : []),
    ];
  });
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
}

/** Typed waivers, groups as texts. */
export function buildWaivers(waivers: readonly WrittenWaiver[]): readonly WaiverRule[] {
  return waivers.map(({ slice, ...rest }) => ({
    ...rest,
    slice:
      slice === undefined
        ? null
        : Object.fromEntries(Object.entries(slice).map(([column, value]) => [column, String(value)])),
  }));
}
