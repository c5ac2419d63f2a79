"""Writes samples of the metric files that real tools write into fixtures/metrics/<tool>/.

One function a tool, because no one environment holds them all. Run from the repository's root, such as:

    uv venv /tmp/sklearn && uv pip install --python /tmp/sklearn scikit-learn==1.9.1
    /tmp/sklearn/bin/python scripts/oracles/metric-files.py scikit_learn

fixtures/metrics/README.md names the version each sample was made with.
"""

import json
import math
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

# A neighbour of this script is called as a module that tools import.
sys.path.pop(0)
OUT = pathlib.Path("fixtures/metrics").resolve()
BIN = pathlib.Path(sys.executable).parent


def folder(tool):
    path = OUT / tool
    path.mkdir(parents=True, exist_ok=True)
    return path


def run(*command, cwd, **environment):
    done = subprocess.run(command, cwd=cwd, env={**os.environ, **environment}, capture_output=True, text=True)
    if done.returncode != 0:
        sys.stderr.write(done.stdout + done.stderr)
    return done


def scikit_learn():
    from sklearn.datasets import load_iris
    from sklearn.linear_model import LogisticRegression
    from sklearn.metrics import classification_report
    from sklearn.model_selection import train_test_split
    from sklearn.tree import DecisionTreeClassifier

    iris = load_iris()
    parts = train_test_split(iris.data[:, :2], iris.target, test_size=0.4, random_state=1)
    names = [str(name) for name in iris.target_names]
    for role, model in [("candidate", LogisticRegression()), ("baseline", DecisionTreeClassifier(max_depth=1))]:
        decided = model.fit(parts[0], parts[2]).predict(parts[1])
        report = classification_report(parts[3], decided, target_names=names, output_dict=True, zero_division=math.nan)
        (folder("scikit-learn") / f"{role}.json").write_text(json.dumps(report, indent=1) + "\n")


def dvc():
    out = folder("dvc")
    with tempfile.TemporaryDirectory() as work:
        run("git", "init", "-q", cwd=work)
        run("git", "config", "user.email", "made@fixtures.test", cwd=work)
        run("git", "config", "user.name", "made", cwd=work)
        run(BIN / "dvc", "init", "-q", cwd=work)
        script = pathlib.Path(work) / "train.py"
        script.write_text(
            "import sys\nfrom dvclive import Live\n"
            "with Live(save_dvc_exp=False, report=None) as live:\n"
            "    live.log_params({'lr': float(sys.argv[1]), 'optimizer': 'adam'})\n"
            "    for epoch in range(3):\n"
            "        live.log_metric('train/loss', 1 / (epoch + 1) / float(sys.argv[1]))\n"
            "        live.log_metric('val/acc', 0.8 + epoch / 50 + float(sys.argv[1]))\n"
            "        live.next_step()\n"
            "    live.log_metric('test/f1', 0.75 + float(sys.argv[1]) / 3, plot=False)\n"
        )
        (pathlib.Path(work) / "dvc.yaml").write_text("metrics: [dvclive/metrics.json]\n")
        run("git", "add", "-A", cwd=work)
        run("git", "commit", "-q", "-m", "start", cwd=work)
        for rate, word in [("0.01", "first"), ("0.02", "second")]:
            run(sys.executable, "train.py", rate, cwd=work)
            (pathlib.Path(work) / ".gitignore").write_text("__pycache__\n")
            run("git", "add", "-A", cwd=work)
            run("git", "commit", "-q", "-m", word, cwd=work)
        shutil.copy(f"{work}/dvclive/metrics.json", out / "dvclive-metrics.json")
        shutil.copy(f"{work}/dvclive/params.yaml", out / "dvclive-params.yaml")
        shutil.copy(f"{work}/dvclive/plots/metrics/val/acc.tsv", out / "dvclive-plot.tsv")
        diff = run(BIN / "dvc", "metrics", "diff", "--json", "--all", "HEAD~1", "HEAD", cwd=work)
        (out / "metrics-diff.json").write_text(diff.stdout)
        (out / "metrics-show.json").write_text(run(BIN / "dvc", "metrics", "show", "--json", cwd=work).stdout)
        (out / "params-diff.json").write_text(run(BIN / "dvc", "params", "diff", "--json", "--all", "HEAD~1", cwd=work).stdout)
        pathlib.Path(f"{work}/dvclive/metrics.json").write_text("{broken")
        (out / "metrics-show-error.json").write_text(run(BIN / "dvc", "metrics", "show", "--json", cwd=work).stdout)


def mlflow():
    os.environ["MLFLOW_ALLOW_FILE_STORE"] = "true"
    import mlflow
    from mlflow.entities import Dataset, DatasetInput, InputTag, Metric
    from mlflow.protos.service_pb2 import GetLoggedModel
    from mlflow.utils.proto_json_utils import message_to_json

    out = folder("mlflow")
    with tempfile.TemporaryDirectory() as work:
        mlflow.set_tracking_uri(f"file://{work}/mlruns")
        client = mlflow.MlflowClient()
        experiment = client.create_experiment("employment")
        dataset = Dataset(name="acs-2018", digest="8f2c11d0", source_type="local", source='{"uri": "test.parquet"}')
        for role, depth, auc in [("candidate", 5, 0.871), ("baseline", 4, 0.866)]:
            run_id = client.create_run(experiment, start_time=1700000000000, run_name=role).info.run_id
            client.log_param(run_id, "max_depth", depth)
            client.log_param(run_id, "objective", "binary")
            for step in range(4):
                client.log_metric(run_id, "loss", 0.5 / (step + 1), timestamp=1700000000000 + step, step=step)
            client.log_metric(run_id, "roc_auc", auc, timestamp=1700000000100)
            client.log_metric(run_id, "val/f1", math.nan, timestamp=1700000000100)
            client.log_metric(run_id, "ratio", math.inf, timestamp=1700000000100)
            client.log_batch(
                run_id,
                [Metric("accuracy", 0.8 + depth / 100, 1700000000100, 0, dataset_name="acs-2018", dataset_digest="8f2c11d0")],
            )
            client.log_inputs(run_id, [DatasetInput(dataset, [InputTag("mlflow.data.context", "eval")])])
            client.set_terminated(run_id, end_time=1700000001000)
            (out / f"{role}.json").write_text(rest_json(client.get_run(run_id)))
            if role == "candidate":
                shutil.copy(f"{work}/mlruns/{experiment}/{run_id}/metrics/loss", out / "file-store-loss")
                shutil.copy(f"{work}/mlruns/{experiment}/{run_id}/metrics/accuracy", out / "file-store-accuracy")
        logged = client.create_logged_model(experiment, name="employment", source_run_id=run_id, params={"max_depth": "4"})
        for name, digest, value in [("acs-2018", "8f2c11d0", 0.866), ("acs-2019", "77aa0e1f", 0.851)]:
            common = {"model_id": logged.model_id, "dataset_name": name, "dataset_digest": digest}
            metrics = [Metric("roc_auc", value, 1700000000100, 0, **common)]
            if name == "acs-2018":
                metrics.append(Metric("accuracy", 0.84, 1700000000100, 0, **common))
            client.log_batch(run_id, metrics)
        message = GetLoggedModel.Response()
        message.model.MergeFrom(client.get_logged_model(logged.model_id).to_proto())
        body = json.loads(message_to_json(message))
        body["model"]["info"]["artifact_uri"] = "mlflow-artifacts:/1"
        (out / "logged-model.json").write_text(json.dumps(body, indent=1) + "\n")


def rest_json(found):
    """The body of runs/get, as MLflow's own server writes it."""
    from mlflow.protos.service_pb2 import GetRun
    from mlflow.utils.proto_json_utils import message_to_json

    message = GetRun.Response()
    message.run.MergeFrom(found.to_proto())
    text = message_to_json(message)
    body = json.loads(text)
    body["run"]["info"]["artifact_uri"] = "mlflow-artifacts:/1"
    return json.dumps(body, indent=1) + "\n"


def wandb():
    import wandb

    out = folder("wandb")
    with tempfile.TemporaryDirectory() as work:
        found = wandb.init(project="employment", mode="offline", dir=work, config={"lr": 0.01})
        found.define_metric("loss", summary="min")
        for step in range(4):
            found.log({"loss": 0.5 / (step + 1), "val/acc": 0.8 + step / 100, "ratio": math.nan})
        found.log({"histogram": wandb.Histogram([1, 2, 2, 3])})
        # Offline, this version keeps the summary in its own binary file only: it is asked for.
        (out / "summary.json").write_text(json.dumps(found.summary._as_dict(), default=dict) + "\n")
        found.finish()


def lm_eval():
    out = folder("lm-eval")
    with tempfile.TemporaryDirectory() as work:
        task = pathlib.Path(work) / "tasks"
        task.mkdir()
        rows = [{"q": f"{a}+{b}=", "choices": [str(a + b), str(a + b + 1)], "gold": (a * b) % 2} for a in range(5) for b in range(6)]
        (task / "sums.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
        (task / "sums.yaml").write_text(
            "task: sums\ndataset_path: json\ndataset_kwargs: {data_files: {test: " + str(task / "sums.jsonl") + "}}\n"
            "test_split: test\noutput_type: multiple_choice\ndoc_to_text: '{{q}}'\ndoc_to_target: gold\n"
            "doc_to_choice: '{{choices}}'\n"
            "metric_list:\n  - {metric: acc, aggregation: mean, higher_is_better: true}\n"
            "  - {metric: acc_norm, aggregation: mean, higher_is_better: true}\nmetadata: {version: 1.0}\n"
        )
        for role, limit in [("candidate", []), ("limited", ["--limit", "10"]), ("baseline", ["--seed", "7"])]:
            made = run(BIN / "lm_eval", "--model", "dummy", "--tasks", "sums", "--include_path", str(task), "--log_samples",
                       "--output_path", f"{work}/{role}", *limit, cwd=work, HF_DATASETS_OFFLINE="1", HF_HUB_OFFLINE="1")
            for found in pathlib.Path(f"{work}/{role}").rglob("results_*.json"):
                if role != "baseline":
                    (out / f"{role}.json").write_text(found.read_text().replace(work, "/eval"))
            for found in pathlib.Path(f"{work}/{role}").rglob("samples_*.jsonl"):
                if role != "limited":
                    (out / f"{role}-samples.jsonl").write_text(found.read_text().replace(work, "/eval"))


def pytest_benchmark():
    out = folder("pytest-benchmark")
    with tempfile.TemporaryDirectory() as work:
        (pathlib.Path(work) / "test_speed.py").write_text(
            "import pytest\n"
            "@pytest.mark.parametrize('n', [100])\n"
            "def test_sort(benchmark, n):\n"
            "    benchmark.extra_info['recall'] = 0.93\n"
            "    benchmark.pedantic(sorted, args=(list(range(n, 0, -1)),), rounds=8, iterations=50)\n"
        )
        run(BIN / "pytest", "-q", "--benchmark-json=b.json", "--benchmark-save-data", "test_speed.py", cwd=work)
        found = json.loads(pathlib.Path(f"{work}/b.json").read_text())
        found["machine_info"] = {key: found["machine_info"][key] for key in ["machine", "python_version", "system"]}
        (out / "benchmark.json").write_text(json.dumps(found, indent=1) + "\n")


def kfp():
    from kfp import dsl, local

    out = folder("kubeflow")
    with tempfile.TemporaryDirectory() as work:
        from kfp.dsl import ClassificationMetrics, Metrics, Output
        from kfp.dsl.executor import Executor

        def evaluate(metrics: Output[Metrics], classes: Output[ClassificationMetrics]):
            metrics.log_metric("accuracy", 0.91)
            metrics.log_metric("log_loss", 0.31)
            classes.log_confusion_matrix(["no", "yes"], [[40, 10], [5, 45]])
            classes.log_roc_curve([0.0, 0.1, 1.0], [0.0, 0.8, 1.0], [1.0, 0.5, 0.0])

        artifact = lambda name, title: {"artifacts": [{"name": name, "type": {"schemaTitle": title}, "uri": f"{work}/{name}", "metadata": {}}]}
        executor_input = {
            "inputs": {},
            "outputs": {
                "artifacts": {
                    "metrics": artifact("metrics", "system.Metrics"),
                    "classes": artifact("classes", "system.ClassificationMetrics"),
                },
                "outputFile": f"{work}/executor_output.json",
            },
        }
        Executor(executor_input=executor_input, function_to_execute=evaluate).execute()
        text = pathlib.Path(f"{work}/executor_output.json").read_text().replace(work, "gs://pipeline")
        (out / "executor-output.json").write_text(json.dumps(json.loads(text), indent=1) + "\n")


def evidently():
    import pandas
    from evidently import BinaryClassification, DataDefinition, Dataset, Report
    from evidently.metrics import Accuracy, F1Score, RocAuc, RowCount, MissingValueCount

    data = pandas.DataFrame({"y": [0, 1] * 20, "p": [0, 1, 1, 1] * 10, "s": [0.2, 0.8, 0.6, 0.7] * 10, "age": [1.0, None] * 20})
    definition = DataDefinition(classification=[BinaryClassification(target="y", prediction_labels="p", prediction_probas="s")])
    report = Report([Accuracy(tests=[]), F1Score(), RocAuc(), RowCount(), MissingValueCount(column="age")])
    made = report.run(Dataset.from_pandas(data, data_definition=definition), None)
    (folder("evidently") / "report.json").write_text(json.dumps(json.loads(made.json()), indent=1) + "\n")


def keras():
    os.environ["KERAS_BACKEND"] = "jax"
    import keras
    import numpy

    out = folder("keras")
    keras.utils.set_random_seed(1)
    x = numpy.random.rand(64, 3)
    y = (x.sum(axis=1) > 1.5).astype("float32")
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(4, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer=keras.optimizers.Adam(0.05), loss="binary_crossentropy", metrics=["accuracy"])
    logger = keras.callbacks.CSVLogger(str(out / "log.csv"))
    history = model.fit(x, y, epochs=5, validation_split=0.25, callbacks=[logger], verbose=0)
    (out / "history.json").write_text(json.dumps({k: [float(v) for v in vs] for k, vs in history.history.items()}, indent=1) + "\n")
    text = (out / "log.csv").read_bytes().replace(b"\r\n", b"\n")
    (out / "log.csv").write_bytes(text)


def transformers():
    from transformers.trainer_callback import TrainerState

    out = folder("hugging-face")
    state = TrainerState(epoch=2.0, global_step=20, max_steps=20, num_train_epochs=2, train_batch_size=8)
    for step in [10, 20]:
        state.log_history.append({"loss": 0.9 - step / 50, "grad_norm": 1.2, "learning_rate": 5e-5, "epoch": step / 10, "step": step})
        state.log_history.append({"eval_loss": 0.8 - step / 60, "eval_accuracy": 0.8 + step / 400, "eval_runtime": 1.2, "epoch": step / 10, "step": step})
    state.log_history.append({"train_runtime": 11.0, "train_loss": 0.61, "total_flos": 1e12, "epoch": 2.0, "step": 20})
    state.best_metric, state.best_global_step, state.best_model_checkpoint = 0.85, 20, "out/checkpoint-20"
    state.save_to_json(str(out / "trainer_state.json"))


def huggingface_hub():
    from huggingface_hub import EvalResult, ModelCard, ModelCardData
    from huggingface_hub import EvalResultEntry, eval_result_entries_to_yaml
    import yaml

    out = folder("hugging-face")
    common = {"task_type": "text-classification", "dataset_name": "IMDb", "dataset_split": "test", "dataset_revision": "e6281661ce1c48d982bc483cf8a173c1bbeb5d31"}
    results = [EvalResult(dataset_type="imdb", metric_type=kind, metric_value=value, metric_name=kind.title(), **common) for kind, value in [("accuracy", 0.912), ("f1", 0.9)]]
    card = ModelCardData(license="apache-2.0", model_name="reviews", eval_results=results)
    ModelCard.from_template(card, template_str="---\n{{ card_data }}\n---\n\n# Reviews\n\nA model card.\n").save(out / "README.md")
    entries = [
        EvalResultEntry(dataset_id="cais/hle", task_id="default", value=20.9, dataset_revision="5503434ddd753f426f4b38109466949a1217c2bb", date="2026-01-15"),
        EvalResultEntry(dataset_id="Idavidrein/gpqa", task_id="gpqa_diamond", value=0.412),
    ]
    (out / "eval_results.yaml").write_text(yaml.safe_dump(eval_result_entries_to_yaml(entries), sort_keys=False))


def inspect_ai():
    from inspect_ai import Task, eval
    from inspect_ai.dataset import MemoryDataset, Sample
    from inspect_ai.model import ModelOutput, ModelUsage, get_model
    from inspect_ai.scorer import includes, match

    rows = [Sample(input=f"{n}?", target="yes" if n % 3 else "no", id=str(n)) for n in range(6)]
    task = Task(dataset=MemoryDataset(rows, name="questions"), scorer=[includes(), match()], version=2, name="answers")
    outputs = [ModelOutput.from_content("mockllm/model", "yes") for _ in rows]
    for output in outputs:
        output.usage = ModelUsage(input_tokens=2, output_tokens=1, total_tokens=3)
    with tempfile.TemporaryDirectory() as work:
        eval(task, model=get_model("mockllm/model", custom_outputs=outputs), log_dir=work, log_format="json", display="none")
        for found in pathlib.Path(work).glob("*.json"):
            log = json.loads(found.read_text().replace(work, "/eval"))
            # What a transcript holds beside the scores would be most of the file.
            log["samples"] = [{key: sample[key] for key in ["id", "epoch", "input", "target", "scores"]} for sample in log["samples"]]
            log["eval"]["model_args"], log["reductions"] = {}, None
            del log["plan"], log["stats"]
            (folder("inspect") / "log.json").write_text(json.dumps(log, indent=1) + "\n")


if __name__ == "__main__":
    globals()[sys.argv[1]]()
