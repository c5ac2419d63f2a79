import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { JsonValue } from "@ml-gates/gate";
import type { ValueTest } from "@ml-gates/queries";
import { describe, expect, it } from "vitest";
import { JSON_TEST } from "./json-parse.ts";
import { findSchemaFault, testJsonSchema } from "./json-schema.ts";
import { DATEUTIL_TEST } from "./parseable-dateutil.ts";
import { readFormat, testStrftime } from "./parseable-strftime.ts";
import { translateRegex } from "./translate-regex.ts";

type Schema = boolean | Readonly<Record<string, JsonValue>>;

/** Answers are one character a text: 1 is yes, 0 is no, ! is an exception. */
const ORACLE = JSON.parse(
  readFileSync(resolve(import.meta.dirname, "../../../fixtures/oracles/python-texts.json"), "utf8"),
) as {
  readonly matched: readonly string[];
  readonly patterns: readonly { readonly pattern: string; readonly found: string | null }[];
  readonly times: readonly string[];
  readonly formats: readonly {
    readonly format: string;
    readonly others: readonly string[];
    readonly reads: string;
  }[];
  readonly jsonTexts: readonly string[];
  readonly json: string;
  readonly schemas: readonly { readonly schema: Schema; readonly valid: string | null }[];
  readonly dates: Readonly<Record<string, boolean>>;
};

/** What is true of the texts, by text. */
function tabulate(texts: readonly string[], isTrue: (text: string, index: number) => boolean) {
  return Object.fromEntries(texts.map((text, index) => [text, isTrue(text, index)]));
}

function accepting(test: ValueTest): (text: string) => boolean {
  const isUnexpected = test.compile();
  return (text) => !isUnexpected(text);
}

describe("texts are read as Python reads them", () => {
  it.each(ORACLE.patterns)("re.search: $pattern", ({ pattern, found }) => {
    const translated = translateRegex(pattern);
    if ("without" in translated || translated.javascript === null) {
      expect(found).toBeNull();
      return;
    }
    const { source, flags } = translated.javascript;
    const regex = new RegExp(source, flags);
    expect(tabulate(ORACLE.matched, (text) => regex.test(text))).toEqual(
      tabulate(ORACLE.matched, (_, index) => found?.[index] === "1"),
    );
  });

  it.each(ORACLE.formats)("datetime.strptime: $format", ({ format, others, reads }) => {
    const pieces = readFormat(format);
    if ("fault" in pieces) throw new Error(pieces.fault);
    const texts = [...ORACLE.times, ...others];
    expect(tabulate(texts, accepting(testStrftime(format, pieces)))).toEqual(
      tabulate(texts, (_, index) => reads[index] === "1"),
    );
  });

  it.each(["%Q", "%", "%Y %", "%Y %Y", "%c %Y", "% d", "%e", "%s", "%-d", "%D"])("refuses %s", (format) => {
    expect(readFormat(format)).toHaveProperty("fault");
  });

  const texts = ORACLE.jsonTexts;

  it("json.loads", () => {
    expect(tabulate(texts, accepting(JSON_TEST))).toEqual(
      tabulate(texts, (_, index) => ORACLE.json[index] === "1"),
    );
  });

  it.each(ORACLE.schemas)("jsonschema.validate: $schema", ({ schema, valid }) => {
    if (valid === null) {
      expect(findSchemaFault(schema)).not.toBeNull();
      return;
    }
    const isValid = accepting(testJsonSchema(schema));
    const parsed = texts.filter((_, index) => ORACLE.json[index] === "1");
    const differing = parsed.filter((text, index) => {
      try {
        return isValid(text) !== (valid[index] === "1");
      } catch (error) {
        expect(`${error}`).toMatch("not finite");
        return false;
      }
    });
    expect(differing).toEqual([]);
  });

  it("cannot say whether a number that is not finite meets a schema", () => {
    expect(() => testJsonSchema({ type: "integer" }).compile()("[1e400]")).toThrow("not finite");
  });

  it("refuses a draft that is not known", () => {
    expect(findSchemaFault({ $schema: "http://json-schema.org/draft-04/schema#" })).toMatch("draft");
  });

  it("takes no date that dateutil does not take, and most that it takes", () => {
    const isTaken = accepting(DATEUTIL_TEST);
    const dates = Object.keys(ORACLE.dates);
    expect(dates.filter((text) => !ORACLE.dates[text] && isTaken(text))).toEqual([]);
    const read = dates.filter((text) => ORACLE.dates[text]);
    const taken = read.filter(isTaken);
    expect(taken.length / read.length).toBeGreaterThan(0.8);
  });
});
