/**
 * validate-data: stops a merge when the rows are not fit to train or score on.
 *
 * @module
 */
import type { OpenedTable, SqlEngine } from "@ml-gates/engines";
import {
  judgeMisfits,
  judgeSuite,
  measureSuite,
  parseSuite,
  planSuite,
  renderSuiteSummary,
  type Suite,
} from "@ml-gates/expectations";
import { type DataSection, type Evidence, InputError, type Judgement, type Problem } from "@ml-gates/gate";
import { type Action, type ActionHost, type Gate, openEngine, readGate } from "@ml-gates/runner";
import { INPUTS } from "./inputs.ts";
import { querySuite } from "./query-suite.ts";

const ID = "validate-data";

/** Judges every data section of the gate file by its suite, one report each. */
export const validateData: Action = {
  id: ID,
  inconclusive: "warn",
  run: async (host) => {
    const gate = await readGate(host, INPUTS);
    const suites = await readSuites(gate);
    const judgements = await validate(host, gate, suites);
    return { judgements, inconclusive: gate.file.inconclusive };
  },
};

/** A data section with the suite it is judged by. */
interface Entry {
  readonly section: DataSection;
  readonly key: string;
  readonly suite: Suite;
  /** Null for checks that stand in the gate file or an input: the policy's digest covers them. */
  readonly evidence: Evidence | null;
}

/** Reads every suite before any data, so that the faults of all are told at once. */
async function readSuites({ file, readPolicyFile }: Gate): Promise<readonly Entry[]> {
  if (file.data.length === 0) throw nothingToValidate();
  const keys = keysOf(file.data);
  const entries: Entry[] = [];
  const problems: Problem[] = [];
  for (const [index, section] of file.data.entries()) {
    try {
      entries.push({ section, key: keys[index] ?? "", ...(await readSuite(section, readPolicyFile)) });
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
  readPolicyFile: Gate["readPolicyFile"],
): Promise<Pick<Entry, "suite" | "evidence">> {
  if (section.checks !== null) return { suite: parseChecks(section, section.checks), evidence: null };
  if (section.suite === null) throw nothingToValidate();
  const { path, text, digest } = await readPolicyFile(section.suite);
  const evidence = { role: "suite", uri: path, digest, version: null, rows: null };
  return { suite: parseSuite(text, path), evidence };
}

/** Checks of the gate file stand where their section stands; those of an input stand in no file. */
function parseChecks({ source }: DataSection, checks: string): Suite {
  try {
    return parseSuite(checks, "input checks");
  } catch (error) {
    if (!(error instanceof InputError) || source === null) throw error;
    throw new InputError(error.problems.map(({ message, remedy }) => ({ message, remedy, ...source })));
  }
}

async function validate(
  host: ActionHost,
  gate: Gate,
  entries: readonly Entry[],
): Promise<readonly Judgement[]> {
  const engine = await openEngine(host, gate.file.engine);
  try {
    const judgements = [];
    for (const entry of entries) judgements.push(await validateEntry(engine, gate, entry));
    return judgements;
  } finally {
    engine.close();
  }
}

async function validateEntry(engine: SqlEngine, gate: Gate, entry: Entry): Promise<Judgement> {
  const { section, suite } = entry;
  const { path, types, missing } = section;
  const table = await engine.open({ path, types, ...(missing === null ? {} : { missing }) });
  const plan = planSuite(suite, table);
  const answers = await querySuite(engine, plan);
  const findings = [...judgeMisfits(table.misfits, section.source), ...judgeSuite(plan, answers)];
  return {
    gate: { id: ID, key: entry.key, mode: null },
    summary: renderSuiteSummary(section.name, findings, table.rows),
    subject: gate.subject,
    policy: gate.policy,
    evidence: [dataEvidence(path, table), ...(entry.evidence === null ? [] : [entry.evidence])],
    findings:
      entry.evidence === null ? findings.map((each) => ({ ...each, source: section.source })) : findings,
    measurements: measureSuite(plan, answers, table.rows),
  };
}

function dataEvidence(uri: string, { digest, rows }: OpenedTable): Evidence {
  return { role: "data", uri, digest, version: null, rows };
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
