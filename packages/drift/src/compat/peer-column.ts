/**
 * What a peer's verdict is made of, and what it comes to.
 *
 * @module
 */
import type { CategoryCounts, ValueCounts } from "@ml-gates/queries";
import type { PairedCategories } from "../paired-categories.ts";
import type { PairedCounts } from "../paired-counts.ts";

/** A column of both sides as a peer sees it: without its missing values, every distinct value counted. */
export interface PeerColumn {
  readonly name: string;
  readonly numbers: PairedCounts | null;
  readonly categories: PairedCategories | null;
  /** The same rows in the order of the file, cut into parts; null for peers that do not ask. */
  readonly chunks: { readonly reference: readonly Chunk[]; readonly current: readonly Chunk[] } | null;
}

/** The counted values of some rows that follow each other. */
export interface Chunk {
  readonly numbers: ValueCounts | null;
  readonly categories: CategoryCounts | null;
}

/** A peer's word on one column. */
export interface PeerFinding {
  readonly name: string;
  /** As the peer names it. */
  readonly method: string;
  /** A distance or a p-value, as the peer prints it; of the worst chunk where there are chunks. */
  readonly statistic: number;
  readonly threshold: number;
  readonly drifted: boolean;
  /** Where the statistic is not the p-value itself. */
  readonly p: number | null;
  /** By chunk; null for peers that judge all rows at once. */
  readonly statistics: readonly number[] | null;
}

/** A peer's word on all columns. */
export interface PeerVerdict {
  readonly columns: readonly PeerFinding[];
  readonly drifted: boolean;
  /** The peer's own rule, in words. */
  readonly rule: string;
}
