/**
 * Reads CSV and TSV (RFC 4180) into one map a row; an empty cell is not an entry: nothing was logged there.
 *
 * @module
 */
import { type InputError, quote } from "@ml-gates/gate";
import { type MetricsText, refuseMetrics } from "../metrics-fault.ts";
import { MAX_VALUES, type MapTree, type ScalarTree } from "./tree.ts";

/** The letter between cells. */
export type Delimiter = "," | "\t" | ";";

interface Cell {
  readonly text: string;
  readonly offset: number;
}

/** @throws InputError at its line: a ragged row, a column named twice, a quote that is not closed. */
export function parseTable(source: MetricsText, delimiter: Delimiter): readonly MapTree[] {
  const [header, ...rows] = readRows(source, delimiter);
  if (header === undefined) throw refuse(source, 0, "it has no header");
  const names = header.map(({ text }) => text.trim());
  const seen = new Set<string>();
  const twice = names.findIndex((name) => seen.size === seen.add(name).size);
  if (twice !== -1)
    throw refuse(source, header[twice]?.offset ?? 0, `two columns are called ${quote(names[twice])}`);
  return rows.map((cells) => toRow(source, names, cells));
}

function toRow(source: MetricsText, names: readonly string[], cells: readonly Cell[]): MapTree {
  const offset = cells[0]?.offset ?? 0;
  if (cells.length !== names.length)
    throw refuse(source, offset, `a row has ${cells.length} cells and the header ${names.length}`);
  const filled = cells.flatMap((cell, index) => {
    const name = names[index] ?? "";
    return cell.text.trim() === "" ? [] : [[name, toScalar(cell)] as const];
  });
  return { kind: "map", entries: new Map(filled), offset };
}

const NUMBER = /^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/;

function toScalar({ text, offset }: Cell): ScalarTree {
  const trimmed = text.trim();
  if (NUMBER.test(trimmed)) return { kind: "scalar", value: Number(trimmed), offset };
  const isBoolean = /^(?:true|false)$/i.test(trimmed);
  return { kind: "scalar", value: isBoolean ? trimmed.toLowerCase() === "true" : trimmed, offset };
}

const PLAIN: Readonly<Record<Delimiter, RegExp>> = {
  ",": /[^,\r\n]*/y,
  "\t": /[^\t\r\n]*/y,
  ";": /[^;\r\n]*/y,
};
const QUOTED = /"((?:[^"]|"")*)"/y;
const LINE_END = /\r\n|\n|\r/y;

function readRows(source: MetricsText, delimiter: Delimiter): readonly (readonly Cell[])[] {
  const rows: (readonly Cell[])[] = [];
  let count = 0;
  for (let offset = 0; offset < source.text.length; ) {
    const { cells, end } = readLine(source, offset, delimiter);
    count += cells.length;
    if (count > MAX_VALUES) throw refuse(source, offset, `it holds more than ${MAX_VALUES} cells`);
    if (cells.length > 1 || cells[0]?.text !== "") rows.push(cells);
    offset = end;
  }
  return rows;
}

/** The cells up to the end of the line, and where the next one starts. */
function readLine(source: MetricsText, start: number, delimiter: Delimiter) {
  const cells: Cell[] = [];
  for (let offset = start; ; offset += 1) {
    const { cell, end } = readCell(source, offset, delimiter);
    cells.push(cell);
    offset = end;
    if (source.text[end] === delimiter) continue;
    const [lineEnd = null] = matchAt(LINE_END, source.text, end) ?? [];
    if (lineEnd === null && end < source.text.length) throw refuse(source, end, "text follows a quoted cell");
    return { cells, end: end + (lineEnd?.length ?? 0) };
  }
}

function readCell(source: MetricsText, offset: number, delimiter: Delimiter) {
  const isQuoted = source.text[offset] === '"';
  const match = matchAt(isQuoted ? QUOTED : PLAIN[delimiter], source.text, offset);
  if (match === null) throw refuse(source, offset, "a quoted cell is not closed");
  const text = isQuoted ? (match[1] ?? "").replaceAll('""', '"') : match[0];
  return { cell: { text, offset }, end: offset + match[0].length };
}

function matchAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | null {
  pattern.lastIndex = offset;
  return pattern.exec(text);
}

function refuse(source: MetricsText, offset: number, seen: string): InputError {
  const message = `The metrics file cannot be read as a table: ${seen}.`;
  return refuseMetrics(source, [{ offset, message, remedy: "Correct it here, or write it again." }]);
}
