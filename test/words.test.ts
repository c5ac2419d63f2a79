import { describe, expect, it } from "vitest";
import { listFiles, readSource } from "./source-files.ts";

/** What no message may claim: see `docs/words.md`. */
const CLAIMS =
  /\b(?:un)?fair(?:ly|er)?\b|\bdiscriminat|\bunbiased\b|\bbias-free\b|\blegally safe\b|\bcompliant\b/i;

/** Sources that write messages, and what people read of the actions. */
const TELLING = listFiles(/^(?:packages|actions)\/[^/]+\/(?:src\/.*\.ts|action\.yml|README\.md)$/).filter(
  (path) => !/\.test\.ts$|\/golden\//.test(path),
);

describe("no message calls a model fair, or anything near it", () => {
  it("in any source or document of an action", () => {
    expect(TELLING.length).toBeGreaterThan(100);
    const claims = TELLING.flatMap((path) =>
      readSource(path)
        .split("\n")
        .filter((line) => CLAIMS.test(line))
        .map((line) => `${path}: ${line.trim()}`),
    );
    expect(claims).toEqual([]);
  });
});
