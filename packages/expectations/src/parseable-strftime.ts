/**
 * Texts by a format of `strftime`, as Python 3.11's `datetime.strptime` reads them in its plain locale.
 *
 * @module
 */
import { quoteText, type ValueTest } from "@ml-gates/queries";
import { findDayOfYear, isDate } from "./calendar.ts";

const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const MONTHS = [
  ...["january", "february", "march", "april", "may", "june"],
  ...["july", "august", "september", "october", "november", "december"],
];
const short = (names: readonly string[]) => names.map((name) => name.slice(0, 3));
const SPACE = "[\\t-\\r\\u{1c}-\\u{20}\\u{85}\\p{Z}]";
const SPACES = new RegExp(`${SPACE}+`, "gv");
const D = "\\p{Nd}";

/** What a directive matches; the first alternative that fits is taken, as in Python. */
const DIRECTIVES: Readonly<Record<string, string>> = {
  d: `3[0-1]|[1-2]${D}|0[1-9]|[1-9]| [1-9]`,
  f: "[0-9]{1,6}",
  H: `2[0-3]|[0-1]${D}|${D}`,
  I: "1[0-2]|0[1-9]|[1-9]",
  G: `${D}{4}`,
  j: `36[0-6]|3[0-5]${D}|[1-2]${D}${D}|0[1-9]${D}|00[1-9]|[1-9]${D}|0[1-9]|[1-9]`,
  m: "1[0-2]|0[1-9]|[1-9]",
  M: `[0-5]${D}|${D}`,
  S: `6[0-1]|[0-5]${D}|${D}`,
  U: `5[0-3]|[0-4]${D}|${D}`,
  W: `5[0-3]|[0-4]${D}|${D}`,
  w: "[0-6]",
  u: "[1-7]",
  V: `5[0-3]|0[1-9]|[1-4]${D}|${D}`,
  y: `${D}{2}`,
  Y: `${D}{4}`,
  z: `[+\\-]${D}{2}:?[0-5]${D}(?::?[0-5]${D}(?:\\.${D}{1,6})?)?|Z`,
  A: [...WEEKDAYS].sort((left, right) => right.length - left.length).join("|"),
  a: short(WEEKDAYS).join("|"),
  B: [...MONTHS].sort((left, right) => right.length - left.length).join("|"),
  b: short(MONTHS).join("|"),
  p: "am|pm",
  Z: "utc|gmt",
};

const COMPOSED: Readonly<Record<string, string>> = {
  "%c": "%a %b %d %H:%M:%S %Y",
  "%x": "%m/%d/%y",
  "%X": "%H:%M:%S",
};

/** A piece of a format: a directive's letter, or the text between. */
type Piece = { readonly letter: string } | { readonly text: string };

/** The pieces of a format, or what is wrong with it. */
export function readFormat(format: string): readonly Piece[] | { readonly fault: string } {
  const pieces: Piece[] = [];
  const named = new Set<string>();
  for (const token of tokensOf(format)) {
    const letter = token.slice(1);
    if (!token.startsWith("%")) pieces.push({ text: token });
    else if (letter === "%") pieces.push({ text: "%" });
    else if (!Object.hasOwn(DIRECTIVES, letter)) return { fault: `the unknown directive ${token}` };
    else if (named.has(letter)) return { fault: `the directive ${token} twice` };
    else {
      named.add(letter);
      pieces.push({ letter });
    }
  }
  return pieces;
}

function tokensOf(format: string): readonly string[] {
  const tokens = format.match(/%[\s\S]?|[^%]+/gu) ?? [];
  return tokens.flatMap((token) => COMPOSED[token]?.match(/%.|[^%]+/g) ?? [token]);
}

/** The test whether a text cannot be read by a format. */
export function testStrftime(format: string, pieces: readonly Piece[]): ValueTest {
  return {
    id: `strftime ${JSON.stringify(format)}`,
    compile: () => {
      const pattern = new RegExp(`^${pieces.map(writePiece).join("")}`, "iv");
      return (value) => !isRead(`${value}`, pattern);
    },
  };
}

function writePiece(piece: Piece): string {
  if ("letter" in piece) return `(?<${piece.letter}>${DIRECTIVES[piece.letter]})`;
  return [...piece.text.replaceAll(SPACES, " ")]
    .map((character) => (character === " " ? `${SPACE}+` : `\\u{${character.codePointAt(0)?.toString(16)}}`))
    .join("");
}

type Found = Readonly<Record<string, string | undefined>>;

function isRead(text: string, pattern: RegExp): boolean {
  const match = pattern.exec(text);
  if (match === null || match[0].length !== text.length) return false;
  const found: Found = match.groups ?? {};
  return isClock(found) && isZone(found["z"]) && isCalendar(found);
}

/** Python reads leap seconds and then refuses them. */
function isClock(found: Found): boolean {
  return found["S"] === undefined || digits(found["S"]) < 60;
}

function isZone(zone: string | undefined): boolean {
  if (zone === undefined) return true;
  if (zone === "z") return false;
  if (zone === "Z") return true;
  const colons = /^[+-]..(?::..(?::..(?:\.|$)|$)|..(?:..(?:\.|$)|$))/u.test(zone);
  return colons && digits([...zone].slice(1, 3).join("")) < 24;
}

function isCalendar(found: Found): boolean {
  const iso = found["G"];
  const week = found["V"];
  const weekday = weekdayOf(found);
  const dated = found["Y"] !== undefined || found["y"] !== undefined;
  if (iso !== undefined && !dated) {
    if (week === undefined || weekday === null || found["j"] !== undefined) return false;
    return digits(iso) > 0;
  }
  const weekOfYear = found["U"] ?? found["W"];
  if (weekOfYear === undefined && week !== undefined) return false;
  const year = yearOf(found);
  if (found["j"] !== undefined) return year > 0;
  if (weekday !== null && weekOfYear !== undefined) {
    const day = findDayOfYear(year, digits(weekOfYear), { weekday, fromMonday: found["U"] === undefined });
    return year > (day <= 0 ? 1 : 0);
  }
  return isDate(year, monthOf(found), found["d"] === undefined ? 1 : digits(found["d"].trim()));
}

function yearOf(found: Found): number {
  if (found["Y"] !== undefined) return digits(found["Y"]);
  if (found["y"] === undefined) return 1900;
  const year = digits(found["y"]);
  return year <= 68 ? 2000 + year : 1900 + year;
}

function monthOf(found: Found): number {
  if (found["m"] !== undefined) return digits(found["m"]);
  const name = (found["B"] ?? found["b"])?.toLowerCase().slice(0, 3);
  return name === undefined ? 1 : short(MONTHS).indexOf(name) + 1;
}

/** 0 is Monday. */
function weekdayOf(found: Found): number | null {
  const name = (found["A"] ?? found["a"])?.toLowerCase().slice(0, 3);
  if (name !== undefined) return short(WEEKDAYS).indexOf(name);
  if (found["w"] !== undefined) return (digits(found["w"]) + 6) % 7;
  return found["u"] === undefined ? null : digits(found["u"]) - 1;
}

/** A number in the digits of any script, which stand ten in a row. */
function digits(text: string): number {
  return [...text].reduce((number, digit) => number * 10 + digitOf(digit.codePointAt(0) ?? 0), 0);
}

function digitOf(code: number): number {
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before += 1;
  return before % 10;
}

const FIXED: Readonly<Record<string, string>> = {
  Y: "000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-9][0-9]{3}",
  m: "0[1-9]|1[0-2]",
  d: "0[1-9]|[12][0-9]|3[01]",
  H: "[01][0-9]|2[0-3]",
  M: "[0-5][0-9]",
  S: "[0-5][0-9]",
};

/**
 * SQL that holds only for texts which are read by the format, so that few values are left to test; null for formats
 * beyond plain numbers of a fixed width.
 */
export function proveStrftime(text: string, pieces: readonly Piece[]): string | null {
  const letters = pieces.flatMap((piece) => ("letter" in piece ? piece.letter : []));
  const plain = letters.every((letter) => Object.hasOwn(FIXED, letter));
  const dated = !letters.includes("d") || (letters.includes("Y") && letters.includes("m"));
  if (!plain || !dated) return null;
  const matched = `regexp_full_match(${text}, ${quoteText(pieces.map(writeFixed).join(""))})`;
  if (!letters.includes("d")) return matched;
  const part = (letter: string) => `substr(${text}, ${placeOf(letter, pieces)}, ${widthOf({ letter })})`;
  const date = `TRY_CAST(concat_ws('-', ${part("Y")}, ${part("m")}, ${part("d")}) AS DATE) IS NOT NULL`;
  return `(${matched} AND (${part("d")} <= '28' OR ${date}))`;
}

/** Where a directive stands, counted from 1; every piece has a fixed width. */
function placeOf(letter: string, pieces: readonly Piece[]): number {
  const before = pieces.findIndex((piece) => "letter" in piece && piece.letter === letter);
  return pieces.slice(0, before).reduce((place, piece) => place + widthOf(piece), 1);
}

function widthOf(piece: Piece): number {
  if ("text" in piece) return [...piece.text].length;
  return piece.letter === "Y" ? 4 : 2;
}

function writeFixed(piece: Piece): string {
  if ("letter" in piece) return `(?:${FIXED[piece.letter]})`;
  return [...piece.text].map((character) => `\\x{${character.codePointAt(0)?.toString(16)}}`).join("");
}
