/**
 * What a comment remembers of itself from push to push, and from one publishing job to the next: in its second line,
 * as base64 inside an HTML comment, which nothing within can end. Whoever can write as its author can write it, so it
 * is read as defensively as a report: it colours rows and history, never this job's own verdict.
 *
 * @module
 */
import { type GateReport, isJsonObject, type JsonValue, VERDICTS, type Verdict } from "@ml-gates/gate";
import { findTroubles, isChange } from "./finding-row.ts";
import { type GateRow, listGates } from "./gate-row.ts";
import { type JsonRecord, numberOf, recordOf, recordsOf, textOf } from "./imports/read-json.ts";
import { plainText } from "./plain-text.ts";

/** One gate's line, as some job told it. */
export interface Section extends Pick<GateRow, "name" | "verdict" | "blocks" | "counts" | "summary"> {
  /** Of the gate alone, by which `expect` may name it. */
  readonly gate: string;
  readonly commit: string;
  /** Of the report; null for one that was missed. */
  readonly digest: string | null;
  /** What is open in it, and what was open at the push before. */
  readonly open: readonly string[];
  readonly before: readonly string[];
}

/** A judged commit: its verdict, and the first gated metric that has a baseline. */
export interface Push {
  readonly commit: string;
  readonly verdict: Verdict;
  readonly metric: { readonly name: string; readonly baseline: number; readonly candidate: number } | null;
}

/** All of it; the oldest push first. */
export interface CommentState {
  readonly sections: readonly Section[];
  readonly pushes: readonly Push[];
}

const MOST = { sections: 60, open: 20, pushes: 10, name: 100, summary: 160, encoded: 40_000 } as const;
const LINE = /^<!-- ml-gates:v1:[\w.-]+ -->\r?\n<!-- ml-gates-state:v1:([A-Za-z0-9+/=]+) -->/;

/**
 * The state a comment carries; an empty one where there is none, or none that can be read.
 *
 * @example
 * readState("no comment of ours"); // => { sections: [], pushes: [] }
 */
export function readState(body: string | null): CommentState {
  const encoded = LINE.exec(body ?? "")?.[1] ?? "";
  if (encoded === "" || encoded.length > MOST.encoded) return { sections: [], pushes: [] };
  const value = recordOf(parse(Buffer.from(encoded, "base64").toString("utf8")));
  return {
    sections: recordsOf(value["sections"]).slice(0, MOST.sections).flatMap(readSection),
    pushes: recordsOf(value["pushes"]).slice(-MOST.pushes).flatMap(readPush),
  };
}

/**
 * The line that carries the state.
 *
 * @example
 * writeState({ sections: [], pushes: [] }).startsWith("<!-- ml-gates-state:v1:"); // => true
 */
export function writeState(state: CommentState): string {
  return `<!-- ml-gates-state:v1:${Buffer.from(JSON.stringify(state)).toString("base64")} -->`;
}

/**
 * What other jobs told of the commit, as far as it was known and as this body says it: the last word of each. A job that
 * was written over, by one that had read an older body, is given back its word by every job that has seen it.
 *
 * @example
 * recallSections([], "", "9f2c"); // => []
 */
export function recallSections(
  known: readonly Section[],
  body: string | null,
  commit: string | null,
): readonly Section[] {
  const told = readState(body).sections.filter((each) => isTold(each, commit));
  return [...new Map([...known, ...told].map((each) => [each.name, each])).values()].slice(0, MOST.sections);
}

function isTold({ digest, commit }: Section, current: string | null): boolean {
  return digest !== null && commit === current;
}

/** The state with what was told before and is no more in it. */
export function giveBack(state: CommentState, recalled: readonly Section[]): CommentState {
  const lost = recalled.filter(
    ({ name, commit }) => !state.sections.some((each) => each.name === name && isTold(each, commit)),
  );
  return { ...state, sections: [...lost, ...state.sections].slice(0, MOST.sections) };
}

/**
 * Whether everything these reports say of the commit stands in the comment, and what other jobs were seen to say.
 *
 * @example
 * standsIn("", [], { commit: "9f2c", recalled: [] }); // => true
 */
export function standsIn(
  body: string,
  reports: readonly GateReport[],
  { commit, recalled }: { readonly commit: string | null; readonly recalled: readonly Section[] },
): boolean {
  const { sections } = readState(body);
  const own = listGates(reports, []).map(({ name, report }) => ({ name: cut(name), digest: report?.digest }));
  const others = recalled.filter(({ name }) => !own.some((each) => each.name === name));
  return (
    own.every(({ name, digest }) =>
      sections.some((each) => each.name === name && each.digest === digest && each.commit === (commit ?? "")),
    ) &&
    (sections.length >= MOST.sections ||
      others.every(({ name }) => sections.some((each) => each.name === name && isTold(each, commit))))
  );
}

/**
 * Whether the comment also tells what another job found on the same commit.
 *
 * @example
 * isShared("", [], "9f2c"); // => false
 */
export function isShared(body: string, reports: readonly GateReport[], commit: string | null): boolean {
  const own = new Set(listGates(reports, []).map(({ name }) => cut(name)));
  return readState(body).sections.some(
    (each) => each.commit === commit && each.digest !== null && !own.has(each.name),
  );
}

/** The rows of this job as sections, each with what the same gate had open at the push before. */
export function listSections(
  gates: readonly GateRow[],
  commit: string,
  prior: CommentState,
): readonly Section[] {
  return gates.slice(0, MOST.sections).map(({ report, summary, counts, ...gate }) => {
    const name = cut(gate.name);
    const earlier = prior.sections.find((each) => each.name === name);
    const open = findTroubles(report?.findings ?? []).slice(0, MOST.open);
    return {
      name,
      gate: report?.gate.id ?? name,
      verdict: gate.verdict,
      blocks: gate.blocks,
      counts: cut(counts),
      summary: plainText(summary, MOST.summary),
      commit,
      digest: report?.digest ?? null,
      open: open.map(({ id }) => cut(id)),
      before: (earlier?.commit === commit ? earlier.before : earlier?.open) ?? [],
    };
  });
}

/** The pushes with this one last; a commit that was judged again has one place. */
export function addPush(pushes: readonly Push[], push: Push): readonly Push[] {
  return [...pushes.filter(({ commit }) => commit !== push.commit), push].slice(-MOST.pushes);
}

/** The first metric of {@link listTracked}. */
export function findTracked(reports: readonly GateReport[]): Push["metric"] {
  const [found] = reports.flatMap(listTracked);
  return found === undefined ? null : { ...found, name: cut(found.name) };
}

/** Metrics of all rows that blocking findings compare with the baseline, by the name the check has. */
export function listTracked({ findings }: GateReport): readonly NonNullable<Push["metric"]>[] {
  return findings.flatMap((each) => {
    const { kind, severity, slice, check, id, baseline, observed: candidate } = each;
    if (kind !== "metric" || severity !== "block" || slice !== null || !isChange(each)) return [];
    if (baseline === null || candidate === null) return [];
    return [{ name: textOf(check["metric"]) ?? id, baseline, candidate }];
  });
}

function cut(text: string): string {
  return plainText(text, MOST.name);
}

function parse(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return null;
  }
}

function readSection(value: JsonRecord): readonly Section[] {
  const [name, commit, verdict] = [
    textOf(value["name"]),
    textOf(value["commit"]),
    readVerdict(value["verdict"]),
  ];
  if (name === null || verdict === null) return [];
  const texts = (member: JsonValue | undefined): readonly string[] =>
    (Array.isArray(member) ? member : [])
      .slice(0, MOST.open)
      .flatMap((each) => (typeof each === "string" ? [cut(each)] : []));
  return [
    {
      name: cut(name),
      gate: cut(textOf(value["gate"]) ?? name),
      verdict,
      blocks: value["blocks"] === true,
      counts: cut(textOf(value["counts"]) ?? ""),
      summary: plainText(textOf(value["summary"]) ?? "", MOST.summary),
      commit: cut(commit ?? ""),
      digest: textOf(value["digest"]),
      open: texts(value["open"]),
      before: texts(value["before"]),
    },
  ];
}

function readPush(value: JsonRecord): readonly Push[] {
  const [commit, verdict] = [textOf(value["commit"]), readVerdict(value["verdict"])];
  if (commit === null || verdict === null) return [];
  return [{ commit: cut(commit), verdict, metric: readMetric(value["metric"]) }];
}

function readMetric(value: JsonValue | undefined): Push["metric"] {
  if (!isJsonObject(value)) return null;
  const [name, baseline, candidate] = [
    textOf(value["name"]),
    numberOf(value["baseline"]),
    numberOf(value["candidate"]),
  ];
  return name === null || baseline === null || candidate === null
    ? null
    : { name: cut(name), baseline, candidate };
}

function readVerdict(value: JsonValue | undefined): Verdict | null {
  return VERDICTS.find((verdict) => verdict === value) ?? null;
}
