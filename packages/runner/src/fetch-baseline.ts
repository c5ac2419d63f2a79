/**
 * The production baseline as a local file, wherever it is kept, or why there is none yet.
 *
 * @module
 */
import { rmSync } from "node:fs";
import { mkdtemp, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join, relative } from "node:path";
import {
  type BaselineSource,
  digestOf,
  EvidenceError,
  type GateFile,
  InputError,
  quote,
} from "@ml-gates/gate";
import type { ActionHost } from "./action-host.ts";
import { openCommit, readBlob, resolveCommit } from "./commit-files.ts";
import { openRegistry } from "./evidence.ts";
import { digestFile, resolvePath } from "./read-file.ts";
import { runGit } from "./run-git.ts";

/** A file as it was read, with the origin a report states. */
export interface ReadFile {
  /** Absolute path of a local copy: what a query engine opens. */
  readonly path: string;
  /** As the user wrote it. */
  readonly uri: string;
  readonly digest: string;
  /** Version or commit behind a registry or git source. */
  readonly version: string | null;
}

/** A baseline, or why there is none: a first run is an outcome of its own. */
export type FetchedBaseline = ReadFile | { readonly absent: string };

/** Which of a version's files is wanted. */
export interface WantedBaseline {
  readonly source: BaselineSource;
  readonly which: "metrics" | "predictions";
}

/**
 * The baseline's metrics or predictions as a local file. No branch, model or file at a readable source is a
 * first run (`absent`).
 *
 * @throws EvidenceError when the source cannot be read, or when the model is there without the alias.
 */
export function fetchBaseline(
  host: ActionHost,
  gate: GateFile,
  wanted: WantedBaseline,
): Promise<FetchedBaseline> {
  const { source, which } = wanted;
  if (source.kind === "file") return fetchFile(host, source.path);
  if (source.kind === "git") return fetchFromGit(host, source);
  return fetchFromRegistry(host, gate, which);
}

/** What a change is compared with is not its own to change: a baseline that the base has is read from the base. */
async function fetchFile(host: ActionHost, path: string): Promise<FetchedBaseline> {
  const base = host.run.base === null ? null : await openCommit(host, host.run.base, path);
  const bytes = base === null || isOutside(host, path) ? null : await base.readBytes(path);
  if (base !== null && bytes !== null) return keep(host, bytes, { uri: path, version: base.commit });
  const absolute = resolvePath(host, path);
  const found = await stat(absolute).catch((error: unknown) => error as { readonly code?: string });
  if ("code" in found && found.code === "ENOENT") return { absent: `${path} is not there` };
  return { path: absolute, uri: path, digest: await digestFile(host, path), version: null };
}

/** A file outside of the working directory, such as a downloaded artifact, is in no commit. */
function isOutside(host: ActionHost, path: string): boolean {
  return relative(host.directory, resolvePath(host, path)).startsWith("..");
}

async function fetchFromGit(
  host: ActionHost,
  { ref, path }: { readonly ref: string; readonly path: string },
): Promise<FetchedBaseline> {
  const commit = await resolveRef(host, ref);
  if (commit === null) return { absent: `no branch or tag ${ref}` };
  const bytes = await readBlob(host, commit, path);
  if (bytes === null) return { absent: `${path} is not in ${ref} (${commit.slice(0, 12)})` };
  return keep(host, bytes, { uri: `git:${ref}:${path}`, version: commit });
}

/** The commit behind a ref; null only for a branch or tag that a readable repository does not have. */
async function resolveRef(host: ActionHost, ref: string): Promise<string | null> {
  for (const name of [ref, `refs/remotes/origin/${ref}`]) {
    const commit = await resolveCommit(host, name);
    if (commit !== null) return commit;
  }
  const inside = await runGit(host, ["rev-parse", "--git-dir"]);
  if (inside.code !== 0) throw unreadable(ref, inside.stderr);
  // A hash or an ancestor that is not here may well exist: only a name can be known to be absent.
  if (/[~^@{}]|^[0-9a-f]{7,64}$|^HEAD$/.test(ref)) throw unreadable(ref, "it is not in this checkout");
  const remotes = await runGit(host, ["remote"]);
  if (remotes.stdout.toString("utf8").trim() === "") return null;
  const listed = await runGit(host, [
    "ls-remote",
    "--exit-code",
    "origin",
    ref.replace(/^(refs\/remotes\/)?origin\//, ""),
  ]);
  if (listed.code === 2) return null;
  throw unreadable(ref, listed.code === 0 ? "it is on origin, but not in this checkout" : listed.stderr);
}

function unreadable(ref: string, detail: string): EvidenceError {
  const message = `The baseline's git ref ${quote(ref)} cannot be read: ${quote(detail)}.`;
  return new EvidenceError([
    {
      message,
      remedy: "Fetch it: give actions/checkout `fetch-depth: 0`, or fetch that ref in a step before.",
    },
  ]);
}

async function fetchFromRegistry(
  host: ActionHost,
  gate: GateFile,
  which: WantedBaseline["which"],
): Promise<FetchedBaseline> {
  const { model, registry: section } = gate;
  if (model === null) {
    const message = "`baseline: registry` is asked for, but the gate file names no `model`.";
    throw new InputError([{ message, remedy: "Add `model: <name>`, as the registry calls it." }]);
  }
  const registry = openRegistry(host, section);
  const { found, ...rest } = await registry.resolve(model, section.alias);
  if (found === null)
    return {
      absent:
        "why" in rest && rest.why === "no-model" ? `no model ${model} in the registry` : "no registry yet",
    };
  const kept = found[which];
  if (kept === null) {
    const message = `Version ${found.version} of ${model} (alias ${section.alias}) was registered without ${which}.`;
    throw new EvidenceError([
      { message, remedy: `Register a version with its ${which}, or name another baseline.` },
    ]);
  }
  const bytes = await registry.readFile(found, which);
  const uri = `registry:${model}@${section.alias}`;
  return keep(host, bytes, { uri, version: found.version, extension: extname(kept.uri) });
}

interface Kept {
  readonly uri: string;
  readonly version: string;
  readonly extension?: string;
}

/** A local copy, in a folder that goes with the process. */
async function keep(
  host: ActionHost,
  bytes: Uint8Array,
  { uri, version, extension }: Kept,
): Promise<ReadFile> {
  const folder = await mkdtemp(join(host.environment["RUNNER_TEMP"] || tmpdir(), "ml-gates-baseline-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, `baseline${extension ?? extname(uri)}`);
  await writeFile(path, bytes);
  return { path, uri, digest: digestOf(bytes), version };
}
