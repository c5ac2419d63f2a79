"""What every peer is given: the data file, the suite and the path its outcome goes to."""

import json
import sys
from pathlib import Path


def arguments():
    """The data file, the list of expectations, the declared types, and where the outcome goes."""
    data, suite, out = sys.argv[1:4]
    written = json.loads(Path(suite).read_text())
    return data, written["expectations"], written["meta"]["types"], out


def tell(out, version, failed, checks):
    """Writes which expectations failed, by `type/column`, out of how many."""
    Path(out).write_text(json.dumps({"version": version, "checks": checks, "failed": sorted(failed)}))


def name_of(expectation):
    return f"{expectation['type']}/{expectation['kwargs'].get('column', '')}"


def within(value, kwargs):
    low, high = kwargs.get("min_value"), kwargs.get("max_value")
    return value is not None and (low is None or value >= low) and (high is None or value <= high)
