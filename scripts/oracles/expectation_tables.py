"""The tables of fixtures/expectations with the traps in them: missing values of every kind, and one bad row at the end."""

import csv
from pathlib import Path

TABLES = Path(__file__).resolve().parents[2] / "fixtures" / "expectations"
N = None

TRAPS = {
    # Numbers with holes; `b` is near `a`, `total` their sum but for two rows.
    "a": [1, 2, 3, 4, N, 6, 7, 8, 2, N, 5, 9, 1, 2, 3, 4, N, 6, 7, 8, 2, 5, 5, 9],
    "b": [1, 3, 2, 4, 5, N, 7, 8, 1, N, 6, 9, 1, 3, 2, 4, 0, 6, 7, 8, 1, 5, 4, 9],
    "c": [2, 5, 5, 8, N, N, 14, 16, 4, N, 11, 18, 2, 5, 5, 8, 0, 12, 14, 15, 3, 10, 9, 18],
    # Texts: keys with holes, words, and what tools take for a missing value.
    "city": ["Köln", "Basel", "Köln", N, "Oslo", "Oslo", N, N, "Basel", "Łódź", "北京", "Köln"] * 2,
    "code": ["x1", "x2", "x3", "x4", "x5", "x6", "x7", N, "x9", "y0", "y1", "y2"] * 2,
    "word": ["anna", "Otto", "a_b", "50%", "línea", "x" * 12, "ab12", "abab", N, "z", "Anna", "a-b"] * 2,
    "token": ["NA", "NULL", "nan", "none", "", "ok", "null", "N/A", "-", "ok", "None", "n/a"] * 2,
    "grade": ["low", "mid", "low", "high", "mid", "low", N, "mid", "low", "low", "mid", "high"] * 2,
    # Texts that hold something else.
    "json": ['{"n": 1}', "[1, 2]", "null ", '"t"', "NaN", '{"n": -1}', N, '{"n": "x"}', "12", '{"n": 3}', '{"m": 0}', "{}"] * 2,
    "bad_json": ['{"n": 1}', "{n: 1}", "[1,]", "tru", N, "{'n': 1}", "1 2", "{}", "[]", "0x1", "\"\\ud83d\"", "\t7"] * 2,
    "day": ["2024-01-31", "2024-02-30", "2024-2-3", "2024-02-29", "31.01.2024", N] * 4,
    "date": ["2024-01-31", "2024-02-28", "2023-12-31", "2024-02-29", "2023-02-28", N] * 4,
    "spoken": ["2024-01-31", "Jan 31 2024", "31 January 2024 10:05", "yesterday", "13/13/2024", N, "10:30", "2024-01-31T10:00:00+02:00"] * 3,
    # Numbers in order and out of it.
    "rising": [1, 2, 2, N, 3, 4, 5, 5, N, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20],
    "strict": list(range(100, 124)),
    "spread": [10, 11, 9, 10, 12, 8, 10, 11, 9, 10, 100, N, 10, 11, 9, 10, 12, 8, 10, 11, 9, 10, -70, 10],
    "sparse": [N] * 21 + [1.5, N, 2.5],
    # Digits that lose their zeros, and numbers but for the last row.
    "zip": [f"{value:05d}" for value in [1067, 4109, 10115, 1067, 99999, 80331, 7743, 6108] * 3],
    "late": [str(value) for value in range(23)] + ["12x"],
    "nothing": [N] * 24,
}
NUMBERS = ["a", "b", "c", "rising", "strict", "spread", "sparse"]


def write_csv(path, rows):
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(TRAPS)
        writer.writerows([["" if cell is N else cell for cell in row] for row in rows])


def write_traps():
    """The same values as text and as typed columns, both without any row too, and some of the rows."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    kinds = {name: pa.float64() if name == "sparse" else pa.int64() if name in NUMBERS else pa.string() for name in TRAPS}
    table = pa.table({name: pa.array(cells, kinds[name]) for name, cells in TRAPS.items()})
    pq.write_table(table, TABLES / "traps.parquet")
    pq.write_table(table.slice(0, 0), TABLES / "empty.parquet")
    pq.write_table(table.slice(0, 20), TABLES / "fewer.parquet")
    write_csv(TABLES / "traps.csv", zip(*TRAPS.values()))
    write_csv(TABLES / "empty.csv", [])
