/**
 * Which format a data file has: by its extension, by its first bytes where the extension says nothing.
 *
 * @module
 */
import { quote } from "@ml-gates/gate";
import { fileFault } from "./fault.ts";
import type { SourceFile } from "./source-files.ts";

/** How a file's rows are written, and how its bytes are packed. */
export interface Format {
  readonly rows: "csv" | "tsv" | "json" | "parquet";
  readonly packed: "gzip" | "zstd" | null;
}

const ROWS: ReadonlyMap<string, Format["rows"]> = new Map([
  ["csv", "csv"],
  ["tsv", "tsv"],
  ["tab", "tsv"],
  ["parquet", "parquet"],
  ["pq", "parquet"],
  ["json", "json"],
  ["jsonl", "json"],
  ["ndjson", "json"],
]);

const WANTED = "Wanted: .csv, .tsv, .json, .jsonl, .ndjson (each also with .gz or .zst) or .parquet.";

/** @throws EvidenceError when neither the extension nor the first bytes name a format, or when they disagree. */
export function parseFormat({ name, head }: Pick<SourceFile, "name" | "head">): Format {
  const [, extension = "", suffix = ""] = /(?:\.([^./]+?))?(?:\.(gz|zst))?$/i.exec(name.toLowerCase()) ?? [];
  const packed = suffix === "gz" ? "gzip" : suffix === "zst" ? "zstd" : null;
  const rows = ROWS.get(extension) ?? (packed === null ? rowsOf(head) : undefined);
  if (rows === undefined)
    throw fileFault(
      name,
      `has no extension that names a format (seen: ${quote(`.${extension}`)})`,
      `${WANTED} Rename the file.`,
    );
  refuseDisagreement(name, head, { rows, packed });
  return { rows, packed };
}

function rowsOf(head: Buffer): Format["rows"] | undefined {
  if (isParquet(head)) return "parquet";
  return /^\s*[[{]/.test(head.toString("latin1")) ? "json" : undefined;
}

function isParquet(head: Buffer): boolean {
  return head.subarray(0, 4).toString("latin1") === "PAR1";
}

function refuseDisagreement(name: string, head: Buffer, { rows, packed }: Format): void {
  const remedy = `${WANTED} Give the file the extension of what it holds.`;
  if (rows === "parquet") {
    if (packed !== null)
      throw fileFault(
        name,
        "is a Parquet file packed once more",
        "Unpack it: Parquet compresses its own pages.",
      );
    if (!isParquet(head))
      throw fileFault(name, "is no Parquet file: its first four bytes are not PAR1", remedy);
    return;
  }
  const seen =
    MARKS.find(([, bytes]) => head.subarray(0, bytes.length).equals(Buffer.from(bytes)))?.[0] ?? null;
  if (seen !== packed)
    throw fileFault(name, `is ${seen ?? "not"} ${packed === null ? "by its first bytes" : packed}`, remedy);
}

const MARKS = [
  ["gzip", [0x1f, 0x8b]],
  ["zstd", [0x28, 0xb5, 0x2f, 0xfd]],
  ["parquet", [0x50, 0x41, 0x52, 0x31]],
  ["utf-16", [0xff, 0xfe]],
  ["utf-16", [0xfe, 0xff]],
] as const;
