/**
 * A suite's results as Great Expectations writes them, for the readers of its users.
 *
 * @module
 */
import type { JsonValue, ResultFormat, Severity } from "@ml-gates/gate";
import type { Column, CountedValue } from "@ml-gates/queries";
import type { Evaluated } from "../question.ts";
import { roundExactly } from "../round-exactly.ts";
import type { Expectation, Generation, Suite } from "../suite.ts";
import { renderMapResult, tellCut } from "./render-map-result.ts";
import { renderRunMeta, type ValidationRun } from "./render-run-meta.ts";

type JsonRecord = Readonly<Record<string, JsonValue>>;

/** What a result JSON says beside the results. */
export interface ValidationFacts {
  readonly format: ResultFormat;
  readonly columns: readonly Column[];
  /** Names of the columns that name a row; empty for its position. */
  readonly indexColumns: readonly string[];
  /** Run-time values of the suite's parameters. */
  readonly parameters: JsonRecord;
  readonly run: ValidationRun;
  /** What the statements of `planValueCounts` returned, by index of the result. */
  readonly valueCounts?: ReadonlyMap<number, readonly CountedValue[]>;
}

/**
 * The validation result, in the shape of the suite's generation: 0.18 when every expectation is of 0.18, else 1.x. The
 * results stand in the suite's order and `exception_info` is flat. A list that was cut says so in `meta` of its result.
 *
 * @example
 * renderValidationResult({ name: "s", expectations: [] }, [], { format: "BASIC", columns: [], indexColumns: [], parameters: {}, run: { toolVersion: "1.0.0", data: "d.csv", dataName: "d", digest: "sha256:0", startedAt: "2026-01-02T03:04:05.678Z" } }).statistics; // => { evaluated_expectations: 0, successful_expectations: 0, unsuccessful_expectations: 0, success_percent: null }
 */
export function renderValidationResult(
  suite: Suite,
  evaluated: readonly Evaluated[],
  facts: ValidationFacts,
): JsonRecord {
  const generation = generationOf(suite);
  const successful = evaluated.filter(({ success }) => success).length;
  const name = suite.name ?? facts.run.dataName;
  const judged = {
    success: successful === evaluated.length,
    results: suite.expectations.flatMap((expectation, index) => {
      const each = evaluated[index];
      return each === undefined
        ? []
        : renderResult(expectation, each, {
            ...facts,
            generation,
            counted: facts.valueCounts?.get(index),
          });
    }),
  };
  const counted = {
    statistics: {
      evaluated_expectations: evaluated.length,
      successful_expectations: successful,
      unsuccessful_expectations: evaluated.length - successful,
      success_percent: evaluated.length === 0 ? null : (successful / evaluated.length) * 100,
    },
    meta: renderRunMeta(facts.run, { generation, suite: name }),
  };
  return generation === "0.18"
    ? { ...judged, evaluation_parameters: facts.parameters, ...counted }
    : { ...judged, suite_name: name, suite_parameters: facts.parameters, ...counted, id: null };
}

function generationOf({ expectations }: Suite): Generation {
  return expectations.length > 0 && expectations.every(({ generation }) => generation === "0.18")
    ? "0.18"
    : "1.x";
}

type ResultFacts = ValidationFacts & {
  readonly generation: Generation;
  readonly counted: readonly CountedValue[] | undefined;
};

function renderResult(expectation: Expectation, evaluated: Evaluated, facts: ResultFacts): JsonRecord {
  const { counts, samples, exception } = evaluated;
  const { kwargs } = expectation;
  const map = counts === null || exception !== null ? null : { ...facts, kwargs, counts, samples };
  return {
    success: evaluated.success,
    expectation_config: renderConfig(expectation, facts.generation),
    result: map === null ? renderValue(evaluated, facts.format) : renderMapResult(map),
    meta: (map === null ? null : tellCut(map)) ?? {},
    exception_info: {
      raised_exception: exception !== null,
      // Documentation pages of Great Expectations want text here.
      exception_traceback: exception === null ? null : "",
      exception_message: exception,
    },
  };
}

function renderValue({ observed, exception, result }: Evaluated, format: ResultFormat): JsonRecord {
  if (format === "BOOLEAN_ONLY" || exception !== null) return {};
  return result ?? { observed_value: typeof observed === "number" ? roundExactly(observed) : observed };
}

const SEVERITIES: Readonly<Record<Severity, string>> = { block: "critical", warn: "warning", info: "info" };

function renderConfig(expectation: Expectation, generation: Generation): JsonRecord {
  const { name, severity, meta, id, notes, description, writtenKwargs: kwargs } = expectation;
  const written = { kwargs, meta };
  const given = (told: JsonRecord) =>
    Object.fromEntries(Object.entries(told).filter(([, value]) => value !== null));
  return generation === "0.18"
    ? { expectation_type: name, ...written, ...given({ ge_cloud_id: id }) }
    : {
        type: name,
        ...written,
        ...given({ id, notes, description }),
        severity: SEVERITIES[severity],
      };
}
