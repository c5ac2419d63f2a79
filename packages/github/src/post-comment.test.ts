import { EvidenceError } from "@ml-gates/gate";
import { describe, expect, it } from "vitest";
import { RefusedContent } from "./explain-status.ts";
import { type FakeNetwork, openFakeConversation } from "./fake-review.ts";
import { type Draft, postComment } from "./post-comment.ts";

const MARKER = "<!-- ml-gates:v1:x -->";
const AUTHOR = "github-actions[bot]";
const PUBLISHERS = 20;
const INTERLEAVINGS = 1000;

/** Mulberry32: the same seed, the same order of requests. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const sectionsOf = (body: string | null): ReadonlySet<string> =>
  new Set(
    body
      ?.split("\n")
      .slice(1)
      .filter((line) => line.startsWith("+")),
  );

/** A publisher's comment: its own section, those it has seen, and whoever is expected and has not told. */
function draftOf(name: string, expected: readonly string[]): Draft {
  const seen = new Set([`+${name}`]);
  const remember = (body: string | null): void => {
    for (const section of sectionsOf(body)) seen.add(section);
  };
  return {
    marker: MARKER,
    budget: 60_000,
    insist: false,
    compose: (standing) => {
      remember(standing);
      const told = [...seen].sort();
      const missing = expected
        .filter((each) => !told.includes(`+${each}`))
        .map((each) => `-${each} did not run`);
      return [MARKER, ...told, ...missing].join("\n");
    },
    stands: (body) => {
      remember(body);
      const told = sectionsOf(body);
      return [...seen].every((section) => told.has(section));
    },
    isShared: (body) => sectionsOf(body).size > 1,
  };
}

/** Requests of all publishers wait in one hall; chance lets one in at a time, and drops one reply in twenty. */
async function interleave(
  seed: number,
): Promise<{ readonly bodies: readonly string[]; readonly names: readonly string[] }> {
  const random = randomFrom(seed);
  const waiting: (() => void)[] = [];
  const network: FakeNetwork = {
    request: () => new Promise((enter) => waiting.push(enter)),
    isLost: () => random() < 0.05,
  };
  const conversation = openFakeConversation();
  const names = Array.from({ length: PUBLISHERS }, (_, index) => `gate-${index}`);
  let running = names.length;
  const all = names.map(async (name) => {
    await postComment(conversation.reviewAs(AUTHOR, network), draftOf(name, names), network.request);
    running -= 1;
  });
  while (running > 0) {
    const [enter] = waiting.splice(Math.floor(random() * waiting.length), 1);
    enter?.();
    for (let tick = 0; tick < 8; tick += 1) await undefined;
    if (waiting.length === 0) await new Promise((done) => setImmediate(done));
  }
  await Promise.all(all);
  return { bodies: conversation.comments.map(({ body }) => body), names };
}

describe("postComment", () => {
  it(`ends in one comment that tells of all ${PUBLISHERS} publishers, in ${INTERLEAVINGS} orders, one reply in twenty lost`, async () => {
    let lost = 0;
    for (let seed = 1; seed <= INTERLEAVINGS; seed += 1) {
      const { bodies, names } = await interleave(seed);
      expect(bodies).toHaveLength(1);
      const lines = bodies[0]?.split("\n") ?? [];
      const untold = names.filter((name) => !lines.includes(`+${name}`));
      expect(untold.filter((name) => !lines.includes(`-${name} did not run`))).toEqual([]);
      lost += untold.length;
    }
    // Two reads in a row are no lock, and here no pause keeps requests apart: who is lost shows as not run.
    expect(lost / (PUBLISHERS * INTERLEAVINGS)).toBeLessThan(0.002);
  });

  const at = (): Promise<void> => Promise.resolve();

  it("costs a lone job three requests: list, write, list", async () => {
    let requests = 0;
    const network: FakeNetwork = {
      request: async () => {
        requests += 1;
      },
      isLost: () => false,
    };
    const review = openFakeConversation().reviewAs(AUTHOR, network);
    await postComment(review, draftOf("a", []), at);
    expect(requests).toBe(3);
  });

  it("respects that a person took the comment away, unless told to insist", async () => {
    const conversation = openFakeConversation();
    const review = conversation.reviewAs(AUTHOR);
    const made = await postComment(review, draftOf("a", []), at);
    if (made.change !== "removed-by-person") conversation.remove(made.comment.id);
    expect((await postComment(review, draftOf("a", []), at)).change).toBe("removed-by-person");
    expect((await postComment(review, { ...draftOf("a", []), insist: true }, at)).change).toBe("created");
  });

  it("halves what is refused, and gives up after a few times", async () => {
    const conversation = openFakeConversation();
    const review = conversation.reviewAs(AUTHOR);
    const strict = (most: number) => ({
      ...review,
      createComment: async (body: string) => {
        if (body.length > most) throw new RefusedContent([{ message: "too long", remedy: "less" }]);
        return review.createComment(body);
      },
    });
    const long: Draft = {
      ...draftOf("a", []),
      compose: (_, budget) => `${MARKER}\n+a\n${"x".repeat(budget - 30)}`,
    };
    await postComment(strict(20_000), long, at);
    expect(conversation.comments[0]?.body.length).toBeLessThanOrEqual(15_000);
    await expect(
      postComment({ ...strict(10), listOwn: async () => ({ own: [], removed: false }) }, long, at),
    ).rejects.toThrow("too long");
  });

  it("gives up when another job writes over it each time", async () => {
    const conversation = openFakeConversation();
    const review = conversation.reviewAs(AUTHOR);
    const never: Draft = { ...draftOf("a", []), stands: () => false };
    await expect(postComment(review, never, at)).rejects.toThrow(EvidenceError);
  });
});
