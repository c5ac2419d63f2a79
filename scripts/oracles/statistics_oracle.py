"""What the generators of fixtures/oracles/statistics-*.json share: how a file of cases is written."""

import json
import sys
from importlib.metadata import version
from pathlib import Path


def plain(value):
    """NumPy's numbers and arrays as JSON's; infinities as the strings that the tests read."""
    if hasattr(value, "tolist"):
        return plain(value.tolist())
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(each) for each in value]
    if isinstance(value, float) and value in (float("inf"), float("-inf")):
        return "Infinity" if value > 0 else "-Infinity"
    return value


def write(name, packages, cases, tools=""):
    """`packages` are those of PyPI; `tools` names what else was asked, with its version."""
    path = Path(f"fixtures/oracles/statistics-{name}.json")
    said = [f"{package} {version(package)}" for package in packages]
    header = {
        "tool": ", ".join([*said, *([tools] if tools else [])]),
        "version": version(packages[0]),
        "command": f"python {sys.argv[0]}",
    }
    text = json.dumps({**header, "cases": plain(cases)}, separators=(",", ":"))
    # One case a line: a changed number is one changed line, and the file stays small.
    path.write_text(text.replace('":[{', '":[\n{').replace("},{", "},\n{").replace("}],", "}\n],\n") + "\n")
    print(path, {key: len(value) for key, value in cases.items()})
