/**
 * Large files as a draft of their table.
 *
 * @module
 */
import { stat } from "node:fs/promises";
import { openParquet } from "../open-parquet.ts";
import { parseFormat } from "../read-format.ts";
import type { Session } from "../session.ts";
import { readDigest, readSourceFiles, type SourceFile } from "../source-files.ts";
import type { DraftTable, TableSource } from "../sql-engine.ts";
import { draftDelimited } from "./draft-delimited.ts";

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
  if (sizes.reduce((sum, { size }) => sum + size, 0) < leastBytes) return null;
  const startDigest = (): Promise<string> => {
    const digest = readDigest(files);
    // Whoever settles the draft meets the fault; until then it must not end the process.
    digest.catch(() => undefined);
    return digest;
  };
  if (rows === "parquet") return draftParquet(session, files, startDigest());
  const plain = files.map(({ path, name }) => ({ path, name, unpacked: false }));
  return draftDelimited(session, plain, { source, delimiter: rows === "tsv" ? "\t" : ",", startDigest });
}

/** A Parquet file's types are no hypotheses: what a draft saves is waiting for the digest. */
async function draftParquet(
  session: Session,
  files: readonly SourceFile[],
  digest: Promise<string>,
): Promise<DraftTable> {
  const table = await openParquet(session, files);
  return { table, checks: [], settle: async () => ({ ...table, digest: await digest }) };
}
