/**
 * The header of a delimited file, read by us: the engine's own sniffer skips `#` rows and may take a file for one
 * column.
 *
 * @module
 */
import { open } from "node:fs/promises";
import { quote } from "@ml-gates/gate";
import { fileFault } from "./fault.ts";

const HEADER_BYTES = 1 << 20;
const MAX_COLUMNS = 10_000;

/** The column names of a plain delimited file, as pandas names them: one without a name is `Unnamed: <index>`. */
export async function readHeader(
  path: string,
  { name, delimiter }: { name: string; delimiter: string },
): Promise<readonly string[]> {
  await using file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0);
  const fields = parseRecord(
    buffer
      .subarray(0, bytesRead)
      .toString("utf8")
      .replace(/^\uFEFF/, ""),
    delimiter,
  );
  if (fields === null)
    throw fileFault(
      name,
      `has a header that cannot be read: a quote is out of place, or its end is not within ${HEADER_BYTES} bytes`,
      'Write a quote inside a quoted name twice: "".',
    );
  const columns = fields.map((field, index) => (field === "" ? `Unnamed: ${index}` : field));
  refuseColumns(name, columns);
  return columns;
}

/** Refuses names that no table can have at once: too many, twice the same, or different in nothing but case. */
export function refuseColumns(name: string, columns: readonly string[]): void {
  if (columns.length > MAX_COLUMNS)
    throw fileFault(name, `has ${columns.length} columns`, `Wanted: at most ${MAX_COLUMNS}.`);
  const broken = columns.find((column) => /[\0\uFFFD]/.test(column));
  if (broken !== undefined)
    throw fileFault(
      name,
      `has a column name that is no UTF-8 text: ${quote(broken)}`,
      "Write the file as UTF-8.",
    );
  const seen = new Map<string, string>();
  for (const column of columns) {
    const other = seen.get(column.toLowerCase());
    if (other !== undefined)
      throw fileFault(
        name,
        `has two columns of one name: ${quote(other)} and ${quote(column)}`,
        "Rename one of them; case alone does not tell columns apart.",
      );
    seen.set(column.toLowerCase(), column);
  }
}

/** The fields of the first record; null when a quote is out of place or the record's end is not in the text. */
function parseRecord(text: string, delimiter: string): readonly string[] | null {
  const quoted = '"([^"]*(?:""[^"]*)*)"';
  const plain = `([^"${delimiter}\r\n][^${delimiter}\r\n]*)`;
  const field = new RegExp(`(?:${quoted}|${plain})?(${delimiter}|\r\n|\r|\n|$)`, "y");
  const fields: string[] = [];
  for (;;) {
    const match = field.exec(text);
    if (match === null) return null;
    fields.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    if (match[3] !== delimiter) return match[3] === "" && text.length >= HEADER_BYTES ? null : fields;
  }
}
