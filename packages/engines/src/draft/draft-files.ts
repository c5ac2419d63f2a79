/**
 * Large files as a draft of their table.
 *
 * @module
 */
import { stat } from "node:fs/promises";
import { openParquet } from "../open-parquet.ts";
import { parseFormat } from "../read-format.ts";
import type { Session } from "../session.ts";
import { readDigest, readSourceFiles, type See, type SourceFile } from "../source-files.ts";
import type { DraftTable, TableSource } from "../sql-engine.ts";
import { draftDelimited, type FileFacts } from "./draft-delimited.ts";
import { holdsUnderscore } from "./underscore.ts";

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
  if (rows === "parquet") return draftParquet(session, files, startFacts(files));
  const plain = files.map(({ path, name }) => ({ path, name, unpacked: false }));
  const delimiter = rows === "tsv" ? "\t" : ",";
  return draftDelimited(session, plain, { source, delimiter, startFacts: () => startFacts(files) });
}

/** Reads all bytes. Whoever settles the draft meets the fault; until then it must not end the process. */
function startFacts(files: readonly SourceFile[]): Promise<FileFacts> {
  let underscored = false;
  const see: See = (bytes, at) => {
    underscored ||= holdsUnderscore(bytes, at);
  };
  const facts = readDigest(files, see).then((digest) => ({ digest, underscored }));
  facts.catch(() => undefined);
  return facts;
}

/** A Parquet file's types are no hypotheses: what a draft saves is waiting for the digest. */
async function draftParquet(
  session: Session,
  files: readonly SourceFile[],
  facts: Promise<FileFacts>,
): Promise<DraftTable> {
  const table = await openParquet(session, files);
  return { table, checks: [], settle: async () => ({ ...table, digest: (await facts).digest }) };
}
