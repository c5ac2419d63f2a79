/**
 * TensorFlow Model Analysis' `ValidationResult` as protobuf writes it in JSON, in either spelling of its names.
 *
 * @module
 */
import type { Finding } from "@ml-gates/gate";
import { type Importer, importFinding } from "./importer.ts";
import { type JsonRecord, numberOf, recordOf, recordsOf, textOf } from "./read-json.ts";

/** `validation_ok`; protobuf leaves a false one out, so the slices or the absence of thresholds tell too. */
export const TFMA: Importer = {
  tool: "tfma",
  isOwn: (value) => {
    const read = recordOf(value);
    return ["validation_ok", "metric_validations_per_slice", "missing_thresholds"].some(
      (name) => pick(read, name) !== undefined,
    );
  },
  list: (value) => {
    const failures = recordsOf(pick(value, "metric_validations_per_slice")).flatMap(importSlice);
    return [...failures, ...importWhole(value, failures.length)];
  },
};

/** A member by its protobuf name, or by the same in camel case. */
function pick(value: JsonRecord, name: string): JsonRecord[string] | undefined {
  return value[name] ?? value[name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())];
}

function importSlice(slice: JsonRecord): readonly Finding[] {
  const keys = recordsOf(pick(recordOf(pick(slice, "slice_key")), "single_slice_keys"));
  const group = Object.fromEntries(keys.map((key) => [textOf(key["column"]) ?? "", readGroup(key)]));
  return recordsOf(slice["failures"]).map((failure) => {
    const metric = textOf(recordOf(pick(failure, "metric_key"))["name"]) ?? "metric";
    const seen = pick(recordOf(pick(failure, "metric_value")), "double_value");
    return importFinding({
      id: [metric, ...Object.entries(group).map(([column, value]) => `${column}=${value}`)].join("/"),
      kind: "metric",
      check: recordOf(pick(failure, "metric_threshold")),
      slice: keys.length === 0 ? null : group,
      outcome: "fail",
      // Protobuf's JSON writes the wrapper of a number as the number; other writers write the wrapper.
      observed: numberOf(seen) ?? numberOf(recordOf(seen)["value"]),
      why: textOf(failure["message"]) ?? `${metric} is outside its threshold.`,
      remedy: "Mend the model; or change the threshold on the base branch first.",
    });
  });
}

/** Bytes come as base64. */
function readGroup(key: JsonRecord): string {
  const bytes = textOf(pick(key, "bytes_value"));
  if (bytes !== null) return Buffer.from(bytes, "base64").toString("utf8");
  return String(pick(key, "int64_value") ?? pick(key, "float_value") ?? "");
}

/** Without thresholds, or with a baseline that was never compared, an `ok` says nothing. */
function importWhole(value: JsonRecord, failures: number): readonly Finding[] {
  const id = "validation";
  if (pick(value, "missing_thresholds") === true)
    return [
      importFinding({
        id,
        outcome: "not-evaluable",
        reason: "missing-thresholds",
        why: "No threshold was set: nothing was judged.",
        remedy: "Set thresholds in the EvalConfig.",
      }),
    ];
  if (pick(value, "rubber_stamp") === true)
    return [
      importFinding({
        id,
        outcome: "skipped",
        reason: "no-baseline",
        why: "There was no baseline: checks of change did not run.",
      }),
    ];
  if (pick(value, "validation_ok") === true)
    return [importFinding({ id, outcome: "pass", why: "Every threshold holds." })];
  if (failures > 0) return [];
  return [
    importFinding({
      id,
      outcome: "fail",
      why: "The validation is not ok, and names no failure.",
      remedy: "Look at the evaluator's log.",
    }),
  ];
}
