/**
 * The names a registry takes: they become paths of a branch and words of a command, so they are plain.
 *
 * @module
 */
import { InputError, quote } from "@ml-gates/gate";

const PLAIN = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;

/**
 * Refuses a model's or alias's name that is not 1 to 128 letters, digits, dots, dashes and underscores, the first a
 * letter or digit.
 *
 * @throws InputError naming what was seen.
 *
 * @example
 * parseRegistryName("champion", "alias"); // => "champion"
 */
export function parseRegistryName(name: string, what: "model" | "alias"): string {
  if (PLAIN.test(name)) return name;
  const message = `The ${what} is called ${quote(name)}: wanted 1 to 128 letters, digits, dots, dashes or underscores, the first a letter or a digit.`;
  throw new InputError([{ message, remedy: `Give the ${what} a plain name, such as \`employment\`.` }]);
}
