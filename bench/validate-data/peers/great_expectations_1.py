"""Great Expectations 1.x on pandas, as its documentation shows it."""

import os

os.environ["GX_ANALYTICS_ENABLED"] = "false"

import great_expectations as gx
from great_expectations.expectations import core
from suite_of import arguments, name_of, tell


def main():
    data, expectations, _, out = arguments()
    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = {"globally": False}
    source = context.data_sources.add_pandas("bench")
    add = source.add_csv_asset if data.endswith(".csv") else source.add_parquet_asset
    key = "filepath_or_buffer" if data.endswith(".csv") else "path"
    batch = add("rows", **{key: data}).add_batch_definition("all").get_batch()
    suite = gx.ExpectationSuite(name="bench")
    for each in expectations:
        camel = "".join(word.capitalize() for word in each["type"].split("_"))
        suite.add_expectation(getattr(core, camel)(**each["kwargs"]))
    result = batch.validate(suite)
    failed = [name_of(r.expectation_config.to_json_dict()) for r in result.results if not r.success]
    tell(out, gx.__version__, failed, len(result.results))


main()
