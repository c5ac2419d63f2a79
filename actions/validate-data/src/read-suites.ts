/**
 * The suites of all data sections, read and parsed before any data.
 *
 * @module
 */
import { basename } from "node:path";
import { parseSuite, type Suite, type SuiteOptions } from "@ml-gates/expectations";
import { type DataSection, type Evidence, InputError, type Problem } from "@ml-gates/gate";
import type { Gate } from "@ml-gates/runner";

/** A data section with the suite it is judged by. */
export interface Entry {
  readonly section: DataSection;
  readonly key: string;
  readonly suite: Suite;
  /** Null for checks that stand in the gate file or an input: the policy's digest covers them. */
  readonly evidence: Evidence | null;
}

/** Reads every suite before any data, so that the faults of all are told at once. */
export async function readSuites({ file, readPolicyFile }: Gate, now: Date): Promise<readonly Entry[]> {
  if (file.data.length === 0) throw nothingToValidate();
  const keys = keysOf(file.data);
  const entries: Entry[] = [];
  const problems: Problem[] = [];
  for (const [index, section] of file.data.entries()) {
    try {
      const options = { ...optionsOf(section), now: now.getTime() };
      const read = await readSuite(section, options, readPolicyFile);
      entries.push({ section, key: keys[index] ?? "", ...read });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new InputError(problems);
  return entries;
}

async function readSuite(
  section: DataSection,
  options: SuiteOptions,
  readPolicyFile: Gate["readPolicyFile"],
): Promise<Pick<Entry, "suite" | "evidence">> {
  if (section.checks !== null)
    return { suite: parseChecks(section.checks, options, section), evidence: null };
  if (section.suite === null) throw nothingToValidate();
  const { path, text, digest } = await readPolicyFile(section.suite);
  const evidence = { role: "suite", uri: path, digest, version: null, rows: null };
  return { suite: parseSuite(text, path, options), evidence };
}

/** A file that describes several tables names them by the section's name, or by the data file's. */
function optionsOf({ name, path, parameters, unsupported }: DataSection): SuiteOptions {
  const file = basename(path).replace(/\..*$/, "");
  return { parameters, unsupported, tables: [...new Set([name, file])] };
}

/** Checks of the gate file stand where their section stands; those of an input stand in no file. */
function parseChecks(checks: string, options: SuiteOptions, { source }: DataSection): Suite {
  try {
    return parseSuite(checks, "input checks", options);
  } catch (error) {
    if (!(error instanceof InputError) || source === null) throw error;
    throw new InputError(error.problems.map(({ message, remedy }) => ({ message, remedy, ...source })));
  }
}

/** A report's file is named for its key, so two sections never share one. */
function keysOf(sections: readonly DataSection[]): readonly string[] {
  const keys: string[] = [];
  for (const { name } of sections) {
    const slug =
      name
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, "-")
        .replaceAll(/^-|-$/g, "")
        .slice(0, 60) || "data";
    let key = slug;
    for (let number = 2; keys.includes(key); number++) key = `${slug}-${number}`;
    keys.push(key);
  }
  return keys;
}

function nothingToValidate(): InputError {
  const message = "There is nothing to validate: no data with a suite or checks is named.";
  const remedy = "Add a `data` section to the gate file, or give the inputs `data` and `suite`.";
  return new InputError([{ message, remedy }]);
}
