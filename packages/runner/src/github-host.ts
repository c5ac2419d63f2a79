/**
 * GitHub's runner as a host: inputs and event from its environment, outputs and summary to its files.
 *
 * @module
 */
import { readFileSync } from "node:fs";
import { appendFile } from "node:fs/promises";
import type { ActionHost, Annotation } from "./action-host.ts";
import { readRunContext } from "./run-context.ts";
import { appendCommandFile, writeCommand } from "./workflow-commands.ts";

const MAX_SUMMARY_BYTES = 1 << 20;

/** The host of the job this process runs in. */
export function openGithubHost(environment: ActionHost["environment"]): ActionHost {
  return {
    inputs: readInputs(environment),
    directory: environment["GITHUB_WORKSPACE"] ?? process.cwd(),
    run: readRunContext(environment, readEvent(environment["GITHUB_EVENT_PATH"])),
    environment,
    log: (line) => print(neutralise(line)),
    annotate,
    setOutput: (name, value) => {
      const path = environment["GITHUB_OUTPUT"];
      if (path) appendCommandFile(path, name, value);
    },
    appendSummary: (markdown) => appendSummary(environment["GITHUB_STEP_SUMMARY"], markdown),
    mask: (secret) => print(writeCommand("add-mask", {}, secret)),
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

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function annotate({ level, message, path, line, column }: Annotation): void {
  const place = {
    ...(path === undefined ? {} : { file: path }),
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { col: column }),
  };
  print(writeCommand(level, { title: "ml-gates", ...place }, message));
}

async function appendSummary(path: string | undefined, markdown: string): Promise<void> {
  if (!path) return;
  if (Buffer.byteLength(markdown) > MAX_SUMMARY_BYTES) {
    const message = "The summary is over GitHub's 1 MiB and was left out; the reports hold all of it.";
    annotate({ level: "warning", message });
    return;
  }
  await appendFile(path, `${markdown}\n`);
}
