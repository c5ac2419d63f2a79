"""Writes fixtures/drift/scored-*.parquet, classes-*.parquet and fixtures/oracles/drift-estimates.json.

  uv venv --python 3.11 VENV && uv pip install --python VENV/bin/python nannyml==0.13.1 statsmodels 'pandas<3'
  VENV/bin/python scripts/oracles/drift-estimates.py EMPLOYMENT

EMPLOYMENT is a folder with `reference.parquet` and `current.parquet`: the census rows of NannyML's package, with the
scores of a production model. The classes are scikit-learn's digits 3, 5, 8 and 9, told apart by a model of few pixels.
"""

import json
import sys

# A file beside this one is called as a module of the standard library is.
sys.path.pop(0)

from importlib.metadata import version
from pathlib import Path

import nannyml as nml
import numpy as np
import pandas as pd
from nannyml.calibration import needs_calibration
from sklearn.datasets import load_digits
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_predict

EMPLOYMENT = Path(sys.argv[1])
ROOT = Path(__file__).parents[2] / "fixtures"
METRICS = ["accuracy", "precision", "recall", "specificity", "f1", "roc_auc"]


def write(name, reference, current):
    for side, frame in (("reference", reference), ("current", current)):
        frame.to_parquet(ROOT / "drift" / f"{name}-{side}.parquet", index=False, compression="zstd")


def scored():
    columns = ["id", "employed", "predicted_probability", "prediction"]
    sides = [pd.read_parquet(EMPLOYMENT / f"{side}.parquet")[columns] for side in ("reference", "current")]
    sides = [side.iloc[::20].head(3400).astype({"employed": int, "prediction": int}) for side in sides]
    return [side.reset_index(drop=True) for side in sides]


def classes():
    digits = load_digits()
    kept = np.isin(digits.target, [3, 5, 8, 9])
    x, y = digits.data[kept][:, 18:46:3], digits.target[kept]
    model = LogisticRegression(max_iter=2000)
    scores = cross_val_predict(model, x, y, cv=5, method="predict_proba")
    labels = sorted(set(y))
    frame = pd.DataFrame({f"p{label}": scores[:, at].round(4) for at, label in enumerate(labels)})
    frame.insert(0, "id", np.arange(len(frame)))
    frame["digit"] = [f"d{label}" for label in y]
    frame["decided"] = [f"d{labels[at]}" for at in scores.argmax(axis=1)]
    half = len(frame) // 2
    return [frame.iloc[:half].reset_index(drop=True), frame.iloc[half:].reset_index(drop=True)]


def estimate(reference, current, metrics, **arguments):
    estimator = nml.CBPE(metrics=metrics, chunk_number=1, **arguments)
    estimator.fit(reference)
    frame = estimator.estimate(current).filter(period="analysis").to_df()
    values = {
        metric: {
            "value": float(frame[metric]["value"].iloc[0]),
            "sampling_error": float(frame[metric]["sampling_error"].iloc[0]),
        }
        for metric in metrics
    }
    return values, estimator


reference, current = scored()
write("scored", reference, current)
binary, estimator = estimate(
    reference,
    current,
    METRICS,
    problem_type="classification_binary",
    y_true="employed",
    y_pred="prediction",
    y_pred_proba="predicted_probability",
)
left, right = classes()
write("classes", left, right)
names = {label: f"p{label[1:]}" for label in sorted(set(left["digit"]))}
multiclass, _ = estimate(
    left,
    right,
    METRICS[:5],
    problem_type="classification_multiclass",
    y_true="digit",
    y_pred="decided",
    y_pred_proba=names,
)
flags = {
    label: bool(
        needs_calibration(
            (left["digit"] == label).to_numpy().astype(int), left[column].to_numpy(), nml.calibration.IsotonicCalibrator()
        )
    )
    for label, column in names.items()
}
outcome = {
    "tool": "nannyml",
    "version": version("nannyml"),
    "command": "VENV/bin/python scripts/oracles/drift-estimates.py EMPLOYMENT",
    "binary": {"calibrated": bool(estimator.needs_calibration), "metrics": binary},
    "multiclass": {"calibrated": flags, "metrics": multiclass},
}
(ROOT / "oracles" / "drift-estimates.json").write_text(json.dumps(outcome, indent=1) + "\n")
