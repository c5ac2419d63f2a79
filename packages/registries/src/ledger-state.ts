/**
 * What the ledger says of a model at one commit, with every chain on the way verified.
 *
 * @module
 */
import { EvidenceError, quote } from "@ml-gates/gate";
import type { LedgerBranch } from "./ledger-branch.ts";
import { type LedgerFacts, type LedgerLine, parseLedger, sealLine } from "./ledger-line.ts";
import { type PointerRecord, parsePointer, parseVersion, type VersionRecord } from "./ledger-records.ts";
import { parseRegistryName } from "./registry-names.ts";

/** Opens the branch at first use: names are refused before anything runs. */
export type OpenBranch = () => Promise<LedgerBranch>;

/** A model's file of versions, read at one commit. */
export interface ModelState {
  readonly tip: string | null;
  readonly model: string;
  readonly file: LedgerFile;
  readonly versions: readonly VersionRecord[];
}

/** A pointer of a model, and where it stands. */
export interface PointerState extends ModelState {
  readonly alias: string;
  readonly aliasFile: LedgerFile;
  readonly pointer: PointerRecord | null;
  /** The versions it has pointed at, the newest first, each once. */
  readonly past: readonly string[];
  /** The aliases the model has. */
  readonly aliases: readonly string[];
}

/** A file of the ledger with its lines. */
export interface LedgerFile {
  readonly path: string;
  readonly text: string;
  readonly lines: readonly LedgerLine[];
}

/** @throws EvidenceError when the registry cannot be read or its chain is broken. */
export async function readModel(open: OpenBranch, name: string): Promise<ModelState> {
  const model = parseRegistryName(name, "model");
  const branch = await open();
  const tip = await branch.fetchTip();
  const file = await readLedger(branch, tip, `models/${model}/versions.jsonl`);
  const versions = file.lines.map((line) => parseVersion(line, file.path));
  const strange = versions.find((version) => version.model !== model);
  if (strange) throw misplaced(file.path, strange.model);
  return { tip, model, file, versions };
}

/** @throws EvidenceError when the registry cannot be read or its chain is broken. */
export async function readPointer(open: OpenBranch, name: string, aliasName: string): Promise<PointerState> {
  const alias = parseRegistryName(aliasName, "alias");
  const state = await readModel(open, name);
  const branch = await open();
  const folder = `models/${state.model}/aliases`;
  const aliasFile = await readLedger(branch, state.tip, `${folder}/${alias}.jsonl`);
  const pointers = aliasFile.lines.map((line) => parsePointer(line, aliasFile.path));
  const last = pointers.at(-1) ?? null;
  if (last !== null) refuseMisplaced(last, { ...state, alias, path: aliasFile.path });
  const listed = state.tip === null ? [] : await branch.listFolder(state.tip, folder);
  const aliases = listed.map((path) => path.replace(/\.jsonl$/, ""));
  const past = [...new Set(pointers.map(({ to }) => to).toReversed())];
  return { ...state, alias, aliasFile, pointer: last, past, aliases };
}

async function readLedger(branch: LedgerBranch, tip: string | null, path: string): Promise<LedgerFile> {
  const bytes = tip === null ? null : await branch.readFile(tip, path);
  const text = bytes?.toString() ?? "";
  return { path, text, lines: parseLedger(text, path) };
}

/** A chain is whole wherever it lies: a file moved under another name must not speak for that name. */
function refuseMisplaced(
  { line, to }: PointerRecord,
  { model, alias, path, versions }: ModelState & { readonly alias: string; readonly path: string },
): void {
  const named = `${line.facts["model"]}@${line.facts["pointer"]}`;
  if (named !== `${model}@${alias}`) throw misplaced(path, named);
  const target = versions.find(({ version }) => version === to);
  if (target?.digest === line.facts["digest"]) return;
  const message = `Line ${line.sequence} of ${path} points at version ${quote(to)} with digest ${quote(line.facts["digest"])}; the versions say ${quote(target?.digest ?? null)}.`;
  throw new EvidenceError([
    { message, remedy: "Restore the registry's branch to its last good commit.", path },
  ]);
}

function misplaced(path: string, named: string): EvidenceError {
  const message = `${path} of the registry's branch speaks of ${quote(named)}.`;
  return new EvidenceError([
    { message, remedy: "Restore the registry's branch to its last good commit.", path },
  ]);
}

/** @throws EvidenceError when the model has no such version. */
export function findVersion({ model, versions }: ModelState, wanted: string): VersionRecord {
  const found = versions.find(({ version }) => version === wanted);
  if (found) return found;
  const message = `${model} has no version ${quote(wanted)}; it has ${versions.length === 0 ? "none" : `1 to ${versions.length}`}.`;
  throw new EvidenceError([
    { message, remedy: "Register the model first (operation: register), or correct the version." },
  ]);
}

/** A ledger file with one more line. */
export function extendFile(
  file: LedgerFile,
  facts: LedgerFacts,
): { readonly text: string; readonly line: LedgerLine } {
  const line = sealLine(facts, file.lines.at(-1) ?? null);
  return { line, text: `${file.text}${line.text}\n` };
}
