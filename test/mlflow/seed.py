"""Logs runs and models to the server at MLFLOW_TRACKING_URI with MLflow's own client; prints nothing of its own.

employment@champion  a run with metrics, a data set, predictions and a metrics file
employment@nan       a run whose metric is NaN
logged@champion      a logged model of MLflow 3, without a run, measured on two data sets
"""

import sys

from mlflow import MlflowClient
from mlflow.entities import Dataset, DatasetInput, InputTag

client = MlflowClient()
predictions = open(sys.argv[1], encoding="utf-8").read()
experiment = client.create_experiment("gates")


def register(model, alias, **made_from):
    version = client.create_model_version(model, await_creation_for=0, **made_from)
    client.set_registered_model_alias(model, alias, version.version)


def start_run(**metrics):
    run = client.create_run(experiment, tags={"mlflow.source.git.commit": "9f2c" * 10})
    for key, value in metrics.items():
        client.log_metric(run.info.run_id, key, value)
    return run.info.run_id


client.create_registered_model("employment")
run = start_run(f1=0.9, brier=float("inf"))
data = Dataset(name="test", digest="abc123", source_type="local", source="{}")
client.log_param(run, "depth", 3)
client.log_inputs(run, datasets=[DatasetInput(data, [InputTag("mlflow.data.context", "eval")])])
client.log_text(run, predictions, "predictions.csv")
client.log_dict(run, {"f1": 0.7}, "out/metrics.json")
register("employment", "champion", source=f"runs:/{run}/model", run_id=run)
run = start_run(f1=float("nan"))
register("employment", "nan", source=f"runs:/{run}/model", run_id=run)

client.create_registered_model("logged")
model = client.create_logged_model(experiment, name="m")
run = start_run()
on = {"model_id": model.model_id, "dataset_name": "test", "dataset_digest": "abc123"}
client.log_metric(run, "f1", 0.8, **on)
client.log_metric(run, "auc", 0.8, **on)
client.log_metric(run, "auc", 0.95, **{**on, "dataset_name": "train", "dataset_digest": "zzz"})
client.finalize_logged_model(model.model_id, "READY")
register("logged", "champion", source=f"models:/{model.model_id}", model_id=model.model_id)
