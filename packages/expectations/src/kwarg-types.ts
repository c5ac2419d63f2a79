/**
 * The types an argument of an expectation can have, and how each is read from JSON.
 *
 * @module
 */
import type { JsonValue } from "@ml-gates/gate";
import { nearestWord } from "@ml-gates/gate";
import type { WrittenKwargs } from "./suite.ts";
import { type TranslatedRegex, translateRegex } from "./translate-regex.ts";
import { isTypeName, TYPE_NAMES } from "./type-names.ts";

/** What was wanted in place of a value, with the reason when the value has the right type but cannot be used. */
export interface Misread {
  readonly wanted: string;
}

/** A value that a column's value is compared with. */
export type Scalar = number | string | boolean;

export interface KwargType<T> {
  read(value: JsonValue): T | Misread;
}

/** One argument: its type, whether it must be written, and what it is when it is not. */
export interface Kwarg<T> extends KwargType<T> {
  readonly required: boolean;
  readonly fallback: T | null;
}

export type KwargSchema = Readonly<Record<string, Kwarg<unknown>>>;

/** The values a schema yields. */
export type KwargsOf<S extends KwargSchema> = {
  readonly [name in keyof S]: S[name] extends Kwarg<infer T> ? T : never;
};

/** An argument that must be written. */
export function required<T>(type: KwargType<T>): Kwarg<T> {
  return { ...type, required: true, fallback: null };
}

/** An argument that is null when it is not written. */
export function optional<T>(type: KwargType<T>): Kwarg<T | null> {
  return { ...type, required: false, fallback: null };
}

/** An argument with a default. */
export function defaulting<T>(type: KwargType<T>, fallback: T): Kwarg<T> {
  return { ...type, required: false, fallback };
}

/** Whether reading failed. */
export function isMisread(value: unknown): value is Misread {
  return typeof value === "object" && value !== null && "wanted" in value;
}

/** The typed arguments of kwargs that {@link parseSuite} has accepted. */
export function readKwargs<S extends KwargSchema>(schema: S, written: WrittenKwargs): KwargsOf<S> {
  const read = Object.entries(schema).map(([name, kwarg]) => {
    const value = written[name] ?? null;
    return [name, value === null ? kwarg.fallback : kwarg.read(value)];
  });
  return Object.fromEntries(read) as KwargsOf<S>;
}

function type<T>(wanted: string, accepts: (value: JsonValue) => T | undefined): KwargType<T> {
  return { read: (value) => accepts(value) ?? { wanted } };
}

function listOf<T>(item: KwargType<T>, wanted: string): KwargType<readonly T[]> {
  return {
    read: (value) => {
      if (!Array.isArray(value)) return { wanted };
      const items = value.map((each) => item.read(each));
      return items.find(isMisread) ?? (items as T[]);
    },
  };
}

export const text = type("text", (value) => (typeof value === "string" ? value : undefined));

export const flag = type("true or false", (value) => (typeof value === "boolean" ? value : undefined));

/** Beyond 2^53 a JSON number is no longer the number that was written. */
export const number = type("a number of at most 2^53 in magnitude", (value) =>
  typeof value === "number" && isExact(value) ? value : undefined,
);

export const count = type("a whole number of at least 0", (value) =>
  typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : undefined,
);

export const position = type("a whole number", (value) =>
  typeof value === "number" && Number.isSafeInteger(value) ? value : undefined,
);

export const fraction = type("a number from 0 to 1", (value) =>
  typeof value === "number" && value >= 0 && value <= 1 ? value : undefined,
);

/** A number, or text: a date for columns of dates, else compared letter by letter. */
export const bound = type<number | string>("a number of at most 2^53 in magnitude, or text", (value) =>
  typeof value === "string" || (typeof value === "number" && isExact(value)) ? value : undefined,
);

export const columnNames = listOf(text, "a list of column names");

/** Nulls in a set are dropped: a missing value is never a member. */
export const valueSet: KwargType<readonly Scalar[]> = {
  read: (value) => {
    const wanted = "a list of numbers, a list of texts or a list of booleans";
    if (!Array.isArray(value)) return { wanted };
    const members = value.filter((member) => member !== null);
    const kinds = new Set(members.map((member) => typeof member));
    const unusable =
      kinds.has("object") || members.some((member) => typeof member === "number" && !isExact(member));
    return unusable || kinds.size > 1 ? { wanted } : (members as Scalar[]);
  },
};

/** A Python regular expression, searched for. */
export const regex: KwargType<TranslatedRegex> = {
  read: (value) => {
    if (typeof value !== "string") return { wanted: "a regular expression as text" };
    const translated = translateRegex(value);
    return "without" in translated
      ? { wanted: `a Python regular expression without ${translated.without}` }
      : translated;
  },
};

/** Texts without NUL, which no SQL text can hold. */
export const pattern = type("text without NUL characters", (value) =>
  typeof value === "string" && !value.includes("\0") ? value : undefined,
);

/** At least one. */
export function someOf<T>(item: KwargType<T>, noun: string): KwargType<readonly T[]> {
  const wanted = `a list of at least one ${noun}`;
  const list = listOf(item, wanted);
  return { read: (value) => (Array.isArray(value) && value.length === 0 ? { wanted } : list.read(value)) };
}

/** One of a few words. */
export function oneOf<const W extends string>(...words: readonly W[]): KwargType<W> {
  return type(words.join(" or "), (value) => words.find((word) => word === value));
}

export const typeName: KwargType<string> = {
  read: (value) => {
    if (typeof value === "string" && isTypeName(value)) return value;
    const near = typeof value === "string" ? nearestWord(value.toLowerCase(), TYPE_NAMES) : null;
    return { wanted: `the name of a type, such as ${near ?? "BIGINT, int64, LongType or str"}` };
  },
};

export const typeNames = listOf(typeName, "a list of type names");

function isExact(value: number): boolean {
  return (
    Number.isFinite(value) &&
    (Number.isSafeInteger(value) || !Number.isInteger(value) || Math.abs(value) >= 2 ** 63)
  );
}
