/**
 * How a data file's fault is told, and what the engine's own messages mean.
 *
 * @module
 */
import { EvidenceError, quote } from "@ml-gates/gate";

/** The error of a data file: what was seen, then what to do now. */
export function fileFault(path: string, seen: string, remedy: string): EvidenceError {
  return new EvidenceError([{ message: `The data file ${quote(path)} ${seen}.`, remedy }]);
}

/** The engine's message on one line, without its advice and its echo of the statement, cut. */
export function engineMessage(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const [told = text] = text.split(/\n\s*\n|\nPossible fixes:|\nLINE \d+:/);
  return told
    .trim()
    .replaceAll(/\s*\n\s*/g, "; ")
    .replaceAll(/\p{Cc}+/gu, " ")
    .replace(/\.+$/, "")
    .slice(0, 500);
}

/** The error of a statement the engine refused. */
export function statementFault(error: unknown): EvidenceError {
  const message = `The engine refused a statement: ${engineMessage(error)}.`;
  return new EvidenceError([
    { message, remedy: REMEDIES.find(([word]) => word.test(message))?.[1] ?? REMEDY },
  ]);
}

const NO_MEMORY = /out of memory|failed to allocate/i;
const MEMORY_REMEDY = "Raise `engine: { memory }`, or give `engine: { temp }` a folder with more room.";

/** The fault of a file that needs more memory than the engine has; null when its reading failed for another reason. */
export function memoryFault(path: string, error: unknown): EvidenceError | null {
  const told = engineMessage(error);
  if (!NO_MEMORY.test(told)) return null;
  return fileFault(path, `needs more memory than the engine has: ${told}`, MEMORY_REMEDY);
}

const REMEDIES = [
  [NO_MEMORY, MEMORY_REMEDY],
  [/no space left|failed to offload/i, "Give `engine: { temp }` a folder with more room."],
] as const;
const REMEDY = "Look at the column and the types the message names.";
