/**
 * The gate file as its author typed it, once the schema has accepted it.
 *
 * @module
 */
import type { JsonValue } from "../canonical-json.ts";
import type { Severity } from "../finding.ts";
import type { Mode } from "../gate-report.ts";
import type { InconclusivePolicy } from "../verdict.ts";
import type { WrittenBehaviour } from "./behaviour-section.ts";
import type { WrittenDrift } from "./drift-written.ts";
import type { WrittenEvaluate } from "./evaluate-section.ts";
import type {
  ColumnType,
  LimitKind,
  MetricFormat,
  PLAIN_REDUCERS,
  ResultFormat,
  Trade,
  UnsupportedPolicy,
} from "./gate-file.ts";
import type { WrittenWaiver } from "./waivers-section.ts";

export type WrittenReducer =
  | (typeof PLAIN_REDUCERS)[number]
  | { readonly at?: number; readonly "at-best"?: string; readonly direction?: "higher" | "lower" };

export type WrittenCheck = {
  readonly metric: string;
  readonly direction?: "higher" | "lower";
  readonly reduce?: WrittenReducer;
  readonly by?: readonly string[];
  readonly severity?: Severity;
  readonly anchor?: WrittenLimits;
  readonly unless?: Trade;
} & WrittenLimits;

export type WrittenLimits = { readonly [kind in LimitKind]?: number };

export interface WrittenData {
  readonly name?: string;
  readonly path: string;
  readonly suite?: string;
  readonly checks?: readonly JsonValue[];
  readonly types?: Readonly<Record<string, ColumnType>>;
  readonly missing?: readonly string[];
  readonly base?: string;
  readonly parameters?: Readonly<Record<string, JsonValue>>;
  readonly unsupported?: UnsupportedPolicy;
  readonly "result-format"?: ResultFormat;
  readonly "result-path"?: string;
  readonly "index-columns"?: readonly string[];
}

export interface WrittenPredictions {
  readonly candidate: string;
  readonly baseline?: string;
  readonly anchor?: string;
  readonly "show-ids"?: boolean;
  readonly behaviour?: WrittenBehaviour;
  readonly "stored-at"?: string;
  readonly evaluate?: WrittenEvaluate;
  readonly columns: {
    readonly key: string;
    readonly label?: string;
    readonly prediction?: string;
    readonly score?: string;
    readonly scores?: Readonly<Record<string, string>>;
    readonly weight?: string;
    readonly cluster?: string;
    readonly query?: string;
    readonly fold?: string;
    readonly positive?: string | number | boolean;
  };
}

export interface WrittenMetrics {
  readonly candidate?: string;
  readonly baseline?: string;
  readonly format?: MetricFormat;
  readonly parameters?: string;
  readonly anchor?: string;
  readonly mode?: Mode;
  readonly by?: readonly string[];
  readonly checks: readonly WrittenCheck[];
}

export interface WrittenExplanations {
  readonly candidate: string;
  readonly baseline?: string;
  readonly "base-value": string | number;
  readonly tolerance?: number;
  readonly top?: number;
  readonly "min-stability"?: number;
  readonly "max-share"?: Readonly<Record<string, number>>;
}

export interface WrittenFairness {
  readonly by: readonly string[];
  readonly intersections?: readonly (readonly string[])[];
  readonly control?: readonly string[];
  readonly bins?: Readonly<Record<string, readonly number[]>>;
  readonly counts?: string;
  readonly "top-k"?: number;
  readonly explanations?: WrittenExplanations;
  readonly mode?: Mode;
  readonly minimum?: number;
  readonly missing?: "error" | "own-group";
  readonly expect?: Readonly<Record<string, readonly string[]>>;
  readonly reference?: Readonly<Record<string, string>>;
  readonly checks: readonly WrittenCheck[];
}

export interface WrittenRegistry {
  readonly kind?: "ledger";
  readonly branch?: string;
  readonly repository?: string;
  readonly alias?: string;
}

export interface WrittenEngine {
  readonly memory?: string;
  readonly threads?: number;
  readonly temp?: string;
  readonly "native-path"?: string;
}

export interface WrittenGateFile {
  readonly version: 1;
  readonly model?: string;
  readonly artifact?: string;
  readonly inconclusive?: InconclusivePolicy;
  readonly "report-only"?: boolean;
  readonly waivers?: readonly WrittenWaiver[];
  readonly engine?: WrittenEngine;
  readonly data?: readonly WrittenData[];
  readonly predictions?: WrittenPredictions;
  readonly metrics?: WrittenMetrics;
  readonly fairness?: WrittenFairness;
  readonly drift?: WrittenDrift;
  readonly registry?: WrittenRegistry;
}
