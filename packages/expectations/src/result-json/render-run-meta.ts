/**
 * What a result JSON says of its run: who validated what, and when.
 *
 * @module
 */
import type { JsonValue } from "@ml-gates/gate";
import type { Generation } from "../suite.ts";

/** The run that made a result JSON. */
export interface ValidationRun {
  readonly toolVersion: string;
  /** Path of the data, as the user wrote it. */
  readonly data: string;
  /** The data's name in reports. */
  readonly dataName: string;
  /** Of the data's bytes. */
  readonly digest: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
}

/** The releases whose shape is written; readers choose how to read by them. */
const SHAPES: Readonly<Record<Generation, string>> = { "0.18": "0.18.22", "1.x": "1.24.1" };

/** `meta` of a validation result; `ml_gates_version` says who really wrote it. */
export function renderRunMeta(
  { toolVersion, data, dataName, digest, startedAt }: ValidationRun,
  { generation, suite }: { readonly generation: Generation; readonly suite: string },
): Readonly<Record<string, JsonValue>> {
  const stamp = `${startedAt.replaceAll(/[-:]|\.\d+Z?$|Z$/g, "")}.${fractionOf(startedAt)}Z`;
  const old = generation === "0.18";
  return {
    great_expectations_version: SHAPES[generation],
    ml_gates_version: toolVersion,
    ...(old ? { expectation_suite_name: suite } : {}),
    run_id: { run_name: null, run_time: startedAt.replace(/Z$/, "+00:00") },
    batch_spec: { path: data, digest },
    batch_markers: { ge_load_time: stamp },
    active_batch_definition: {
      datasource_name: "ml-gates",
      data_connector_name: "files",
      data_asset_name: dataName,
      batch_identifiers: { path: data },
    },
    validation_time: old ? stamp : startedAt.replace(/Z$/, "+00:00"),
    ...(old ? { checkpoint_name: null } : {}),
  };
}

function fractionOf(instant: string): string {
  return (/\.(\d{1,6})/.exec(instant)?.[1] ?? "").padEnd(6, "0");
}
