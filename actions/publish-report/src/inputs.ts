/**
 * The inputs of publish-report, typed.
 *
 * @module
 */
import { InputError, type Problem, quote } from "@ml-gates/gate";

/** What the workflow's author asked for. */
export interface Inputs {
  /** Gate file to name in the local command; null for the default. */
  readonly config: string | null;
  readonly reportDir: string;
  /** Files, folders or globs, one a line. */
  readonly reports: string;
  /** The same, by the rules the change proposes; null when there are none. */
  readonly proposed: string | null;
  readonly expect: readonly string[];
  readonly key: string;
  /** Whether to comment where there is a pull request; `always`: also where a person took the comment away. */
  readonly comment: "true" | "false" | "always";
  /** Whether to make a check of the head commit. */
  readonly checkRun: boolean;
  /** Path of the JUnit file. */
  readonly junit: string;
  /** Path of the page. */
  readonly html: string;
  readonly token: string | null;
}

/** @throws InputError listing every input that is wrong. */
export function parseInputs(inputs: Readonly<Record<string, string>>): Inputs {
  const given = (name: string): string | null => inputs[name]?.trim() || null;
  const reportDir = given("report-dir") ?? "ml-gates-report";
  const key = given("key") ?? "default";
  const comment = given("comment") ?? "true";
  const checkRun = given("check-run") ?? "false";
  const problems = [
    ...judgeKey(key),
    ...judgeWord("comment", comment, COMMENT),
    ...judgeWord("check-run", checkRun, SWITCH),
  ];
  if (problems.length > 0) throw new InputError(problems);
  return {
    config: given("config"),
    reportDir,
    reports: given("reports") ?? reportDir,
    proposed: given("proposed"),
    expect: (given("expect") ?? "")
      .split(/[\n,]/)
      .map((name) => name.trim())
      .filter(Boolean),
    key,
    comment: COMMENT.find((word) => word === comment) ?? "true",
    checkRun: checkRun === "true",
    junit: given("junit") ?? `${reportDir}/junit.xml`,
    html: given("html") ?? `${reportDir}/report.html`,
    token: given("token"),
  };
}

/** The key stands inside an HTML comment, which these characters cannot end. */
function judgeKey(key: string): readonly Problem[] {
  if (/^[A-Za-z0-9._-]{1,64}$/.test(key)) return [];
  const message = `The input \`key\` is ${quote(key)}; at most 64 letters, digits, \`.\`, \`_\` and \`-\` were wanted.`;
  return [{ message, remedy: "Write a short name, such as `employment`." }];
}

const COMMENT = ["true", "false", "always"] as const;
const SWITCH = ["true", "false"] as const;

function judgeWord(name: string, word: string, words: readonly string[]): readonly Problem[] {
  if (words.includes(word)) return [];
  const message = `The input \`${name}\` is ${quote(word)}; ${words.map((each) => `\`${each}\``).join(" or ")} was wanted.`;
  return [{ message, remedy: "Leave it out for the default." }];
}
