/**
 * The first step of every judging action: its rules, typed, with where they came from.
 *
 * The base decides: a pull request cannot loosen the gate it has to pass. Its own file is judged too, as proposed.
 *
 * @module
 */
import { existsSync } from "node:fs";
import {
  digestOf,
  EvidenceError,
  type Fragment,
  type GateFile,
  type GateFileText,
  InputError,
  type Policy,
  parseGateFile,
  quote,
  type Subject,
} from "@ml-gates/gate";
import { hashModel } from "@ml-gates/registries";
import type { ActionHost } from "./action-host.ts";
import { type CommitFiles, openCommit } from "./commit-files.ts";
import { readTextFile, readTextIfThere, resolvePath } from "./read-file.ts";

/**
 * Which input stands for which key of the gate file: the path of the key, and whether the input's text is YAML
 * (a map or a list), a list separated by commas, or plain text. An input that is given replaces what the gate file
 * says there.
 */
export type InputOverlay = Readonly<Record<string, Pick<Fragment, "path" | "as">>>;

/** A file that belongs to the policy, such as a suite: read from the commit that decides. */
export interface PolicyFile {
  readonly path: string;
  readonly text: string;
  readonly digest: string;
}

/** What an action judges by: the parsed gate file, where it came from, and what the reports are about. */
export interface Gate {
  readonly file: GateFile;
  readonly policy: Policy;
  readonly subject: Subject;
  /** @throws EvidenceError when the file is not there or cannot be read. */
  readPolicyFile(path: string): Promise<PolicyFile>;
}

const DEFAULT_PATHS = [".github/ml-gates.yml", "ml-gates.yml"];

/**
 * Reads the gate file (input `config`, else `.github/ml-gates.yml`, else `ml-gates.yml`; none is fine when the
 * inputs say everything), lays the inputs over it and parses the whole.
 *
 * @throws InputError listing every problem with file, line and column.
 * @throws EvidenceError when the policy's commit cannot be read.
 */
export async function readGate(host: ActionHost, overlay: InputOverlay): Promise<Gate> {
  const fragments = Object.entries(overlay).flatMap(([input, { path, as }]) => {
    const text = host.inputs[input] ?? "";
    return text.trim() === "" ? [] : [{ input, path, as, text }];
  });
  const rules = await readRules(host, fragments);
  if (rules.text === null && fragments.length === 0) throw nothingToJudge();
  const file = distrust(parseRules(host, rules, fragments), { host, rules, overlay });
  return {
    file,
    policy: policyOf(host, rules),
    subject: await readSubject(host, file),
    readPolicyFile: (path) => readPolicyFile(host, rules, path),
  };
}

/** The base's rules on the head's files; in the proposed run the head's rules on the base's machine. */
function parseRules(host: ActionHost, rules: Rules, fragments: readonly Fragment[]): GateFile {
  const decided = parseGateFile(rules.text, fragments);
  if (rules.proposed === null) return decided;
  const proposed = parseGateFile(rules.proposed, fragments);
  if (host.run.proposed) return { ...proposed, engine: decided.engine, registry: decided.registry };
  return takePaths(decided, proposed);
}

/**
 * A native library is code: a gate file that is not merged yet must not name one. An input may, since whoever writes
 * the workflow runs what he likes.
 */
function distrust(
  file: GateFile,
  {
    host,
    rules,
    overlay,
  }: { readonly host: ActionHost; readonly rules: Rules; readonly overlay: InputOverlay },
): GateFile {
  const merged = host.run.base === null || rules.policy.source === "base";
  if (merged || file.engine.nativePath === null || ("engine" in overlay && host.inputs["engine"]))
    return file;
  host.log("engine.native-path stands in a gate file that is not merged yet: it is not used.");
  return { ...file, engine: { ...file.engine, nativePath: null } };
}

function policyOf(host: ActionHost, { policy, proposed }: Rules): Policy {
  if (proposed === null || !host.run.proposed) return policy;
  const digest = digestOf(proposed.text);
  return { source: "own", commit: host.run.commit, path: proposed.path, digest, proposedDigest: null };
}

async function readText(files: CommitFiles, path: string): Promise<string | null> {
  return (await files.readBytes(path))?.toString("utf8") ?? null;
}

interface Rules {
  readonly text: GateFileText | null;
  readonly policy: Policy;
  /** The head's own gate file when it differs from the base's. */
  readonly proposed: GateFileText | null;
  /** Where the policy's other files are read; null for the working directory. */
  readonly base: CommitFiles | null;
}

async function readRules(host: ActionHost, fragments: readonly Fragment[]): Promise<Rules> {
  const own = await readOwn(host);
  if (host.run.base === null) return ownRules(host, own, null);
  const base = await openCommit(host, host.run.base, own?.path ?? candidatePaths(host)[0] ?? ".");
  const decided = await readFirst(candidatePaths(host), (path) => readText(base, path));
  if (decided !== null) return baseRules(base, decided, own);
  if (own !== null && fragments.some(({ input }) => RULES.includes(input))) {
    host.log(`${own.path} is not in the base ${base.commit}: the rules are those of the inputs.`);
    return ownRules(host, null, base);
  }
  if (own !== null)
    host.log(`${own.path} is not in the base ${base.commit}: this first change is judged by its own file.`);
  return ownRules(host, own, base);
}

/** Inputs that say what to judge: a gate file that only the change has must not fill what they leave open. */
const RULES = ["checks", "suite"];

function ownRules(host: ActionHost, own: GateFileText | null, base: CommitFiles | null): Rules {
  const policy: Policy = {
    source: own === null ? "inputs" : "own",
    commit: own === null ? null : host.run.commit,
    path: own?.path ?? null,
    digest: own === null ? null : digestOf(own.text),
    proposedDigest: null,
  };
  return { text: own, policy, proposed: null, base };
}

function baseRules(base: CommitFiles, decided: GateFileText, own: GateFileText | null): Rules {
  const proposed = own !== null && own.text !== decided.text ? own : null;
  const policy: Policy = {
    source: "base",
    commit: base.commit,
    path: decided.path,
    digest: digestOf(decided.text),
    proposedDigest: proposed === null ? null : digestOf(proposed.text),
  };
  return { text: decided, policy, proposed, base };
}

function candidatePaths(host: ActionHost): readonly string[] {
  return host.inputs["config"] ? [host.inputs["config"]] : DEFAULT_PATHS;
}

/** A gate file that was asked for by name must be there; the default ones may be. */
function readOwn(host: ActionHost): Promise<GateFileText | null> {
  const named = host.inputs["config"] !== undefined && host.inputs["config"] !== "";
  return readFirst(candidatePaths(host), async (path) => {
    const found = named ? await readTextFile(host, path) : await readTextIfThere(host, path);
    return found?.text ?? null;
  });
}

async function readFirst(
  paths: readonly string[],
  read: (path: string) => Promise<string | null>,
): Promise<GateFileText | null> {
  for (const path of paths) {
    const text = await read(path);
    if (text !== null) return { path, text };
  }
  return null;
}

/**
 * A suite is policy like the gate file: the base's version decides. A suite that the base does not have comes with the
 * change that adds it, as a first gate file does, unless the base's own gate file names it.
 */
async function readPolicyFile(host: ActionHost, { base, policy }: Rules, path: string): Promise<PolicyFile> {
  const text = base === null || host.run.proposed ? null : await readText(base, path);
  if (text !== null) return { path, text, digest: digestOf(text) };
  if (base === null || host.run.proposed) return { path, ...(await readTextFile(host, path)) };
  if (policy.source === "base") {
    const message = `The base's gate file names ${quote(path)}, which is not in the base commit ${base.commit}.`;
    throw new EvidenceError([
      { message, remedy: "Merge that file first, alone: the base's policy decides." },
    ]);
  }
  host.log(`${path} is not in the base ${base.commit}: this first change is judged by its own file.`);
  return { path, ...(await readTextFile(host, path)) };
}

/** The base's rules on the head's files: only where the candidate lies and what evaluates it is the head's to say. */
function takePaths(base: GateFile, head: GateFile): GateFile {
  return {
    ...base,
    artifact: head.artifact ?? base.artifact,
    data: base.data.map((entry) => ({
      ...entry,
      path: head.data.find(({ name }) => name === entry.name)?.path ?? entry.path,
    })),
    predictions: base.predictions && {
      ...base.predictions,
      candidate: head.predictions?.candidate ?? base.predictions.candidate,
      evaluate: base.predictions.evaluate && {
        ...base.predictions.evaluate,
        command: head.predictions?.evaluate?.command ?? base.predictions.evaluate.command,
      },
    },
    metrics: base.metrics && {
      ...base.metrics,
      candidate: head.metrics?.candidate ?? base.metrics.candidate,
    },
    drift: base.drift && { ...base.drift, current: head.drift?.current ?? base.drift.current },
  };
}

/** Data may be validated before the model is trained: then the report names no digest, and promotes no model. */
async function readSubject(host: ActionHost, file: GateFile): Promise<Subject> {
  const isThere = file.artifact !== null && existsSync(resolvePath(host, file.artifact));
  const digest = file.artifact !== null && isThere ? await hashOnce(host, file.artifact) : null;
  if (file.artifact !== null && !isThere)
    host.log(`${file.artifact} is not there yet: the report names no model digest.`);
  return { model: file.model, version: null, digest, commit: host.run.commit };
}

/** A model may be large and a run may have many gates: its bytes are read once a run. */
const HASHED = new WeakMap<ActionHost["run"], Map<string, Promise<string>>>();

function hashOnce({ run, directory }: ActionHost, artifact: string): Promise<string> {
  const hashed = HASHED.get(run) ?? new Map<string, Promise<string>>();
  HASHED.set(run, hashed);
  const digest = hashed.get(artifact) ?? hashModel(directory, artifact);
  hashed.set(artifact, digest);
  return digest;
}

function nothingToJudge(): InputError {
  const message = `No gate file: neither ${DEFAULT_PATHS.join(" nor ")} is there, and no input says what to judge.`;
  return new InputError([
    { message, remedy: "Add a gate file (docs/gate-file.md), or give the inputs of this action." },
  ]);
}
