/**
 * The inputs of publish-report, typed.
 *
 * @module
 */
import { InputError, type Problem, quote } from "@ml-gates/gate";

/** When to comment: where there is a pull request, always (and say so when it cannot be), or never. */
export const COMMENT_MODES = ["auto", "true", "false"] as const;
export type CommentMode = (typeof COMMENT_MODES)[number];

/** What the workflow's author asked for. */
export interface Inputs {
  /** Gate file to name in the local command; null for the default. */
  readonly config: string | null;
  readonly reportDir: string;
  /** Files, folders or globs, one a line. */
  readonly reports: string;
  readonly expect: readonly string[];
  readonly key: string;
  readonly comment: CommentMode;
  /** Path of the page. */
  readonly html: string;
  readonly token: string | null;
}

/** @throws InputError listing every input that is wrong. */
export function parseInputs(inputs: Readonly<Record<string, string>>): Inputs {
  const given = (name: string): string | null => inputs[name]?.trim() || null;
  const reportDir = given("report-dir") ?? "ml-gates-report";
  const key = given("key") ?? "default";
  const comment = COMMENT_MODES.find((mode) => mode === (given("comment") ?? "auto"));
  if (comment === undefined || !KEY.test(key)) throw new InputError(findProblems(inputs, key));
  return {
    config: given("config"),
    reportDir,
    reports: given("reports") ?? reportDir,
    expect: (given("expect") ?? "")
      .split(/[\n,]/)
      .map((name) => name.trim())
      .filter(Boolean),
    key,
    comment,
    html: given("html") ?? `${reportDir}/report.html`,
    token: given("token"),
  };
}

/** The key stands inside an HTML comment, which these characters cannot end. */
const KEY = /^[A-Za-z0-9._-]{1,64}$/;

function findProblems(inputs: Readonly<Record<string, string>>, key: string): readonly Problem[] {
  const problems: Problem[] = [];
  if (!KEY.test(key)) {
    const message = `The input \`key\` is ${quote(key)}; at most 64 letters, digits, \`.\`, \`_\` and \`-\` were wanted.`;
    problems.push({ message, remedy: "Write a short name, such as `employment`." });
  }
  const mode = inputs["comment"]?.trim() || "auto";
  if (!COMMENT_MODES.some((each) => each === mode)) {
    const message = `The input \`comment\` is ${quote(mode)}; \`auto\`, \`true\` or \`false\` was wanted.`;
    problems.push({ message, remedy: "Leave it out to comment wherever there is a pull request." });
  }
  return problems;
}
