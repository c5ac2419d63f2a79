/**
 * Patterns tried on values in JavaScript, for what RE2 has no words for.
 *
 * @module
 */
import type { ValueTest } from "@ml-gates/queries";
import type { TranslatedRegex } from "./translate-regex.ts";

/** The test whether a text matches any or all of the patterns, or does not. */
export function testRegexes(
  regexes: readonly TranslatedRegex[],
  how: { readonly match: "any" | "all"; readonly unexpected: "matching" | "others" },
): ValueTest {
  const written = regexes.flatMap(({ javascript }) => javascript ?? []);
  return {
    id: `patterns ${JSON.stringify([written, how])}`,
    compile: () => {
      const compiled = written.map(({ source, flags }) => new RegExp(source, flags));
      const unexpected = how.unexpected === "matching";
      return (value) => {
        const text = `${value}`;
        const found = (each: RegExp) => each.test(text);
        return (how.match === "any" ? compiled.some(found) : compiled.every(found)) === unexpected;
      };
    },
  };
}
