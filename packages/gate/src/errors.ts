/**
 * The two kinds of error that are not our defect, and the grammar of their messages:
 * what was seen, what was wanted, what to do now.
 *
 * @module
 */

/** One thing that is wrong, with its place where one is known. Lines and columns count from 1. */
export interface Problem {
  /** What was seen and what was wanted. */
  readonly message: string;
  /** What to do now. */
  readonly remedy: string;
  readonly path?: string;
  readonly line?: number;
  readonly column?: number;
}

const QUOTE_LIMIT = 200;

/**
 * A value as a message may show it: as JSON where that is possible, cut at 200 characters.
 *
 * @example
 * quote("5%"); // => '"5%"'
 */
export function quote(value: unknown): string {
  const isPlain = typeof value === "bigint" || typeof value === "number";
  const text = isPlain ? String(value) : (JSON.stringify(value) ?? String(value));
  return text.length > QUOTE_LIMIT ? `${text.slice(0, QUOTE_LIMIT)}… (cut)` : text;
}

/**
 * A problem as one line of text.
 *
 * @example
 * describeProblem({ message: "Seen.", remedy: "Do.", path: "a.yml", line: 3 }); // => "a.yml:3: Seen. Do."
 */
export function describeProblem(problem: Problem): string {
  const place = [problem.path, problem.line, problem.column].filter((part) => part !== undefined).join(":");
  return `${place === "" ? "" : `${place}: `}${problem.message} ${problem.remedy}`;
}

abstract class GateError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(describeProblem).join("\n"));
    this.problems = problems;
  }
}

/** The workflow's author must move: an input, the gate file or a suite is wrong. Lists every problem. */
export class InputError extends GateError {
  override readonly name = "InputError";
}

/** A fact could not be had: the gate did not run. Names the permission, path or setting that fixes it. */
export class EvidenceError extends GateError {
  override readonly name = "EvidenceError";
}
