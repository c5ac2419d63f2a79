"""Writes the five pairs of real tables under fixtures/drift, which the drift peers and detect-drift are both run on.

  uv venv --python 3.11 VENV && uv pip install --python VENV/bin/python scikit-learn==1.9.1 'pandas<3' pyarrow
  npm pack vega-datasets@3.2.1 && tar xzf vega-datasets-3.2.1.tgz
  VENV/bin/python scripts/oracles/drift-tables.py package/data EMPLOYMENT

EMPLOYMENT is a folder with `reference.parquet` and `current.parquet`: the census rows of NannyML's package.
"""

import json
import sys
from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.datasets import load_breast_cancer, load_wine

VEGA, EMPLOYMENT = (Path(argument) for argument in sys.argv[1:3])
OUT = Path(__file__).parents[2] / "fixtures" / "drift"


def write(name, reference, current):
    for side, frame in (("reference", reference), ("current", current)):
        frame.reset_index(drop=True).to_parquet(OUT / f"{name}-{side}.parquet", index=False, compression="zstd")


def penguins():
    rows = pd.DataFrame(json.loads((VEGA / "penguins.json").read_text()))
    rows.columns = [column.lower().replace(" ", "_").replace("(", "").replace(")", "") for column in rows.columns]
    numeric = [column for column in rows.columns if rows[column].dtype == float or "_mm" in column or "_g" in column]
    rows = rows.dropna(subset=numeric)
    rows["sex"] = rows["sex"].where(rows["sex"].isin(["MALE", "FEMALE"]), "UNKNOWN")
    adelie, chinstrap = rows[rows.species == "Adelie"], rows[rows.species == "Chinstrap"]
    write("penguins", adelie.drop(columns="species"), chinstrap.drop(columns="species"))


def flights():
    rows = pd.DataFrame(json.loads((VEGA / "flights-10k.json").read_text()))
    month = rows["date"].str[:7]
    rows["hour"] = rows["date"].str[11:13].astype(int)
    kept = rows[["delay", "distance", "hour", "origin"]].copy()
    common = kept["origin"].value_counts().index[:12]
    kept["origin"] = kept["origin"].where(kept["origin"].isin(common), "other")
    write("flights", kept[month == "2001/01"], kept[month == "2001/03"])


def employment():
    columns = ["AGEP", "SCHL", "MAR", "RELP", "CIT", "ANC", "SEX", "RAC1P", "predicted_probability"]
    sides = [pd.read_parquet(EMPLOYMENT / f"{side}.parquet")[columns] for side in ("reference", "current")]
    write("employment", *(side.iloc[::23].head(3000) for side in sides))


def bundled(name, data):
    frame = pd.DataFrame(data.data, columns=[column.replace(" ", "_").replace("/", "_") for column in data.feature_names])
    middle = np.isin(data.target, [0])
    write(name, frame.iloc[:, :8][middle], frame.iloc[:, :8][~middle])


penguins()
flights()
employment()
bundled("breast-cancer", load_breast_cancer())
bundled("wine", load_wine())
