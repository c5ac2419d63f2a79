/**
 * The words of a condition.
 *
 * @module
 */
import { ConditionFault } from "./condition.ts";

/** A word of a condition; the value of a text or a quoted name stands without its quotes. */
export interface Token {
  readonly kind: "number" | "text" | "name" | "quoted-name" | "sign";
  readonly text: string;
}

const TOKEN =
  /\s+|(?<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?(?![\p{L}\p{N}_.]))|(?<text>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|(?<name>[\p{L}_][\p{L}\p{N}_]*)|(?<quoted>`[^`\n]+`)|(?<sign><=|>=|==|!=|[<>()[\],&|~.+-])/uy;

const ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\",
  "'": "'",
  '"': '"',
  n: "\n",
  r: "\r",
  t: "\t",
};

const MOST_CHARACTERS = 20_000;

/** @throws ConditionFault at the first letter that begins no word. */
export function readTokens(source: string, escapes: boolean): readonly Token[] {
  if (source.length > MOST_CHARACTERS)
    throw new ConditionFault(`it has more than ${MOST_CHARACTERS} characters`);
  const tokens: Token[] = [];
  let place = 0;
  while (place < source.length) {
    TOKEN.lastIndex = place;
    const found = TOKEN.exec(source);
    if (found === null)
      throw new ConditionFault(`${JSON.stringify(source.slice(place, place + 20))} is no part of it`);
    place = TOKEN.lastIndex;
    const token = tokenOf(found.groups ?? {}, escapes);
    if (token !== null) tokens.push(token);
  }
  return tokens;
}

function tokenOf(groups: Readonly<Record<string, string | undefined>>, escapes: boolean): Token | null {
  const { number, text, name, quoted, sign } = groups;
  if (number !== undefined) return { kind: "number", text: number };
  if (text !== undefined) return { kind: "text", text: unquote(text.slice(1, -1), escapes) };
  if (name !== undefined) return { kind: "name", text: name };
  if (quoted !== undefined) return { kind: "quoted-name", text: quoted.slice(1, -1) };
  return sign === undefined ? null : { kind: "sign", text: sign };
}

function unquote(text: string, escapes: boolean): string {
  if (!escapes) return text;
  return text.replaceAll(/\\(.)/gu, (written, letter: string) => {
    const meant = ESCAPES[letter];
    if (meant === undefined) throw new ConditionFault(`the escape ${written} is not supported in it`);
    return meant;
  });
}
