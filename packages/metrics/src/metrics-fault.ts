/**
 * The one way a metrics file is refused: at its line, with what to do.
 *
 * @module
 */
import { InputError } from "@ml-gates/gate";

/** A text and the path it is known by. */
export interface MetricsText {
  readonly text: string;
  readonly path: string;
}

/** Where in the text the fault is, what it is, and what to do. */
export interface MetricsFault {
  readonly offset: number;
  readonly message: string;
  readonly remedy: string;
}

/** The error of a metrics file that cannot be read as one. */
export function refuseMetrics({ text, path }: MetricsText, faults: readonly MetricsFault[]): InputError {
  return new InputError(
    faults.map(({ offset, message, remedy }) => ({ message, remedy, path, line: lineAt(text, offset) })),
  );
}

/** The line of an offset, from 1. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) line += 1;
  return line;
}

/** The offset at which a line starts, counted from 1. */
export function lineStart(text: string, line: number): number {
  let start = 0;
  for (let seen = 1; seen < line && start !== -1; seen += 1) start = text.indexOf("\n", start) + 1 || -1;
  return Math.max(0, start);
}
