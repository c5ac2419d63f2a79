/**
 * The world as an action sees it. GitHub's runner is one host, the command line another, a test's object
 * literal a third.
 *
 * @module
 */

/** A message on a line of a file, shown beside the change. */
export interface Annotation {
  readonly level: "error" | "warning" | "notice";
  readonly message: string;
  readonly path?: string;
  readonly line?: number;
  readonly column?: number;
}

/** What is known of the run: which event, which commits, which pull request. */
export interface RunContext {
  /** GitHub's event name, or `local`. */
  readonly event: string;
  /** `owner/name`; null off GitHub. */
  readonly repository: string | null;
  /** The commit under judgement: a pull request's head, else the run's own. Null outside a repository. */
  readonly commit: string | null;
  /** The commit whose policy decides; null when the run's own does. */
  readonly base: string | null;
  /** Judge by the rules the change proposes: shown, never deciding. */
  readonly proposed?: boolean;
  readonly pullRequest: number | null;
  /** In `workflow_run`: the branch of the pull request whose workflow has ended, and who owns it. */
  readonly head?: { readonly owner: string; readonly branch: string } | null | undefined;
  readonly url: string | null;
  readonly attempt: number;
  readonly leg: Readonly<Record<string, string>>;
  /** REST API root, such as `https://api.github.com`. */
  readonly apiUrl: string;
  readonly serverUrl: string;
}

export interface ActionHost {
  /** Input values by kebab-case name; an input not given is `""` or absent. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Absolute folder that relative paths start from. */
  readonly directory: string;
  readonly run: RunContext;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** One line for the log. Implementations neutralise workflow commands in it. */
  log(line: string): void;
  /** A line that replaces the last of its kind, `""` to clear it; absent where nobody watches. */
  showProgress?(line: string): void;
  annotate(annotation: Annotation): void;
  setOutput(name: string, value: string): void;
  /** Appends to the step's summary page; absent where there is none. */
  appendSummary?(markdown: string): Promise<void>;
  /** Never show this text again. */
  mask(secret: string): void;
  now(): Date;
}
