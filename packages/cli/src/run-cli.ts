/**
 * The command `ml-gates`: a second host for the same actions.
 *
 * @module
 */
import { describeProblem, EvidenceError, InputError, nearestWord, quote } from "@ml-gates/gate";
import { type ActionHost, runAction, TOOL_VERSION } from "@ml-gates/runner";
import { type ActionMetadata, readActionMetadata } from "./action-metadata.ts";
import { ACTIONS, loadAction } from "./actions.ts";
import { openCliHost, type Terminal } from "./cli-host.ts";
import { COMPARE_METADATA } from "./compare/compare-metadata.ts";
import { DRAFT_METADATA, runDraftSuite } from "./draft-suite.ts";
import { parseFlags } from "./parse-flags.ts";
import { renderHelp, renderOverview } from "./render-help.ts";
import { runChain } from "./run-chain.ts";

/** Commands that are no actions: their flags, and what they do on a host; none of them blocks. */
const TOOLS: Readonly<Record<string, Tool>> = {
  compare: {
    metadata: COMPARE_METADATA,
    run: async (host) => (await import("./compare/run-compare.ts")).runCompare(host),
  },
  "draft-suite": { metadata: DRAFT_METADATA, run: runDraftSuite },
};

interface Tool {
  readonly metadata: ActionMetadata;
  run(host: ActionHost): Promise<void>;
}

const COMMANDS = ["run", ...Object.keys(ACTIONS), ...Object.keys(TOOLS)];

/** Inputs that a command takes as bare words. */
const POSITIONAL: Readonly<Record<string, readonly string[]>> = { run: ["config"], compare: ["a", "b"] };

/** Runs one command and returns its exit code. `root` is the folder that holds `action.yml` and `actions/`. */
export async function runCli(words: readonly string[], root: string, terminal: Terminal): Promise<number> {
  try {
    return await runCommand(words, root, terminal);
  } catch (error) {
    if (!(error instanceof InputError || error instanceof EvidenceError)) throw error;
    for (const problem of error.problems) terminal.err(describeProblem(problem));
    return 3;
  }
}

async function runCommand(
  [command, ...rest]: readonly string[],
  root: string,
  terminal: Terminal,
): Promise<number> {
  if (command === undefined || command === "--help" || command === "-h" || command === "help") {
    terminal.out(renderOverview(COMMANDS.map((name) => [name, readCommandMetadata(root, name)])));
    return command === undefined ? 3 : 0;
  }
  if (command === "--version") {
    terminal.out(TOOL_VERSION);
    return 0;
  }
  if (!COMMANDS.includes(command)) throw unknownCommand(command);
  const metadata = readCommandMetadata(root, command);
  const flags = parseFlags(rest, metadata, POSITIONAL[command]);
  if (flags.help) {
    terminal.out(renderHelp(command, metadata));
    return 0;
  }
  // The code of an action is loaded while git is asked for the commit.
  const [host, action] = await Promise.all([
    openCliHost(flags, terminal),
    command in ACTIONS ? loadAction(command) : null,
  ]);
  const tool = TOOLS[command];
  if (tool !== undefined) {
    await tool.run(host);
    return 0;
  }
  const { exitCode } = action === null ? await runChain(host) : await runAction(action, host);
  return exitCode;
}

/** What a command of any kind takes and does. */
export function readCommandMetadata(root: string, command: string): ActionMetadata {
  return TOOLS[command]?.metadata ?? readActionMetadata(root, command);
}

function unknownCommand(command: string): InputError {
  const near = nearestWord(command, COMMANDS);
  const message = `There is no command ${quote(command)}; there are ${COMMANDS.join(", ")}.`;
  return new InputError([
    { message, remedy: near === null ? "See `ml-gates --help`." : `Did you mean \`${near}\`?` },
  ]);
}
