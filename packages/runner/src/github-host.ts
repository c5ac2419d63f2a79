/**
 * GitHub's runner as a host: inputs and event from its environment, outputs and summary to its files.
 *
 * @module
 */
import { readFileSync } from "node:fs";
import * as core from "@actions/core";
import type { ActionHost, Annotation } from "./action-host.ts";
import { readRunContext } from "./run-context.ts";

const MAX_SUMMARY_BYTES = 1 << 20;

/** The host of the job this process runs in. */
export function createGithubHost(environment: ActionHost["environment"]): ActionHost {
  return {
    inputs: readInputs(environment),
    directory: environment["GITHUB_WORKSPACE"] ?? process.cwd(),
    run: readRunContext(environment, readEvent(environment["GITHUB_EVENT_PATH"])),
    environment,
    log: (line) => core.info(neutralise(line)),
    annotate,
    setOutput: core.setOutput,
    appendSummary: (markdown) => appendSummary(environment, markdown),
    mask: core.setSecret,
    now: () => new Date(),
  };
}

/** The runner hands `report-dir` over as `INPUT_REPORT-DIR`. */
function readInputs(environment: ActionHost["environment"]): Readonly<Record<string, string>> {
  const given = Object.entries(environment).flatMap(([name, value]) =>
    name.startsWith("INPUT_") ? [[name.slice("INPUT_".length).toLowerCase(), (value ?? "").trim()]] : [],
  );
  return Object.fromEntries(given);
}

function readEvent(path: string | undefined): unknown {
  return path === undefined ? {} : JSON.parse(readFileSync(path, "utf8"));
}

/**
 * A log line that looks like a workflow command would be one: text of data must not command the runner. The runner
 * looks for `::` at the start of a line, and for `##[` anywhere in it.
 */
function neutralise(line: string): string {
  return line
    .replaceAll(/[\r\n]+/g, " ")
    .replace(/^(\s*)::/, "$1| ::")
    .replaceAll("##[", "## [");
}

const ANNOTATE = { error: core.error, warning: core.warning, notice: core.notice } as const;

function annotate({ level, message, path, line, column }: Annotation): void {
  ANNOTATE[level](message, {
    title: "ml-gates",
    ...(path === undefined ? {} : { file: path }),
    ...(line === undefined ? {} : { startLine: line }),
    ...(column === undefined ? {} : { startColumn: column }),
  });
}

async function appendSummary(environment: ActionHost["environment"], markdown: string): Promise<void> {
  if (!environment["GITHUB_STEP_SUMMARY"]) return;
  if (Buffer.byteLength(markdown) > MAX_SUMMARY_BYTES) {
    core.warning("The summary is over GitHub's 1 MiB and was left out; the reports hold all of it.");
    return;
  }
  await core.summary.addRaw(markdown, true).write();
}
