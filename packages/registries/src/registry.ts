/**
 * The port every model registry stands behind. `contract/` holds the one suite each adapter must pass.
 *
 * @module
 */

/** A file a version keeps: its bytes are in the registry when small, else at `uri`; `digest` is verified on read. */
export interface KeptFile {
  readonly uri: string;
  readonly digest: string;
}

/** One version of a model as the registry knows it. */
export interface RegisteredVersion {
  readonly model: string;
  /** Such as `7`. */
  readonly version: string;
  /** SHA-256 of the model's own bytes. */
  readonly digest: string;
  /** The metrics file as it was registered. */
  readonly metrics: KeptFile | null;
  /** The predictions file as it was registered. */
  readonly predictions: KeptFile | null;
  /** Commit of the training code. */
  readonly commit: string | null;
  /** ISO 8601, UTC. */
  readonly registeredAt: string;
}

/** A file to keep: its bytes when it is small, else only where it lies and what it hashes to. */
export type GivenFile =
  | { readonly uri: string; readonly bytes: Uint8Array }
  | { readonly uri: string; readonly digest: string };

/** What to register. Idempotent by digest: the same bytes are the same version. */
export interface Registration {
  readonly model: string;
  readonly digest: string;
  readonly metrics: GivenFile | null;
  readonly predictions: GivenFile | null;
  readonly commit: string | null;
  readonly at: Date;
}

/** What a promotion is allowed by. */
export interface PromotionEvidence {
  /** Canonical hash over all reports of the chain. */
  readonly evidenceDigest: string;
  readonly verdict: string;
  readonly runUrl: string | null;
  readonly attempt: number;
}

export interface Promotion {
  readonly model: string;
  readonly alias: string;
  readonly to: string;
  /** The version the alias must point at now; null when it must be unset; `any` only when asked for by name. */
  readonly expect: { readonly version: string | null } | "any";
  readonly evidence: PromotionEvidence;
  readonly commit: string | null;
  readonly at: Date;
}

/** What a promotion did. `changed: false`: the alias stood there already, by the same evidence. */
export interface Receipt {
  readonly changed: boolean;
  readonly from: string | null;
  readonly to: string;
  readonly sequence: number;
  /** Hash of the ledger line, which names the hash of the line before it. */
  readonly hash: string;
}

/** Why there is no version: a readable registry without this model (or without any branch) is a first run. */
export type Resolved =
  | { readonly found: RegisteredVersion }
  | { readonly found: null; readonly why: "no-registry" | "no-model" };

/** A version that an alias has pointed at. */
export interface PastVersion extends RegisteredVersion {
  /** Bytes of its metrics file; null where the registry does not keep them, or they are not what was registered. */
  readonly kept: Uint8Array | null;
}

export interface Registry {
  /**
   * The version an alias points at.
   *
   * @throws EvidenceError when the model is there without that alias, or the registry cannot be read.
   */
  resolve(model: string, alias: string): Promise<Resolved>;
  /**
   * The version an alias points at by number; null when it is unset, for whatever reason.
   *
   * @throws EvidenceError when the registry cannot be read.
   */
  pointsAt(model: string, alias: string): Promise<string | null>;
  /**
   * The versions an alias has pointed at, the one it points at now first; one that came back is there once.
   *
   * @throws EvidenceError when the registry cannot be read.
   */
  listPast(model: string, alias: string): Promise<readonly PastVersion[]>;
  /** The version that was registered with these bytes; null when none was. */
  findByDigest(model: string, digest: string): Promise<RegisteredVersion | null>;
  /** @throws EvidenceError when the version does not exist. */
  find(model: string, version: string): Promise<RegisteredVersion>;
  /** Writes a kept file's bytes to a local one. @throws EvidenceError when they are gone or their digest differs. */
  fetchFile(version: RegisteredVersion, which: "metrics" | "predictions", target: string): Promise<void>;
  register(registration: Registration): Promise<RegisteredVersion>;
  /** @throws EvidenceError when the alias is not where `expect` says, naming both. */
  promote(promotion: Promotion): Promise<Receipt>;
}
