/**
 * The command `draft-suite`: a starter suite from a table, for a person to review.
 *
 * @module
 */
import { writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { draftSuite, planBasics, planDetails, readProfile } from "@ml-gates/expectations";
import { InputError } from "@ml-gates/gate";
import { type ActionHost, openEngine, resolvePath } from "@ml-gates/runner";
import type { ActionMetadata } from "./action-metadata.ts";
import { DEFAULT_ENGINE } from "./default-engine.ts";

/** Its flags, described as an action's are. */
export const DRAFT_METADATA: ActionMetadata = {
  name: "Draft suite",
  description:
    "Writes a starter expectation suite from a table: types, nulls, ranges, sets, uniqueness, row count.",
  inputs: {
    data: {
      description: "Path or glob of the data, relative to the working directory, such as `data/train.csv`.",
      required: true,
    },
    output: {
      description: "File to write the suite to, such as `expectations/train.json`; the terminal by default.",
    },
  },
  outputs: {},
};

/** Profiles the table and writes the suite. @throws InputError or EvidenceError for a table that cannot be read. */
export async function runDraftSuite(host: ActionHost): Promise<void> {
  const { data = "", output = "" } = host.inputs;
  if (data === "")
    throw new InputError([
      { message: "`--data` is not given.", remedy: "Name a table: `--data train.csv`." },
    ]);
  const engine = await openEngine(host, DEFAULT_ENGINE);
  try {
    const table = await engine.open({ path: data });
    const [first = {}] = await engine.query(planBasics(table));
    const details = planDetails(table, first);
    const [second = {}] = details === null ? [] : await engine.query(details);
    const profile = readProfile(table, { ...first, ...second });
    const text = `${JSON.stringify(draftSuite(basename(data).replace(/\..*$/, ""), profile), null, 2)}\n`;
    if (output === "") host.log(text.trimEnd());
    else await writeFile(resolvePath(host, output), text);
  } finally {
    engine.close();
  }
}
