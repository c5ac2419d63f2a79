/**
 * The embedded registry: an append-only, hash-chained ledger on an orphan branch of a git repository.
 *
 * `models/<model>/versions.jsonl` numbers the versions, `models/<model>/aliases/<alias>.jsonl` moves a pointer. The
 * push without force is the compare-and-swap: whoever comes second reads again and checks again.
 *
 * @module
 */
import { writeFile } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import { digestOf, EvidenceError, quote } from "@ml-gates/gate";
import { fetchAtAddress } from "./fetch-address.ts";
import { blobPath, planVersion, verifyKept } from "./kept-files.ts";
import { type LedgerBranch, openBranch } from "./ledger-branch.ts";
import type { LedgerLine } from "./ledger-line.ts";
import { renderPromotion, renderVersion } from "./ledger-records.ts";
import type { BranchAddress } from "./ledger-remote.ts";
import {
  extendFile,
  findVersion,
  type OpenBranch,
  type PointerState,
  readModel,
  readPointer,
} from "./ledger-state.ts";
import type {
  PastVersion,
  Promotion,
  Receipt,
  RegisteredVersion,
  Registration,
  Registry,
  Resolved,
} from "./registry.ts";
import type { Addition } from "./write-commit.ts";

/** Where the ledger is, and where it tells of retries. */
export interface GitLedgerSetting extends BranchAddress {
  readonly log: (line: string) => void;
}

const MAX_TRIES = 5;

/**
 * A registry on a branch of the checkout's `origin`, or of `repository` (a path or URL). It is read afresh at every
 * call and leaves the checkout as it was. The chain shows a changed line; a branch replaced as a whole it cannot
 * show: protect the branch against force pushes.
 */
export function openGitLedger(setting: GitLedgerSetting): Registry {
  let opened: Promise<LedgerBranch> | null = null;
  const open: OpenBranch = () => {
    opened ??= openBranch(setting);
    return opened;
  };
  return {
    resolve: async (model, alias) => resolveAlias(await readPointer(open, model, alias)),
    pointsAt: async (model, alias) => (await readPointer(open, model, alias)).pointer?.to ?? null,
    listPast: async (model, alias) => readPast(open, await readPointer(open, model, alias)),
    find: async (model, version) => findVersion(await readModel(open, model), version),
    findByDigest: async (model, digest) =>
      (await readModel(open, model)).versions.find((each) => each.digest === digest) ?? null,
    fetchFile: (version, which, target) => fetchKept(open, { version, which, target }, setting),
    register: (registration) => append(open, setting.log, () => planRegistration(open, registration)),
    promote: (promotion) => append(open, setting.log, () => planPromotion(open, promotion)),
  };
}

function resolveAlias(state: PointerState): Resolved {
  const { tip, model, alias, pointer, versions, aliases } = state;
  if (tip === null) return { found: null, why: "no-registry" };
  if (versions.length === 0 && pointer === null) return { found: null, why: "no-model" };
  if (pointer !== null) return { found: findVersion(state, pointer.to) };
  const message = `${model} is registered (${versions.length} versions) without the alias ${quote(alias)}; it has: ${aliases.join(", ") || "none"}.`;
  const remedy = `Promote a version to it (operation: promote, to: ${alias}), or correct the alias.`;
  throw new EvidenceError([{ message, remedy }]);
}

const MOST_PAST = 20;

async function readPast(open: OpenBranch, state: PointerState): Promise<readonly PastVersion[]> {
  const { tip, past } = state;
  const branch = await open();
  return Promise.all(
    past.slice(0, MOST_PAST).map(async (wanted): Promise<PastVersion> => {
      const record = findVersion(state, wanted);
      const path = blobPath(record, "metrics");
      const kept = path === null || tip === null ? null : await branch.readFile(tip, path);
      const isWhole = kept !== null && digestOf(kept) === record.metrics?.digest;
      return { ...record, kept: isWhole ? kept : null };
    }),
  );
}

interface KeptRequest {
  readonly version: RegisteredVersion;
  readonly which: "metrics" | "predictions";
  readonly target: string;
}

async function fetchKept(
  open: OpenBranch,
  { version, which, target }: KeptRequest,
  setting: GitLedgerSetting,
): Promise<void> {
  const state = await readModel(open, version.model);
  const record = findVersion(state, version.version);
  if (record[which] === null) {
    const message = `Version ${record.version} of ${record.model} was registered without ${which}.`;
    throw new EvidenceError([{ message, remedy: `Register a version with its ${which}.` }]);
  }
  const path = blobPath(record, which);
  if (path === null) {
    const digest = await fetchAtAddress({ ...setting, record, name: which, target });
    return verifyKept(digest, record, which);
  }
  const kept = state.tip === null ? null : await (await open()).readFile(state.tip, path);
  if (kept !== null) {
    verifyKept(digestOf(kept), record, which);
    return writeFile(target, kept);
  }
  const message = `${path} is gone from the registry's branch.`;
  throw new EvidenceError([{ message, remedy: "Restore the branch to its last good commit." }]);
}

/** What to write, and what to answer once it is written; nothing to write when `addition` is null. */
interface Plan<Answer> {
  readonly tip: string | null;
  readonly addition: Addition | null;
  readonly answer: Answer;
}

/** Plans, pushes, and plans again from what is there now whenever another writer was first. */
async function append<Answer>(
  open: OpenBranch,
  log: (line: string) => void,
  plan: () => Promise<Plan<Answer>>,
): Promise<Answer> {
  for (let attempt = 1; attempt <= MAX_TRIES; attempt++) {
    const { tip, addition, answer } = await plan();
    if (addition === null || (await (await open()).pushFiles(tip, addition)) === "pushed") return answer;
    log(`The registry moved while this was written; reading it again (try ${attempt} of ${MAX_TRIES}).`);
    await delay(100 * attempt * (1 + Math.random()));
  }
  const message = `The registry moved under ${MAX_TRIES} tries to write to it.`;
  const remedy = "Run this job again, and give promotions of one registry a `concurrency` group.";
  throw new EvidenceError([{ message, remedy }]);
}

async function planRegistration(
  open: OpenBranch,
  registration: Registration,
): Promise<Plan<RegisteredVersion>> {
  const { tip, model, file, versions } = await readModel(open, registration.model);
  const known = versions.find(({ digest }) => digest === registration.digest);
  if (known) return { tip, addition: null, answer: known };
  const version = String(versions.length + 1);
  const { record, files } = planVersion(registration, version);
  const { text } = extendFile(file, renderVersion(record));
  return {
    tip,
    addition: {
      files: new Map<string, string | Uint8Array>([...files, [file.path, text]]),
      message: `register ${model} ${version}\n`,
      at: registration.at,
    },
    answer: record,
  };
}

async function planPromotion(open: OpenBranch, promotion: Promotion): Promise<Plan<Receipt>> {
  const state = await readPointer(open, promotion.model, promotion.alias);
  const { digest } = findVersion(state, promotion.to);
  const { tip, pointer, aliasFile } = state;
  const { evidenceDigest } = promotion.evidence;
  if (pointer?.to === promotion.to && pointer.evidenceDigest === evidenceDigest) {
    return { tip, addition: null, answer: receiptOf(pointer.line, { ...pointer, changed: false }) };
  }
  const from = pointer?.to ?? null;
  refuseUnexpected(promotion, from);
  const { text, line } = extendFile(aliasFile, renderPromotion(promotion, { from, digest }));
  const message = `promote ${promotion.model}@${promotion.alias}: ${from ?? "none"} to ${promotion.to}\n`;
  return {
    tip,
    addition: { files: new Map([[aliasFile.path, text]]), message, at: promotion.at },
    answer: receiptOf(line, { from, to: promotion.to, changed: true }),
  };
}

function refuseUnexpected({ model, alias, expect }: Promotion, from: string | null): void {
  if (expect === "any" || expect.version === from) return;
  const message = `${model}@${alias} points at ${from ?? "nothing"}; this promotion expects ${expect.version ?? "nothing"}.`;
  const remedy =
    "Somebody else promoted since: run the gates again, against the version that stands there now.";
  throw new EvidenceError([{ message, remedy }]);
}

function receiptOf(
  line: LedgerLine,
  { changed, from, to }: Pick<Receipt, "changed" | "from" | "to">,
): Receipt {
  return { changed, from, to, sequence: line.sequence, hash: line.hash };
}
