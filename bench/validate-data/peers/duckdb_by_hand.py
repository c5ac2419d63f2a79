"""What someone who knows DuckDB writes by hand for the same checks: one scan with declared types, and one grouped query."""

import duckdb
from suite_of import arguments, name_of, tell, within

TYPES = {"integer": "BIGINT", "float": "DOUBLE", "boolean": "BOOLEAN", "text": "VARCHAR"}


def literal(value):
    return "'" + value.replace("'", "''") + "'" if isinstance(value, str) else repr(value)


def listed(values):
    return ", ".join(literal(value) for value in values)


def bounds(sql, kwargs):
    return " OR ".join(
        f"{sql} {sign} {kwargs[key]}" for key, sign in (("min_value", "<"), ("max_value", ">")) if key in kwargs
    )


ROWS = {
    "values_to_not_be_null": lambda c, k: f"{c} IS NULL",
    "values_to_be_between": lambda c, k: bounds(c, k),
    "values_to_be_in_set": lambda c, k: f"{c} NOT IN ({listed(k['value_set'])})",
    "values_to_not_be_in_set": lambda c, k: f"{c} IN ({listed(k['value_set'])})",
    "values_to_match_regex": lambda c, k: f"NOT regexp_matches({c}, {literal(k['regex'])})",
    "value_lengths_to_equal": lambda c, k: f"length({c}) <> {k['value']}",
    "value_lengths_to_be_between": lambda c, k: bounds(f"length({c})", k),
}
VALUES = {
    "mean_to_be_between": "avg({})",
    "stdev_to_be_between": "stddev({})",
    "median_to_be_between": "median({})",
    "sum_to_be_between": "sum({})",
    "min_to_be_between": "min({})",
    "max_to_be_between": "max({})",
    "unique_value_count_to_be_between": "count(DISTINCT {})",
}


def main():
    data, expectations, types, out = arguments()
    db = duckdb.connect(config={"threads": 2})
    db.execute("SET memory_limit = '1GB'")
    columns = ", ".join(f"'{name}': '{TYPES[kind]}'" for name, kind in types.items())
    scan = f"read_csv('{data}', header=true, auto_detect=false, delim=',', quote='\"', columns={{{columns}}})"
    source = scan if data.endswith(".csv") else f"read_parquet('{data}')"
    asked = ["count(*)"]
    failed = []
    plan = []
    for each in expectations:
        kind, kwargs = each["type"].removeprefix("expect_column_"), each["kwargs"]
        column = f'"{kwargs.get("column")}"'
        if kind in ROWS:
            asked += [f"count(*) FILTER ({ROWS[kind](column, kwargs)})", f"count({column})"]
            plan.append((each, "rows", len(asked) - 2))
        elif kind in VALUES:
            asked.append(VALUES[kind].format(column))
            plan.append((each, "value", len(asked) - 1))
        elif kind == "values_to_be_unique":
            asked += [f"count(DISTINCT {column})", f"count({column})"]
            plan.append((each, "unique", len(asked) - 2))
    row = db.execute(f"SELECT {', '.join(asked)} FROM {source}").fetchone()
    total = row[0]
    for each, what, at in plan:
        kwargs = each["kwargs"]
        unexpected = row[at]
        if what == "value":
            good = within(row[at], kwargs)
        else:
            tested = total if "not_be_null" in each["type"] else row[at + 1]
            if what == "unique":
                column = f'"{kwargs["column"]}"'
                repeated = f"SELECT count(*) AS n FROM {source} WHERE {column} IS NOT NULL GROUP BY {column} HAVING n > 1"
                unique = row[at] == row[at + 1]
                unexpected = 0 if unique else db.execute(f"SELECT sum(n) FROM ({repeated})").fetchone()[0]
            good = tested == 0 or 1 - unexpected / tested >= kwargs.get("mostly", 1)
        if not good:
            failed.append(name_of(each))
    for each in expectations:
        if each["type"] == "expect_table_row_count_to_equal" and each["kwargs"]["value"] != total:
            failed.append(name_of(each))
        if each["type"] == "expect_column_to_exist" and each["kwargs"]["column"] not in types:
            failed.append(name_of(each))
    tell(out, duckdb.__version__, failed, len(expectations))


main()
