/**
 * GitHub's runner as a process sees it: inputs, event, and the files an action writes its outputs and summary to.
 *
 * @module
 */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** One step of a job. */
export interface Step {
  /** Absolute path of the stub that `action.yml` names. */
  readonly stub: string;
  readonly workspace: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly event?: { readonly name: string; readonly payload: object };
  readonly environment?: Readonly<Record<string, string>>;
}

/** What the step left. */
export interface StepResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** Workflow commands such as `::error file=…::message`, unescaped. */
  readonly commands: readonly Command[];
}

export interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** An empty folder with a name that tells whose it is. */
export function emptyFolder(name: string): string {
  return mkdtempSync(join(tmpdir(), `ml-gates-${name}-`));
}

/** Runs a step as the runner does: with nothing of this process's environment but the search path. */
export async function runStep(step: Step): Promise<StepResult> {
  const files = emptyFolder("runner");
  for (const name of ["output", "summary", "env", "path", "state"]) writeFileSync(join(files, name), "");
  writeFileSync(join(files, "event.json"), JSON.stringify(step.event?.payload ?? {}));
  mkdirSync(join(files, "temp"));
  const child = spawn(process.execPath, [step.stub], {
    cwd: step.workspace,
    env: { ...runnerEnvironment(step, files), ...inputVariables(step.inputs ?? {}), ...step.environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [stdout, stderr, code] = await Promise.all([
    readAll(child.stdout),
    readAll(child.stderr),
    exitOf(child),
  ]);
  const outputs = parseOutputs(readFileSync(join(files, "output"), "utf8"));
  return {
    code,
    stdout,
    stderr,
    outputs,
    summary: readFileSync(join(files, "summary"), "utf8"),
    commands: parseCommands(stdout),
  };
}

function runnerEnvironment(step: Step, files: string): Readonly<Record<string, string>> {
  return {
    PATH: process.env["PATH"] ?? "",
    HOME: files,
    RUNNER_TEMP: join(files, "temp"),
    GITHUB_ACTIONS: "true",
    GITHUB_WORKSPACE: step.workspace,
    GITHUB_REPOSITORY: "acme/models",
    GITHUB_EVENT_NAME: step.event?.name ?? "push",
    GITHUB_EVENT_PATH: join(files, "event.json"),
    GITHUB_RUN_ID: "42",
    GITHUB_RUN_ATTEMPT: "1",
    GITHUB_SERVER_URL: "https://github.example",
    GITHUB_API_URL: "http://127.0.0.1:1",
    GITHUB_OUTPUT: join(files, "output"),
    GITHUB_STEP_SUMMARY: join(files, "summary"),
    GITHUB_ENV: join(files, "env"),
    GITHUB_PATH: join(files, "path"),
    GITHUB_STATE: join(files, "state"),
  };
}

function inputVariables(inputs: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
  );
}

async function readAll(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

function exitOf(child: ReturnType<typeof spawn>): Promise<number | null> {
  return new Promise((resolve, reject) => child.on("exit", resolve).on("error", reject));
}

function parseOutputs(text: string): Readonly<Record<string, string>> {
  const blocks = text.matchAll(/^([^\n<]+)<<(\S+)\n([\s\S]*?)\n\2$/gm);
  return Object.fromEntries([...blocks].map(([, name = "", , value = ""]) => [name, value]));
}

function parseCommands(stdout: string): readonly Command[] {
  return [...stdout.matchAll(/^::([a-z-]+)(?: ([^:\n]*))?::(.*)$/gm)].map(
    ([, name = "", properties = "", message = ""]) => ({
      name,
      properties: Object.fromEntries(
        properties
          .split(",")
          .map((pair) => pair.split("="))
          .map(([key = "", value = ""]) => [key, unescapeData(value)]),
      ),
      message: unescapeData(message),
    }),
  );
}

function unescapeData(text: string): string {
  return text
    .replaceAll("%0D", "\r")
    .replaceAll("%0A", "\n")
    .replaceAll("%3A", ":")
    .replaceAll("%2C", ",")
    .replaceAll("%25", "%");
}
