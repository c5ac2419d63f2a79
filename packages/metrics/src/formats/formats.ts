/**
 * Every format of metric files by its name: a new one is a reader and a line here.
 *
 * @module
 */
import type { MetricFormat } from "@ml-gates/gate";
import type { FormatReader } from "./format-reader.ts";
import { bencher, githubActionBenchmark, pytestBenchmark } from "./read-benchmarks.ts";
import { classificationReport } from "./read-classification-report.ts";
import { dvcMetricsDiff, dvcMetricsShow } from "./read-dvc.ts";
import { evidently } from "./read-evidently.ts";
import { evalResults, modelIndex, trainerState } from "./read-hugging-face.ts";
import { inspect } from "./read-inspect.ts";
import { kerasHistory } from "./read-keras.ts";
import { kfpV1, kfpV2 } from "./read-kubeflow.ts";
import { lmEval } from "./read-lm-eval.ts";
import { lmEvalSamples } from "./read-lm-eval-samples.ts";
import { mlflowHistory, mlflowRun } from "./read-mlflow.ts";
import { nested, trainerResults } from "./read-nested.ts";
import { promptfoo } from "./read-promptfoo.ts";
import { table } from "./read-tables.ts";
import { wandbSummary } from "./read-wandb.ts";

export const FORMATS: Readonly<Record<MetricFormat, FormatReader>> = {
  nested,
  table,
  bencher,
  "classification-report": classificationReport,
  "dvc-metrics-diff": dvcMetricsDiff,
  "dvc-metrics-show": dvcMetricsShow,
  "eval-results": evalResults,
  evidently,
  "github-action-benchmark": githubActionBenchmark,
  inspect,
  "keras-history": kerasHistory,
  "kfp-v1": kfpV1,
  "kfp-v2": kfpV2,
  "lm-eval": lmEval,
  "lm-eval-samples": lmEvalSamples,
  "mlflow-history": mlflowHistory,
  "mlflow-run": mlflowRun,
  "model-index": modelIndex,
  promptfoo,
  "pytest-benchmark": pytestBenchmark,
  "trainer-results": trainerResults,
  "trainer-state": trainerState,
  "wandb-summary": wandbSummary,
};
