/**
 * Text of strangers made into one plain line: what every renderer starts from.
 *
 * @module
 */

/** Control characters, line ends, direction marks, invisible characters and tags: nothing a name or a reason needs. */
const UNSEEN =
  /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\u{E0000}-\u{E0FFF}]/gu;
const WHITE_SPACE = /[\s\u0085]+/gu;
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/**
 * One line without control characters, direction marks or invisible characters, cut at `limit` characters
 * (an ellipsis marks the cut). What is unseen becomes `�`, so that a reader sees that something was there.
 *
 * @example
 * plainText("two\nlines"); // => "two lines"
 * plainText("abcdef", 4); // => "abc…"
 */
export function plainText(text: string, limit = 300): string {
  if (text.length <= limit && isPlain(text)) return text;
  // Two units make at most one character and runs of white space shrink: four times the limit is always enough.
  const start = text
    .slice(0, limit * 4)
    .replace(WHITE_SPACE, " ")
    .trim();
  const characters = Array.from(start.replace(UNSEEN, "\uFFFD"));
  const whole = characters.length <= limit && text.length <= limit * 4;
  return whole ? characters.join("") : `${characters.slice(0, limit - 1).join("")}…`;
}

const SPACE = 0x20;
const LAST_VISIBLE = 0x7e;

/**
 * Most texts are words with one space between them, of ASCII and of the signs that this package writes itself, such as
 * `…`, `≤` and `✅`. Nothing is to be done to them, and that is told quickly.
 */
function isPlain(text: string): boolean {
  let before = SPACE;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < SPACE || (code > LAST_VISIBLE && !isSign(code)) || (code === SPACE && before === SPACE))
      return false;
    before = code;
  }
  return text === "" || before !== SPACE;
}

/** Dashes to ellipsis, and arrows to dingbats: whole blocks in which every character is seen. */
function isSign(code: number): boolean {
  return (code >= 0x2010 && code <= 0x2027) || (code >= 0x2190 && code <= 0x27bf);
}

/**
 * As {@link plainText}, for a log: no workflow command can be read out of it.
 *
 * @example
 * logText("::error::x").includes("::"); // => false
 */
export function logText(text: string, limit = 300): string {
  return plainText(text, limit)
    .replaceAll(/:(?=:)/g, ":\u200B")
    .replaceAll("##[", "##\u200B[");
}

/** Keeps right-to-left letters from reordering what stands beside them. */
export function isolate(text: string): string {
  return RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text;
}
