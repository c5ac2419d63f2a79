/**
 * From the text of a suite, of whichever tool, to a typed suite.
 *
 * @module
 */
import { InputError, isJsonObject, type Problem, quote } from "@ml-gates/gate";
import { detectFormats, FORMAT_NAMES, type SuiteFormat } from "./formats/detect-format.ts";
import type { SuiteOptions } from "./formats/format-reading.ts";
import { parseFormat } from "./formats/parse-format.ts";
import type { Environment } from "./parameters/evaluate-expression.ts";
import { type Complain, type JsonObject, parseExpectation, refuseKeys } from "./parse-expectation.ts";
import type { Suite } from "./suite.ts";
import { parseSuiteText } from "./suite-text.ts";

const LEGAL_KEYS = [
  ...["name", "expectation_suite_name", "expectations", "meta", "notes", "id", "ge_cloud_id"],
  ...["data_asset_type", "suite_parameters", "evaluation_parameters"],
];

/**
 * Parses a suite: JSON, or the same as YAML; of Great Expectations, of Soda (contracts of version 4 and SodaCL), of the
 * Open Data Contract Standard or of dbt, told by their own keys. The generation of Great Expectations is told by each
 * expectation (`type` or `expectation_type`), so a file may mix them. Nothing is skipped: what cannot be evaluated is
 * a problem.
 *
 * @throws InputError with every problem, each at its line and column.
 *
 * @example
 * parseSuite('{"expectations": [{"type": "expect_column_to_exist", "kwargs": {"column": "age"}}]}', "s.json").expectations[0].name; // => "expect_column_to_exist"
 */
export function parseSuite(text: string, path: string, options: SuiteOptions = {}): Suite {
  const source = parseSuiteText(text, path);
  const written = source.value;
  const problems: Problem[] = [];
  const complain: Complain = (keyPath, message, remedy) => {
    problems.push({ message, remedy, ...source.locate(keyPath) });
  };
  if (!isJsonObject(written)) {
    complain(
      [],
      `The suite is ${quote(written)}; wanted: an object.`,
      'Write { "name": …, "expectations": […] }.',
    );
    throw new InputError(problems);
  }
  const format = findFormat(written, complain);
  if (problems.length > 0) throw new InputError(problems);
  if (format !== null) return parseFormat(format, { source, root: written, options });
  refuseKeys(written, LEGAL_KEYS, complain);
  const listed = written["expectations"];
  if (!Array.isArray(listed) || listed.length === 0) {
    complain(["expectations"], "The suite has no expectations.", "List at least one under expectations.");
    throw new InputError(problems);
  }
  const environment = readEnvironment(written, options, complain);
  const expectations = listed.map((each, index) =>
    parseExpectation(each, ["expectations", index], { source, problems, environment }),
  );
  if (problems.length > 0) throw new InputError(problems);
  const name = written["name"] ?? written["expectation_suite_name"];
  return {
    name: typeof name === "string" ? name : null,
    expectations: expectations.filter((each) => each !== null),
  };
}

/** Run-time parameters come first, then those of the suite. */
function readEnvironment(
  written: JsonObject,
  { parameters = {}, now = Number.NaN }: SuiteOptions,
  complain: Complain,
): Environment {
  const own = ["suite_parameters", "evaluation_parameters"].flatMap((key) => {
    const given = written[key] ?? null;
    if (isJsonObject(given)) return [given];
    if (given !== null)
      complain([key], `${key} is ${quote(given)}; wanted: an object.`, "Write name: value.");
    return [];
  });
  const given = new Map([...own, parameters].flatMap((each) => Object.entries(each)));
  return { find: (name) => given.get(name), now: () => now * 1000 };
}

/** The tool a suite is written for; null for Great Expectations, whose suites may lack everything but a problem. */
function findFormat(
  written: JsonObject,
  complain: Complain,
): Exclude<SuiteFormat, "great-expectations"> | null {
  const [format, ...others] = detectFormats(written);
  if (others.length > 0) {
    const names = [format, ...others].map((each) => (each === undefined ? "" : FORMAT_NAMES[each]));
    complain([], `The suite could be ${names.join(" or ")}.`, "Split it into a file for each tool.");
  }
  return format === undefined || format === "great-expectations" ? null : format;
}
