/**
 * Opens the files of a source by the reader of their format.
 *
 * @module
 */
import { rm } from "node:fs/promises";
import { fileFault } from "./fault.ts";
import { openDelimited } from "./open-delimited.ts";
import { openJson } from "./open-json.ts";
import { openParquet } from "./open-parquet.ts";
import { type Format, parseFormat } from "./read-format.ts";
import type { Session } from "./session.ts";
import { readDigest, readSourceFiles, type SourceFile } from "./source-files.ts";
import type { OpenedTable, TableSource } from "./sql-engine.ts";
import { type PlainFile, unpack } from "./unpack.ts";

/** Makes the source's files one table, with their digest. */
export async function openFiles(
  session: Session,
  directory: string,
  source: TableSource,
): Promise<OpenedTable> {
  const files = await readSourceFiles(directory, source.path);
  const formats = files.map(parseFormat);
  const [rows, ...others] = new Set(formats.map((format) => format.rows));
  if (rows === undefined || others.length > 0) {
    throw fileFault(
      source.path,
      `matches files of several formats: ${[rows, ...others].join(", ")}`,
      "Name files of one format.",
    );
  }
  const digest = await readDigest(files);
  const table =
    rows === "parquet"
      ? await openParquet(session, files)
      : await openText(session, { files, formats, rows, source });
  return { ...table, digest };
}

interface TextSource {
  readonly files: readonly SourceFile[];
  readonly formats: readonly Format[];
  readonly rows: Exclude<Format["rows"], "parquet">;
  readonly source: TableSource;
}

async function openText(session: Session, { files, formats, rows, source }: TextSource) {
  const plain: PlainFile[] = [];
  try {
    for (const [index, file] of files.entries()) {
      plain.push(
        await unpack(file, formats[index]?.packed ?? null, {
          folder: session.temp,
          name: session.freshName(),
        }),
      );
    }
    if (rows === "json") return await openJson(session, plain, source);
    return await openDelimited(session, plain, { ...source, delimiter: rows === "tsv" ? "\t" : "," });
  } finally {
    for (const file of plain) if (file.unpacked) await rm(file.path, { force: true });
  }
}
