/**
 * A suite of another tool, read by its reader.
 *
 * @module
 */
import { InputError, isJsonObject, type JsonValue } from "@ml-gates/gate";
import type { JsonObject } from "../parse-expectation.ts";
import type { Suite } from "../suite.ts";
import type { KeyPath, SuiteText } from "../suite-text.ts";
import { readDbt } from "./dbt.ts";
import { FORMAT_NAMES, type SuiteFormat } from "./detect-format.ts";
import { beginReading, type FormatReading, type SuiteOptions } from "./format-reading.ts";
import { readOdcs } from "./odcs.ts";
import { readSodaContract } from "./soda-contract.ts";
import { readSodacl } from "./sodacl.ts";

const READERS: Readonly<
  Record<Exclude<SuiteFormat, "great-expectations">, (reading: FormatReading) => void>
> = {
  "soda-contract": readSodaContract,
  sodacl: readSodacl,
  odcs: readOdcs,
  dbt: readDbt,
};

/** Where each format says what its table is called. */
const NAME_KEYS: Readonly<Record<string, string>> = { "soda-contract": "dataset", odcs: "name" };

/**
 * Reads a document whose format is known.
 *
 * @throws InputError with every problem; what has no counterpart here is one, unless the options let it pass with a
 * warning.
 */
export function parseFormat(
  format: keyof typeof READERS,
  {
    source,
    root,
    options,
  }: { readonly source: SuiteText; readonly root: JsonObject; readonly options: SuiteOptions },
): Suite {
  const reading = beginReading(source, root, options);
  refuseVariables(reading, root, []);
  if (reading.problems.length === 0) READERS[format](reading);
  if (reading.problems.length === 0 && reading.expectations.length === 0) {
    reading.complain([], `The suite is ${FORMAT_NAMES[format]} without a check.`, "Add at least one check.");
  }
  if (reading.problems.length > 0) throw new InputError(reading.problems);
  const name = root[NAME_KEYS[format] ?? ""];
  return { name: typeof name === "string" ? name : null, expectations: reading.expectations };
}

/** What is filled in at run time is unknown here; a condition with a hole in it must not be judged. */
function refuseVariables(reading: FormatReading, value: JsonValue, keyPath: KeyPath): void {
  if (typeof value === "string") {
    const [variable] =
      /\$\{\s*(?:var|env|soda)\.[^}]*\}|\{\{\s*(?:var|env_var)\s*\([^}]*\}\}/.exec(value) ?? [];
    if (variable !== undefined) {
      reading.complain(keyPath, `The variable ${variable} has no value here.`, "Write the value itself.");
    }
  } else if (Array.isArray(value)) {
    for (const [index, each] of value.entries()) refuseVariables(reading, each, [...keyPath, index]);
  } else if (isJsonObject(value)) {
    for (const [key, each] of Object.entries(value)) refuseVariables(reading, each, [...keyPath, key]);
  }
}
