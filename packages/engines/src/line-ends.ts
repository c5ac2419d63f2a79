/**
 * Where a text file's line ends stop being of one kind; looked for only after the engine has refused the file.
 *
 * @module
 */
import { createReadStream } from "node:fs";

/** The first line that ends differently, with both ends as a message may show them. */
export interface MixedLineEnd {
  readonly line: number;
  readonly seen: string;
  readonly before: string;
}

/** The first line whose end is not that of the first line; null when all are of one kind. */
export async function findMixedLineEnd(path: string): Promise<MixedLineEnd | null> {
  let line = 0;
  let before: string | null = null;
  let carried = "";
  for await (const chunk of createReadStream(path, { encoding: "latin1", highWaterMark: 1 << 20 })) {
    const text = carried + String(chunk);
    // A CR at the very end may be the first half of a CRLF.
    carried = text.endsWith("\r") ? "\r" : "";
    for (const [end] of text.slice(0, text.length - carried.length).matchAll(/\r\n|\r|\n/g)) {
      line += 1;
      before ??= end;
      if (end !== before) return { line, seen: NAMES[end] ?? "", before: NAMES[before] ?? "" };
    }
  }
  return null;
}

const NAMES: Readonly<Record<string, string>> = { "\r\n": "CRLF", "\n": "LF", "\r": "CR" };
