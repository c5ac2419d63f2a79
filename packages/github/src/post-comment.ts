/**
 * One comment per pull request and marker, however many jobs write at once: made once, then kept up to date in place.
 *
 * @module
 */
import { EvidenceError } from "@ml-gates/gate";
import { LostReply, RefusedContent } from "./explain-status.ts";
import type { PostedComment, Review } from "./review.ts";

/** What is to stand in the conversation. */
export interface Draft {
  /** The first line of every body. */
  readonly marker: string;
  /** The body, given what stands now and the bytes it may have. */
  compose(standing: string | null, budget: number): string;
  /** Whether a body holds everything this job has to say. */
  stands(body: string): boolean;
  /** Whether other jobs told the same commit in it: then it is read twice. */
  isShared(body: string): boolean;
  readonly budget: number;
  /** Write again what a person has taken away. */
  readonly insist: boolean;
}

/** What became of the comment. */
export type Posting =
  | { readonly change: "created" | "updated" | "unchanged"; readonly comment: PostedComment }
  | { readonly change: "removed-by-person" };

const MOST_TURNS = 40;
const MOST_REFUSALS = 4;
const MOST_UNSEEN = 3;

/**
 * Posts the draft and reads it back until it stands: once when this job is alone, twice in a row when others write
 * too. A write whose reply was lost is never repeated blindly, but looked for first; content that is refused as too
 * long is halved; of two comments that were made at once the older one stays.
 *
 * @throws EvidenceError when GitHub refuses, naming the permission to add, or when others write without end.
 */
export async function postComment(
  review: Review,
  draft: Draft,
  pause: (turn: number) => Promise<void>,
): Promise<Posting> {
  const post: Post = {
    ...{ review, draft, budget: draft.budget },
    ...{ change: "unchanged", created: null, unseen: 0, refusals: 0, reads: 0 },
  };
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    if (turn > 0 && post.reads !== 0) await pause(turn);
    const posting = await settle(() => takeTurn(post), post);
    if (posting !== null) return posting;
    if (post.change !== "unchanged" && post.reads === 0) await pause(turn);
  }
  throw new EvidenceError([
    {
      message: `The comment was rewritten ${MOST_TURNS} times and another job wrote over it each time.`,
      remedy: "Let one job publish: pass all reports to it, and name the gates in `expect`.",
    },
  ]);
}

/** What one posting knows so far. */
interface Post {
  readonly review: Review;
  readonly draft: Draft;
  change: "created" | "updated" | "unchanged";
  created: PostedComment | null;
  /** Lists on which the created comment did not show yet. */
  unseen: number;
  budget: number;
  refusals: number;
  /** Reads in a row on which the draft stood. */
  reads: number;
}

async function takeTurn(post: Post): Promise<Posting | null> {
  const { review, draft } = post;
  const { own, removed } = await review.listOwn(draft.marker);
  const [first, ...doubles] = own;
  if (first === undefined) return begin(post, removed);
  const isFirstWrite = post.change === "unchanged" && post.reads === 0;
  const body = draft.compose(first.body, post.budget);
  if (isFirstWrite ? !sameText(first.body, body) : !draft.stands(first.body)) {
    post.reads = 0;
    await review.updateComment(first.id, body);
    if (post.change === "unchanged") post.change = "updated";
    return null;
  }
  for (const { id } of doubles) await review.deleteComment(id);
  post.reads += 1;
  const wanted = draft.isShared(first.body) && post.change !== "unchanged" ? 2 : 1;
  return post.reads >= wanted ? { change: post.change, comment: first } : null;
}

/** A comment that was made and is not listed yet is on its way: it is waited for, not made again. */
async function begin(post: Post, removed: boolean): Promise<Posting | null> {
  if (post.created !== null) {
    post.unseen += 1;
    return post.unseen < MOST_UNSEEN ? null : { change: "created", comment: post.created };
  }
  if (removed && !post.draft.insist) return { change: "removed-by-person" };
  post.created = await post.review.createComment(post.draft.compose(null, post.budget));
  post.change = "created";
  return null;
}

/** A lost reply is another turn, which looks first; content that is too long is another turn with half of it. */
async function settle(turn: () => Promise<Posting | null>, post: Post): Promise<Posting | null> {
  try {
    return await turn();
  } catch (error) {
    if (error instanceof LostReply && post.refusals < MOST_REFUSALS) post.refusals += 1;
    else if (error instanceof RefusedContent && post.refusals < MOST_REFUSALS) {
      post.refusals += 1;
      post.budget = Math.floor(post.budget / 2);
    } else throw error;
    return null;
  }
}

/** GitHub keeps a body with its own line ends, without white space at the end. */
function sameText(one: string, other: string): boolean {
  const plain = (text: string): string => text.replaceAll("\r\n", "\n").trimEnd();
  return plain(one) === plain(other);
}
