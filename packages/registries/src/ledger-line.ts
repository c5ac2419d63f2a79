/**
 * Lines of a ledger file: canonical JSON, numbered, each naming the hash of the line before it.
 *
 * @module
 */
import { canonicalJson, digestOf, EvidenceError, type JsonValue, quote } from "@ml-gates/gate";

/** What a line says beside its place in the chain. */
export type LedgerFacts = Readonly<Record<string, JsonValue>>;

/** A line in its place. `hash` covers the line's canonical JSON without `hash` itself. */
export interface LedgerLine {
  readonly sequence: number;
  readonly hash: string;
  readonly facts: LedgerFacts;
  /** The line as it stands in the file, without its line end. */
  readonly text: string;
}

/**
 * The line that follows `previous` (null for the first).
 *
 * @example
 * sealLine({ kind: "register" }, null).sequence; // => 1
 */
export function sealLine(facts: LedgerFacts, previous: LedgerLine | null): LedgerLine {
  const sequence = (previous?.sequence ?? 0) + 1;
  const chained = { ...facts, v: 1, seq: sequence, prev_hash: previous?.hash ?? null };
  const hash = digestOf(canonicalJson(chained));
  return { sequence, hash, facts, text: canonicalJson({ ...chained, hash }) };
}

/**
 * Parses a ledger file and verifies its chain wholly.
 *
 * @throws EvidenceError naming the first line that is not what its writer wrote.
 *
 * @example
 * parseLedger("", "versions.jsonl"); // => []
 */
export function parseLedger(text: string, path: string): readonly LedgerLine[] {
  const rows = text.split("\n");
  const rest = rows.pop();
  const lines: LedgerLine[] = [];
  for (const row of rows) lines.push(parseLine(row, { path, previous: lines.at(-1) ?? null }));
  if (rest !== "") throw broken({ path, line: rows.length + 1 }, "the file ends in the middle of the line");
  return lines;
}

function parseLine(
  row: string,
  { path, previous }: { readonly path: string; readonly previous: LedgerLine | null },
): LedgerLine {
  const place = { path, line: (previous?.sequence ?? 0) + 1 };
  const value = parseObject(row);
  if (value === null) throw broken(place, `it is not a JSON object: ${quote(row)}`);
  const { v, seq: _seq, prev_hash: _prev, hash, ...facts } = value;
  if (v !== 1) throw broken(place, `its format is ${quote(v)}, and this tool reads 1`);
  const sealed = sealLine(facts, previous);
  if (sealed.text === row) return sealed;
  throw broken(
    place,
    `its hash is ${quote(hash)}, its content and the line before it come to ${sealed.hash}`,
  );
}

function parseObject(row: string): LedgerFacts | null {
  try {
    const value: unknown = JSON.parse(row);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as LedgerFacts)
      : null;
  } catch {
    return null;
  }
}

function broken(place: { readonly path: string; readonly line: number }, fault: string): EvidenceError {
  return new EvidenceError([
    {
      message: `Line ${place.line} of ${place.path} breaks the ledger's chain: ${fault}.`,
      remedy:
        "Somebody changed the registry by hand: restore the branch to its last good commit, and find out who moved it.",
      ...place,
    },
  ]);
}
