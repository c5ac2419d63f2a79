/**
 * From the text of a Great Expectations suite, of either generation, to a typed suite.
 *
 * @module
 */
import { InputError, type Problem, quote } from "@ml-gates/gate";
import { type Complain, isObject, parseExpectation, refuseKeys } from "./parse-expectation.ts";
import type { Suite } from "./suite.ts";
import { parseSuiteText } from "./suite-text.ts";

const LEGAL_KEYS = [
  ...["name", "expectation_suite_name", "expectations", "meta", "notes", "id", "ge_cloud_id"],
  ...["data_asset_type", "suite_parameters", "evaluation_parameters"],
];

/**
 * Parses a suite: JSON, or the same as YAML. The generation is told by each expectation (`type` or
 * `expectation_type`), so a file may mix them. Nothing is skipped: what cannot be evaluated is a problem.
 *
 * @throws InputError with every problem, each at its line and column.
 *
 * @example
 * parseSuite('{"expectations": [{"type": "expect_column_to_exist", "kwargs": {"column": "age"}}]}', "s.json").expectations[0].name; // => "expect_column_to_exist"
 */
export function parseSuite(text: string, path: string): Suite {
  const source = parseSuiteText(text, path);
  const written = source.value;
  const problems: Problem[] = [];
  const complain: Complain = (keyPath, message, remedy) => {
    problems.push({ message, remedy, ...source.locate(keyPath) });
  };
  if (!isObject(written)) {
    complain(
      [],
      `The suite is ${quote(written)}; wanted: an object.`,
      'Write { "name": …, "expectations": […] }.',
    );
    throw new InputError(problems);
  }
  refuseKeys(written, LEGAL_KEYS, complain);
  const listed = written["expectations"];
  if (!Array.isArray(listed) || listed.length === 0) {
    complain(["expectations"], "The suite has no expectations.", "List at least one under expectations.");
    throw new InputError(problems);
  }
  const expectations = listed.map((each, index) =>
    parseExpectation(each, ["expectations", index], { source, problems }),
  );
  if (problems.length > 0) throw new InputError(problems);
  const name = written["name"] ?? written["expectation_suite_name"];
  return {
    name: typeof name === "string" ? name : null,
    expectations: expectations.filter((each) => each !== null),
  };
}
