import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HOSTILE_TEXTS } from "./golden/hostile.ts";
import { logText, plainText } from "./plain-text.ts";

const anyText = fc.oneof(fc.constantFrom(...HOSTILE_TEXTS), fc.string({ unit: "binary" }));

describe("plainText", () => {
  const signs = "a1 …–≤≥✅❌❔➖⚠→•'“”";
  const unseen = "\u00a0\t\n\u2028\u200b\u200f\u202e\u2066\ufeff\u2000\u2029\u007f\u0085";

  it("leaves signs alone, joins white space and shows what is unseen", () => {
    const text = fc.string({ unit: fc.constantFrom(...signs, ...unseen), maxLength: 40 });
    fc.assert(
      fc.property(text, (each) => {
        const plain = plainText(each);
        expect(plain).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u00a0\u2000]| {2}|^ | $/u);
        expect(plain.replaceAll(/[ \ufffd]/g, "")).toBe(each.replaceAll(/[\s\p{Cc}\p{Cf}]/gu, ""));
      }),
      { numRuns: 2000 },
    );
  });
});

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
