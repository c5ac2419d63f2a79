/**
 * Large files as a draft of their table.
 *
 * @module
 */
import { stat } from "node:fs/promises";
import { parseFormat } from "../read-format.ts";
import type { Session } from "../session.ts";
import { readDigest, readSourceFiles, type See, type SourceFile } from "../source-files.ts";
import type { DraftTable, TableSource } from "../sql-engine.ts";
import { draftDelimited, type FileFacts } from "./draft-delimited.ts";
import { draftParquet } from "./draft-parquet.ts";
import { mayMislead } from "./file-start.ts";

/** Null for JSON, for packed files and for small ones. */
export async function draftFiles(
  session: Session,
  directory: string,
  { source, leastBytes }: { readonly source: TableSource; readonly leastBytes: number },
): Promise<DraftTable | null> {
  const files = await readSourceFiles(directory, source.path);
  const formats = files.map(parseFormat);
  const [rows, ...others] = new Set(formats.map((format) => format.rows));
  if (others.length > 0 || rows === undefined || rows === "json") return null;
  if (formats.some(({ packed }) => packed !== null)) return null;
  const sizes = await Promise.all(files.map(({ path }) => stat(path)));
  const bytes = sizes.reduce((sum, { size }) => sum + size, 0);
  if (bytes < leastBytes) return null;
  if (rows === "parquet") return draftParquet(session, files, startFacts(files));
  const plain = files.map(({ path, name }) => ({ path, name, unpacked: false }));
  const delimiter = rows === "tsv" ? "\t" : ",";
  return draftDelimited(session, plain, { source, delimiter, bytes, startFacts: () => startFacts(files) });
}

/** Reads all bytes. Whoever settles the draft meets the fault; until then it must not end the process. */
function startFacts(files: readonly SourceFile[]): Promise<FileFacts> {
  let misleading = false;
  const see: See = (bytes, at) => {
    misleading ||= mayMislead(bytes, at);
  };
  const facts = readDigest(files, see).then((digest) => ({ digest, misleading }));
  facts.catch(() => undefined);
  return facts;
}
