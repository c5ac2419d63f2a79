"""How pandas.read_csv types columns of text: the oracle of the embedded engine's typing.

Run: python scripts/oracles/read-csv-types.py > fixtures/oracles/read-csv-types.json
"""

import io
import json
import math
import sys

import pandas as pd

COLUMNS = {
    "whole numbers": ["1", "2", "-3"],
    "whole numbers with signs and zeros": ["+1", "007", "-0"],
    "whole numbers among blanks": [" 1", "2 ", "3"],
    "the largest 64-bit integer": ["9223372036854775807", "-9223372036854775808"],
    "beyond 64 bits signed": ["9223372036854775808", "1"],
    "beyond 64 bits unsigned": ["18446744073709551616", "1"],
    "beyond 64 bits, signed below zero": ["18446744073709551615", "-1"],
    "decimals": ["1.5", ".5", "1.", "-2.25"],
    "whole numbers and a decimal": ["1", "2.5"],
    "exponents": ["1e3", "2E-3", "1.5e+2"],
    "infinities": ["inf", "-inf", "Infinity", "+inf"],
    "too large for a float": ["1e999", "1"],
    "digits with underscores": ["1_000", "2"],
    "hexadecimal": ["0x1F", "2"],
    "digits with commas": ['"1,000"', "2"],
    "a trailing letter": ["1d", "2"],
    "booleans": ["True", "False"],
    "booleans in other cases": ["true", "FALSE", "TRUE", "false"],
    "booleans in a case of their own": ["tRUE", "False"],
    "booleans and a number": ["True", "1"],
    "yes and no": ["yes", "no"],
    "dates": ["2024-01-02", "2024-02-29"],
    "text": ["a", "b"],
    "numbers with a percent sign": ["5%", "6%"],
    "every missing text": ["", "#N/A", "#N/A N/A", "#NA", "-1.#IND", "-1.#QNAN", "-NaN", "-nan", "1.#IND", "1.#QNAN"]
    + ["<NA>", "N/A", "NA", "NULL", "NaN", "None", "n/a", "nan", "null"],
    "texts that are nearly missing": ["NAN", "none", "Na", "#n/a", "-"],
    "quoted missing texts": ['"NA"', '""', '"x"'],
    "whole numbers with a missing one": ["1", "NA", "3"],
    "decimals with a missing one": ["1.5", ""],
    "booleans with a missing one": ["True", "", "False"],
    "text with a missing one": ["a", "null"],
}


def read(values):
    text = "k,v\n" + "".join(f"{i},{value}\n" for i, value in enumerate(values))
    column = pd.read_csv(io.StringIO(text))["v"]
    plain = [None if pd.isna(value) else plainly(value) for value in column.tolist()]
    return {"text": text, "dtype": str(column.dtype), "values": plain}


def plainly(value):
    """A value as JSON can hold it exactly: infinities and whole numbers beyond 2^53 as text."""
    if isinstance(value, float) and math.isinf(value):
        return str(value)
    if isinstance(value, int) and abs(value) >= 2**53:
        return str(value)
    return value


json.dump(
    {
        "tool": "pandas.read_csv",
        "version": pd.__version__,
        "command": "python scripts/oracles/read-csv-types.py > fixtures/oracles/read-csv-types.json",
        "cases": [{"story": story, **read(values)} for story, values in COLUMNS.items()],
    },
    sys.stdout,
    indent=2,
)
print()
