/**
 * The command line as a host: the same actions, told to a terminal.
 *
 * @module
 */
import { EvidenceError, quote } from "@ml-gates/gate";
import { type ActionHost, resolveCommit } from "@ml-gates/runner";
import type { Flags } from "./parse-flags.ts";

/** Where a command runs and writes. */
export interface Terminal {
  readonly directory: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  out(line: string): void;
  err(line: string): void;
  /** A line that replaces the last of its kind; absent when the output is no terminal. */
  progress?(line: string): void;
}

/** Outputs that the verdict table tells better; the others, such as the evidence digest, are wanted as they are. */
const SHOWN_ALREADY = ["verdict", "blocks", "summary"];

/** @throws EvidenceError when `--base` names no commit. */
export async function openCliHost(flags: Flags, terminal: Terminal): Promise<ActionHost> {
  const { directory, environment, out, err, progress } = terminal;
  const head = await resolveCommit(terminal, "HEAD");
  const base = flags.base === null ? null : await resolveCommit(terminal, flags.base);
  if (flags.base !== null && base === null) throw unknownBase(flags.base);
  return {
    inputs: flags.inputs,
    directory,
    environment,
    run: {
      event: "local",
      repository: null,
      commit: head,
      base,
      pullRequest: null,
      url: null,
      attempt: 1,
      leg: {},
      apiUrl: environment["GITHUB_API_URL"] ?? "https://api.github.com",
      serverUrl: environment["GITHUB_SERVER_URL"] ?? "https://github.com",
    },
    log: (line) => out(printable(line)),
    ...(progress === undefined ? {} : { showProgress: (line: string) => progress(printable(line)) }),
    // Findings and problems stand in the verdict table already; a notice stands nowhere else.
    annotate: ({ level, message }) => {
      if (level === "notice") err(printable(message));
    },
    setOutput: (name, value) => {
      if (value !== "" && !SHOWN_ALREADY.includes(name)) out(printable(`${name}: ${value}`));
    },
    mask: () => undefined,
    now: () => new Date(),
  };
}

function unknownBase(base: string): EvidenceError {
  const message = `--base is ${quote(base)}: no such commit in this repository.`;
  return new EvidenceError([
    { message, remedy: "Fetch it, or name another revision, such as `origin/main`." },
  ]);
}

/** Text of data must not command the terminal: control characters are shown, not sent. */
function printable(line: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  return line.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, "\ufffd");
}
