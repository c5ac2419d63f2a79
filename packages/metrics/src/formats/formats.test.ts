import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { METRIC_FORMATS, type MetricFormat } from "@ml-gates/gate";
import { describe, expect, it } from "vitest";
import { parseMetrics } from "../parse-metrics.ts";

const FIXTURES = resolve(import.meta.dirname, "../../../../fixtures/metrics");
const textOf = (name: string) => readFileSync(join(FIXTURES, name), "utf8");
/** Every file is read under one name: its content alone must tell the format. */
const read = (name: string) => parseMetrics(textOf(name), "metrics.json");

/** What stands in each sample, read off by eye. */
const SAMPLES: readonly (readonly [file: string, MetricFormat, Readonly<Record<string, number>>])[] = [
  ["bencher/metrics.json", "bencher", { "score batch.latency": 88, "load model.latency": 1204 }],
  ["dvc/dvclive-metrics.json", "nested", { "val.acc": 0.8600000000000001, step: 2 }],
  ["dvc/dvclive-plot.tsv", "table", { acc: 0.8600000000000001 }],
  ["dvc/metrics.toml", "nested", { loss: 0.25, "test.acc,none": 0.5, "test.count": 2 ** 53 }],
  ["dvc/metrics.yaml", "nested", { loss: 0.25, "test.acc,none": 0.5 }],
  ["dvc/metrics-diff.json", "dvc-metrics-diff", { "test.f1": 0.7566666666666667, step: 2 }],
  ["dvc/metrics-show.json", "dvc-metrics-show", { "test.f1": 0.7566666666666667, step: 2 }],
  [
    "evidently/report.json",
    "evidently",
    { "Accuracy(classification_name=default)": 0.75, "MissingValueCount(column=age).share": 0.5 },
  ],
  [
    "github-action-benchmark/output.json",
    "github-action-benchmark",
    { "score batch": 88.2, "model size": 10485760 },
  ],
  ["hugging-face/README.md", "model-index", { accuracy: 0.912, f1: 0.9 }],
  ["hugging-face/all_results.json", "trainer-results", { eval_accuracy: 0.85, eval_samples: 872 }],
  ["hugging-face/eval_results.yaml", "eval-results", { "cais/hle.default": 20.9 }],
  [
    "hugging-face/trainer_state.json",
    "trainer-state",
    { loss: 0.5, eval_accuracy: 0.8500000000000001, best_metric: 0.85, train_loss: 0.61 },
  ],
  ["inspect/log.json", "inspect", { "includes.accuracy": 2 / 3, "match.accuracy": 2 / 3 }],
  ["keras/history.json", "keras-history", { val_accuracy: 0.625, val_loss: 0.67081218957901 }],
  ["keras/log.csv", "table", { val_accuracy: 0.625, val_loss: 0.67081218957901 }],
  [
    "kubeflow/executor-output.json",
    "kfp-v2",
    { "metrics.log_loss": 0.31, "classes.accuracy": 85 / 100, "classes.precision.yes": 45 / 55 },
  ],
  ["kubeflow/sliced-classification.json", "kfp-v2", { "sex=1.recall.yes": 23 / 25, "sex=2.accuracy": 0.84 }],
  ["kubeflow/v1-metrics.json", "kfp-v1", { "accuracy-score": 0.912, "log-loss": 0.31 }],
  ["lightning/metrics.csv", "table", { train_loss: 0.225, val_acc: 0.76, val_loss: 0.44 }],
  ["lm-eval/candidate.json", "lm-eval", { "sums.acc,none": 14 / 30, "sums.acc_norm,none": 14 / 30 }],
  ["lm-eval/candidate-samples.jsonl", "lm-eval-samples", { "acc,none": 14 / 30, "acc_norm,none": 14 / 30 }],
  ["mlflow/candidate.json", "mlflow-run", { accuracy: 0.8500000000000001, "val/f1": Number.NaN }],
  ["mlflow/logged-model.json", "mlflow-run", { accuracy: 0.84 }],
  ["mlflow/metric-history.json", "mlflow-history", { loss: 0.125 }],
  ["mlflow/file-store-loss", "mlflow-history", { "metrics.json": 0.125 }],
  ["mlflow/file-store-accuracy", "mlflow-history", { "metrics.json": 0.8500000000000001 }],
  [
    "promptfoo/results.json",
    "promptfoo",
    {
      pass_rate: 3 / 4,
      errors: 0,
      "prompt 2.pass_rate": 1 / 2,
      "prompt 2.score": 0.75,
      "prompt 2.named.polite": 0,
    },
  ],
  [
    "pytest-benchmark/benchmark.json",
    "pytest-benchmark",
    { "test_speed.py::test_sort[100].recall": 0.93, "test_speed.py::test_sort[100].ops": 640994.8240425219 },
  ],
  [
    "scikit-learn/candidate.json",
    "classification-report",
    { "setosa.precision": 0.95, "versicolor.recall": 12 / 21, "setosa.support": 19 },
  ],
  ["scikit-learn/baseline.json", "classification-report", { "versicolor.precision": Number.NaN }],
  ["tables/epochs.jsonl", "table", { "train.loss": 0.4, val_acc: Number.NaN }],
  ["tables/folds.csv", "table", { rmse: 3.1, r2: 0.81 }],
  ["tables/long.csv", "table", { accuracy: 0.92, "accuracy.sex=1": 0.89 }],
  ["tables/long.jsonl", "table", { accuracy: 0.91, f1: 0.9 }],
  ["tables/wide.tsv", "table", { roc_auc: 0.871, "log loss": 0.412 }],
  ["wandb/graphql.json", "wandb-summary", { "val/acc": 0.83, "loss.min": 0.125, ratio: Number.NaN }],
  ["wandb/summary.json", "wandb-summary", { "val/acc": 0.8300000000000001, "loss.min": 0.125 }],
];

describe("a metrics file", () => {
  it.each(SAMPLES)("%s is read as %s, by its content alone", (file, format, values) => {
    const found = read(file);
    expect(found.format).toBe(format);
    for (const [name, value] of Object.entries(values)) {
      const seen = found.values.get(name);
      if (Number.isNaN(value)) expect(seen, name).toBeNaN();
      else expect(seen, name).toBeCloseTo(value, 12);
    }
    expect([...found.values.keys()]).toEqual(expect.arrayContaining(Object.keys(values)));
  });

  it("of every format has a sample", () => {
    const seen = new Set(SAMPLES.map(([, format]) => format));
    expect([...METRIC_FORMATS].filter((format) => !seen.has(format))).toEqual([]);
  });

  it("has the names that DVC's own flattening gives it", () => {
    const byDvc = [...read("dvc/metrics-diff.json").values].sort();
    expect([...read("dvc/metrics-show.json").values].sort()).toEqual(byDvc);
    expect([...read("dvc/dvclive-metrics.json").values].sort()).toEqual(byDvc);
  });

  it("is named after MLflow's file, whose name is the metric's", () => {
    const file = parseMetrics(textOf("mlflow/file-store-loss"), "mlruns/1/2/metrics/val/loss");
    expect([...file.values]).toEqual([["loss", 0.125]]);
  });

  it("that fits two formats is refused, and the gate file may say which it is", () => {
    const both = JSON.stringify({
      metrics: [{ name: "accuracy", numberValue: 0.9, metric_name: "Accuracy()", value: 0.8 }],
    });
    expect(() => parseMetrics(both, "m.json")).toThrow(
      /can be read as `evidently` and as `kfp-v1`.*format: evidently/,
    );
    expect([...parseMetrics(both, "m.json", "kfp-v1").values]).toEqual([["accuracy", 0.9]]);
    expect([...parseMetrics(both, "m.json", "evidently").values]).toEqual([["Accuracy()", 0.8]]);
  });

  it("that is not of the format the gate file says is refused", () => {
    expect(() => parseMetrics('{"a": 1}', "m.json", "lm-eval")).toThrow(
      /read as `lm-eval`.*holds no metrics/,
    );
  });

  it("without anything special in it may be said to be a table of one row", () => {
    const line = '{"metric": "accuracy", "value": 0.9}';
    expect([...parseMetrics(line, "m.jsonl", "table").values]).toEqual([["accuracy", 0.9]]);
  });
});

describe("a file that says its tool failed is no evidence", () => {
  it("DVC: an error in place of data, though DVC ended with success", () => {
    expect(() => read("dvc/metrics-show-error.json")).toThrow(/JSON file structure is corrupted/);
    expect(() => read("dvc/metrics-show-error.json")).toThrow(
      expect.objectContaining({ name: "EvidenceError" }),
    );
  });

  it("Inspect: a status that is not success", () => {
    const broken = textOf("inspect/log.json").replace('"status": "success"', '"status": "cancelled"');
    expect(() => parseMetrics(broken, "log.json")).toThrow(/has status "cancelled"/);
  });

  it("DVC: metrics of several revisions name no candidate", () => {
    const two = '{"main": {"data": {"m.json": {"data": {"a": 1}}}}, "workspace": {"data": {}}}';
    expect(() => parseMetrics(two, "m.json")).toThrow(/holds the metrics of 2 revisions/);
  });
});

describe("what a file states beside its numbers", () => {
  const detail = (file: string, name: string) => read(file).details.get(name);

  it("lm-eval: direction, n, standard error, and what makes two evaluations comparable", () => {
    const found = detail("lm-eval/candidate.json", "sums.acc,none");
    expect(found?.direction).toBe("higher");
    expect(found?.uncertainty).toEqual({ n: 30, standardError: 0.09264111117062017 });
    expect(found?.facts.map(({ name }) => name)).toEqual([
      "task version",
      "n-shot",
      "n-samples",
      "task hash",
    ]);
    expect(read("lm-eval/limited.json").facts).toContainEqual({ name: "limit", value: "10" });
    expect(read("lm-eval/candidate.json").parameters).toContainEqual({ name: "model", value: "dummy" });
    expect([...read("lm-eval/candidate.json").values.keys()]).toHaveLength(2);
  });

  it("lm-eval: a standard error that is the text N/A is none, and lower may be better", () => {
    const text = JSON.stringify({
      results: {
        wiki: { "word_perplexity,none": 11.5, "word_perplexity_stderr,none": "N/A", alias: "wiki" },
      },
      groups: { all: { "acc,none": 0.5 } },
      higher_is_better: { wiki: { word_perplexity: false } },
      versions: { wiki: 2 },
      config: { limit: 5 },
    });
    const found = parseMetrics(text, "m.json");
    expect([...found.values]).toEqual([
      ["all.acc,none", 0.5],
      ["wiki.word_perplexity,none", 11.5],
    ]);
    expect(found.details.get("wiki.word_perplexity,none")).toMatchObject({
      direction: "lower",
      uncertainty: {},
    });
  });

  it("scikit-learn: support as n of what is a share of it", () => {
    const recall = detail("scikit-learn/candidate.json", "versicolor.recall");
    expect(recall?.uncertainty?.n).toBe(21);
    // sqrt(4/7 * 3/7 / 21)
    expect(recall?.uncertainty?.standardError).toBeCloseTo(0.10798984943, 10);
    expect(detail("scikit-learn/candidate.json", "accuracy")?.uncertainty?.n).toBe(60);
    expect(detail("scikit-learn/candidate.json", "versicolor.precision")?.uncertainty).toBeNull();
    expect(read("scikit-learn/candidate.json").facts).toContainEqual({
      name: "support",
      value: "19, 21, 20",
    });
  });

  it("pytest-benchmark: rounds and their spread", () => {
    const mean = detail("pytest-benchmark/benchmark.json", "test_speed.py::test_sort[100].mean");
    expect(mean?.direction).toBe("lower");
    expect(mean?.uncertainty).toMatchObject({ n: 8, standardDeviation: 2.456509038751215e-7 });
    expect(mean?.uncertainty?.rounds).toHaveLength(8);
    expect(detail("pytest-benchmark/benchmark.json", "test_speed.py::test_sort[100].ops")?.direction).toBe(
      "higher",
    );
  });

  it("Bencher and github-action-benchmark: bounds, and the direction of a unit", () => {
    expect(detail("bencher/metrics.json", "score batch.latency")?.uncertainty).toEqual({
      low: 87.42,
      high: 88.88,
    });
    expect(detail("github-action-benchmark/output.json", "score batch")).toMatchObject({
      direction: "lower",
      uncertainty: { low: 86.8, high: 88.2 + 1.4 },
      facts: [{ name: "unit", value: "ms" }],
    });
    expect(detail("github-action-benchmark/output.json", "score batch throughput")?.direction).toBe("higher");
  });

  it("MLflow: parameters, and the digest of what was evaluated, not of what was trained on", () => {
    const run = read("mlflow/candidate.json");
    expect(run.parameters).toContainEqual({ name: "max_depth", value: "5" });
    expect(run.facts).toEqual([{ name: "dataset digest (eval)", value: "8f2c11d0" }]);
    expect(run.details.get("accuracy")?.facts).toEqual([{ name: "dataset digest", value: "8f2c11d0" }]);
    const trained = textOf("mlflow/candidate.json").replace('"value": "eval"', '"value": "training"');
    expect(parseMetrics(trained, "m.json").facts).toEqual([]);
  });

  it("MLflow: a logged model's metric on several data sets is none", () => {
    const model = read("mlflow/logged-model.json");
    expect([...model.aside]).toEqual([["roc_auc", "a value on each of several data sets"]]);
    expect(model.parameters).toEqual([{ name: "max_depth", value: "4" }]);
  });

  it("MLflow: the largest double is how a database stored infinity", () => {
    const stored = textOf("mlflow/candidate.json").replace('"Infinity"', "1.7976931348623157e+308");
    expect(parseMetrics(stored, "m.json").values.get("ratio")).toBe(Number.POSITIVE_INFINITY);
  });

  it("seeds and folds: each value, its spread, its standard error", () => {
    // Hand: 3.1, 2.9, 3.3 have mean 3.1 and standard deviation 0.2.
    const rmse = detail("tables/folds.csv", "rmse")?.uncertainty;
    expect(rmse?.n).toBe(3);
    expect(rmse?.standardDeviation).toBeCloseTo(0.2, 12);
    expect(rmse?.standardError).toBeCloseTo(0.2 / Math.sqrt(3), 12);
    expect(rmse?.seeds).toEqual([
      { name: "0", value: 3.1 },
      { name: "1", value: 2.9 },
      { name: "2", value: 3.3 },
    ]);
  });

  it("DVC's diff: the baseline beside the candidate, without what is missing there", () => {
    expect(read("dvc/metrics-diff.json").baseline?.values.get("test.f1")).toBe(0.7533333333333333);
    const gone =
      '{"a.json": {"x": {"old": 1, "new": null}}, "b.json": {"x": {"old": 1, "new": 2, "diff": 1}}}';
    const found = parseMetrics(gone, "m.json");
    expect([...found.values]).toEqual([["b.json.x", 2]]);
    expect([...(found.baseline?.values ?? [])]).toEqual([
      ["a.json.x", 1],
      ["b.json.x", 1],
    ]);
  });

  it("a model card's and eval_results' revision and split", () => {
    expect(detail("hugging-face/README.md", "accuracy")?.facts).toContainEqual({
      name: "dataset split",
      value: "test",
    });
    expect(detail("hugging-face/eval_results.yaml", "cais/hle.default")?.facts).toContainEqual({
      name: "dataset revision",
      value: "5503434ddd753f426f4b38109466949a1217c2bb",
    });
  });

  it("Inspect and promptfoo: the digest of the samples and tests", () => {
    expect(read("inspect/log.json").facts.map(({ name }) => name)).toContain("sample ids");
    const other = textOf("promptfoo/results.json").replaceAll('"Ada"', '"Eve"');
    expect(parseMetrics(other, "m.json").facts).not.toEqual(read("promptfoo/results.json").facts);
  });

  it("a model card with several data sets names its metrics by them", () => {
    const result = (dataset: string, split: string) =>
      `  - task: { type: t }\n    dataset: { type: ${dataset}, name: n, split: ${split} }\n    metrics: [{ type: f1, value: 0.5 }]\n`;
    const card = (...results: readonly string[]) =>
      `---\nmodel-index:\n- name: m\n  results:\n${results.join("")}---\n# Card\n`;
    const names = (text: string) => [...parseMetrics(text, "README.md").values.keys()];
    expect(names(card(result("imdb", "test"), result("sst2", "test")))).toEqual(["imdb.f1", "sst2.f1"]);
    expect(names(card(result("imdb", "test"), result("imdb", "dev")))).toEqual([
      "imdb.test.f1",
      "imdb.dev.f1",
    ]);
  });
});
