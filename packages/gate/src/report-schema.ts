/**
 * The report's JSON Schema, published as `schema/gate-report.json`: additive within version 1.
 *
 * @module
 */

import { OUTCOMES, SEVERITIES } from "./finding.ts";
import { LIMITS } from "./report-limits.ts";
import { VERDICTS } from "./verdict.ts";

const text = { type: "string", maxLength: LIMITS.text };
const textOrNull = { type: ["string", "null"], maxLength: LIMITS.text };
const numberOrNull = { type: ["number", "null"] };
const digest = { type: "string", pattern: "^sha256:[0-9a-f]{64}$" };
const digestOrNull = { type: ["string", "null"], pattern: "^sha256:[0-9a-f]{64}$" };

/** Members a reader does not know are allowed: the format grows by addition. */
const record = (properties: object, also: object = {}) => ({
  type: "object",
  required: Object.keys(properties),
  properties: { ...properties, ...also },
});
const orNull = (schema: object) => ({ ...schema, type: ["object", "null"] });

const problem = record(
  { message: text, remedy: text },
  { path: text, line: { type: "integer" }, column: { type: "integer" } },
);
const textMap = { type: "object", additionalProperties: text };

const datasets = {
  type: "array",
  maxItems: LIMITS.evidence,
  items: record({ name: text, digest: text, context: textOrNull }),
};

const effect = record({
  kind: { type: "string", enum: ["difference", "ratio", "value", "count", "fraction"] },
  value: numberOrNull,
  low: numberOrNull,
  high: numberOrNull,
  confidence: numberOrNull,
});

const finding = record({
  id: text,
  kind: { type: "string", enum: ["expectation", "metric", "disparity", "drift", "requirement"] },
  check: { type: "object" },
  severity: { type: "string", enum: SEVERITIES },
  source: orNull(record({ path: text, line: { type: "integer", minimum: 1 } })),
  slice: { type: ["object", "null"], additionalProperties: text },
  outcome: { type: "string", enum: OUTCOMES },
  reason: textOrNull,
  baseline: numberOrNull,
  observed: numberOrNull,
  effect: orNull(effect),
  method: textOrNull,
  p: numberOrNull,
  pAdjusted: numberOrNull,
  n: numberOrNull,
  requiredN: numberOrNull,
  detectable: numberOrNull,
  samples: {
    type: "array",
    maxItems: LIMITS.samples,
    items: record({ row: { type: ["integer", "null"] }, value: {} }),
  },
  waiver: orNull(record({ reason: text, owner: text, expires: text })),
  why: text,
  remedy: textOrNull,
});

/** JSON Schema (draft 7) of a `GateReport`, version 1. */
export const GATE_REPORT_SCHEMA = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "ml-gates gate report",
  description: "What one gate judged, on which evidence, and what it found.",
  ...record(
    {
      version: { type: "integer", const: 1 },
      tool: record({ name: { type: "string", const: "ml-gates" }, version: text }),
      gate: record({
        id: { type: "string", pattern: "^[a-z][a-z0-9-]{0,63}$" },
        key: { type: ["string", "null"], maxLength: 200 },
        mode: { type: ["string", "null"], enum: ["screen", "prove", null] },
      }),
      verdict: { type: "string", enum: VERDICTS },
      blocks: { type: "boolean" },
      error: orNull(
        record({
          kind: { type: "string", enum: ["input", "evidence", "defect"] },
          problems: { type: "array", maxItems: LIMITS.problems, items: problem },
        }),
      ),
      summary: text,
      subject: record({ model: textOrNull, version: textOrNull, digest: digestOrNull, commit: textOrNull }),
      policy: orNull(
        record({
          source: { type: "string", enum: ["base", "own", "inputs"] },
          commit: textOrNull,
          path: textOrNull,
          digest: digestOrNull,
          proposedDigest: digestOrNull,
        }),
      ),
      evidence: {
        type: "array",
        maxItems: LIMITS.evidence,
        items: record(
          { role: text, uri: text, digest: digestOrNull, version: textOrNull, rows: numberOrNull },
          { commit: textOrNull, createdAt: textOrNull, datasets, parameters: textMap, unverified: text },
        ),
      },
      findings: { type: "array", maxItems: LIMITS.findings, items: finding },
      measurements: orNull(record({ schema: text, data: { type: "object" } })),
      run: record({
        url: textOrNull,
        attempt: { type: "integer" },
        leg: textMap,
        startedAt: text,
        seconds: { type: "number", minimum: 0 },
      }),
      digest,
    },
    { reportOnly: { type: "boolean", const: true } },
  ),
} as const;
