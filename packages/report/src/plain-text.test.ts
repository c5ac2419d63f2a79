import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HOSTILE_TEXTS } from "./golden/hostile.ts";
import { logText } from "./plain-text.ts";

const anyText = fc.oneof(fc.constantFrom(...HOSTILE_TEXTS), fc.string({ unit: "binary" }));

describe("logText", () => {
  it("is one line without control characters, in which no workflow command can be read", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const line = logText(text);
        expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]|::|##\[/u);
      }),
      { numRuns: 2000 },
    );
  });
});
