/**
 * CSV and TSV files as one typed table.
 *
 * @module
 */
import { quote } from "@ml-gates/gate";
import { quoteName, quoteText } from "@ml-gates/queries";
import { engineMessage, fileFault, memoryFault } from "./fault.ts";
import { findMixedLineEnd } from "./line-ends.ts";
import { presentText } from "./present-text.ts";
import { readHeader } from "./read-header.ts";
import type { Session } from "./session.ts";
import type { OpenedTable, TableSource } from "./sql-engine.ts";
import { pathList } from "./sql-path.ts";
import { MISSING_TEXTS } from "./text-types.ts";
import { typeText } from "./type-text.ts";
import type { PlainFile } from "./unpack.ts";

/** Opens delimited files of one header. */
export async function openDelimited(
  session: Session,
  files: readonly PlainFile[],
  source: TableSource & { readonly delimiter: string },
): Promise<Omit<OpenedTable, "digest">> {
  const columns = await readHeaders(files, source.delimiter);
  const missing = source.missing ?? MISSING_TEXTS;
  const scanned = mayScan(missing);
  const texts = columns.map((column) => {
    const text = scanned ? quoteName(column) : presentText(rawText(column, missing), missing);
    return `${text} AS ${quoteName(column)}`;
  });
  const from = quoteName(session.freshName());
  for (const [index, file] of files.entries()) {
    const scan = scanText([file], columns, { ...source, missing: scanned ? missing : [""] });
    const rows = `SELECT ${texts.join(", ")} FROM ${scan}`;
    try {
      await session.run(index === 0 ? `CREATE TABLE ${from} AS ${rows}` : `INSERT INTO ${from} ${rows}`);
    } catch (error) {
      throw await explain(file, error);
    }
  }
  return typeText(session, { name: source.path, from, columns, declared: source.types ?? {} });
}

/** The header that all files share. */
export async function readHeaders(
  files: readonly PlainFile[],
  delimiter: string,
): Promise<readonly string[]> {
  const headers: (readonly string[])[] = [];
  for (const { path, name } of files) {
    const header = await readHeader(path, { name, delimiter });
    const [first = header] = headers;
    if (header.join("\0") !== first.join("\0")) {
      const seen = `has the columns ${quote(header.join(", "))}, but ${quote(files[0]?.name)} has ${quote(first.join(", "))}`;
      throw fileFault(name, seen, "Give files of one shape to one glob: the same columns in the same order.");
    }
    headers.push(header);
  }
  return headers[0] ?? [];
}

/**
 * Whether the scan itself can tell all words that mean missing: cheaper than comparing every column with each of them,
 * dearer than comparing the few that are text. It takes no word with a mark of the format in it.
 */
function mayScan(missing: readonly string[]): boolean {
  return missing.includes("") && missing.every((word) => /^[\w#/.<> +-]*$/.test(word));
}

/** How the scan reads. */
export interface Scanning {
  readonly delimiter: string;
  /** The texts that are NULL. */
  readonly missing: readonly string[];
  /** Columns that the scan reads as floats; a value that is none is an error. */
  readonly floats?: ReadonlySet<string>;
  /**
   * Bytes read at once; the engine's own 32 MiB when not given, as whoever stores many columns wants: what is read at
   * once is stored at once, in blocks of their own.
   */
  readonly bytes?: number;
}

/** The files' rows in order, all as text but for the floats. */
export function scanText(
  files: readonly { readonly path: string }[],
  columns: readonly string[],
  { delimiter, missing, floats, bytes }: Scanning,
): string {
  const types = columns
    .map((column) => `${quoteText(column)}: '${floats?.has(column) ? "DOUBLE" : "VARCHAR"}'`)
    .join(", ");
  const options = [
    "auto_detect=false, header=true, strict_mode=true, null_padding=false, ignore_errors=false",
    `hive_partitioning=false, comment='', quote='"', escape='"', delim=${quoteText(delimiter)}`,
    `nullstr=[${missing.map(quoteText).join(", ")}], columns={${types}}`,
    ...(bytes === undefined ? [] : [`buffer_size=${bytes}`]),
  ];
  return `read_csv(${pathList(files)}, ${options.join(", ")})`;
}

/** A column of the scan as it was written: an empty field is a text where no text does not mean missing. */
export function rawText(column: string, missing: readonly string[]): string {
  const name = quoteName(column);
  return missing.includes("") ? name : `coalesce(${name}, '')`;
}

async function explain(file: PlainFile, error: unknown): Promise<Error> {
  const starved = memoryFault(file.name, error);
  if (starved !== null) return starved;
  const told = engineMessage(error);
  const line = /on Line: (\d+)/.exec(told)?.[1];
  const at = line === undefined ? "" : ` at line ${line}`;
  const [, expected, found] = /Expected Number of Columns: (\d+) Found: (\d+)/.exec(told) ?? [];
  if (found !== undefined)
    return fileFault(
      file.name,
      `is ragged${at}: ${expected} fields were wanted, ${found} are there`,
      "Quote fields that hold the delimiter, and give every row every field.",
    );
  if (/Invalid unicode/.test(String(error)))
    return fileFault(file.name, `is not UTF-8${at}`, "Write the file as UTF-8.");
  const mixed = await findMixedLineEnd(file.path);
  if (mixed !== null)
    return fileFault(
      file.name,
      `has mixed line ends: line ${mixed.line} ends in ${mixed.seen}, those before in ${mixed.before}`,
      "Write the file with one kind of line end.",
    );
  if (/unterminated quote/.test(String(error)))
    return fileFault(
      file.name,
      `has a quote that is out of place${at}`,
      'Write a quote inside a quoted field twice: "".',
    );
  return fileFault(file.name, `cannot be read${at}: ${told}`, "Write it as RFC 4180 says.");
}
