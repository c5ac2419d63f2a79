/**
 * Reports of other tools, told by their shape: their checks as findings of a gate named for the tool.
 *
 * @module
 */
import {
  type Finding,
  InputError,
  isJsonObject,
  isNestedDeeper,
  type JsonValue,
  type Judgement,
  quote,
} from "@ml-gates/gate";
import { OSV, PIP_AUDIT } from "./audits.ts";
import { DBT } from "./dbt.ts";
import { DEEPCHECKS } from "./deepchecks.ts";
import { EVIDENTLY } from "./evidently.ts";
import { GREAT_EXPECTATIONS } from "./great-expectations.ts";
import type { Importer } from "./importer.ts";
import { JUNIT, parseXml } from "./junit.ts";
import { SODA } from "./soda.ts";
import { TFMA } from "./tfma.ts";

/** The narrower shapes first: `results` alone is OSV's. */
const IMPORTERS: readonly Importer[] = [
  GREAT_EXPECTATIONS,
  DBT,
  SODA,
  EVIDENTLY,
  DEEPCHECKS,
  TFMA,
  PIP_AUDIT,
  OSV,
  JUNIT,
];

const MOST = { findings: 10_000, depth: 64 } as const;

/** A text read, with the path it stands at. */
export interface ForeignText {
  readonly path: string;
  readonly text: string;
  readonly digest: string;
}

/** What every gate's report has near its start, and no other tool's: it saves parsing what is parsed right after. */
const CLAIM = /^\s*\{.*?"tool"\s*:\s*\{\s*"name"\s*:\s*"ml-gates"/s;

/**
 * Whether the text is, or claims to be, a gate's own report, which is read with its digest and never as another tool's.
 *
 * @example
 * isGateReport('{"tool": {"name": "ml-gates"}}'); // => true
 */
export function isGateReport(text: string): boolean {
  return CLAIM.test(text);
}

/**
 * Another tool's report as a judgement: gate `dbt`, `soda`, `great-expectations`, `evidently`, `tfma`, `deepchecks`,
 * `pip-audit`, `osv` or `junit`, its key the path. What the tool could not judge is `not-evaluable`, never a pass.
 *
 * @throws InputError when no importer knows the shape.
 *
 * @example
 * importReport({ path: "a/audit.json", digest: digestOf(""), text: '{"results": []}' }, null).gate; // => { id: "osv", key: "a/audit", mode: null }
 */
export function importReport({ path, text, digest }: ForeignText, commit: string | null): Judgement {
  const value = parseText(text);
  const importer = IMPORTERS.find(({ isOwn }) => value !== null && isOwn(value));
  if (importer === undefined || !isJsonObject(value)) throw unknownShape(path);
  const findings = setApart(failingFirst(importer.list(value)).slice(0, MOST.findings));
  const failed = findings.filter(({ outcome }) => outcome === "fail" || outcome === "not-evaluable").length;
  const key = path.replace(/\.[^./]+$/, "").slice(-100);
  return {
    gate: { id: importer.tool, key, mode: null },
    summary: `${findings.length} checks of ${importer.tool}, of which ${failed} do not pass.`,
    subject: { model: null, version: null, digest: null, commit },
    policy: null,
    evidence: [{ role: "report", uri: path, digest, version: null, rows: null }],
    findings,
    measurements: null,
  };
}

/** JSON, also with the bare `NaN` and `Infinity` that Python writes, or XML; null for what is neither or too deep. */
function parseText(text: string): JsonValue | null {
  if (/^\s*</.test(text)) return parseXml(text);
  const value = parseJson(text) ?? parseJson(withoutBareWords(text));
  return isNestedDeeper(value, MOST.depth) ? null : value;
}

function parseJson(text: string): JsonValue | null {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return null;
  }
}

function withoutBareWords(text: string): string {
  return text.replaceAll(/"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/gs, (token) =>
    token.startsWith('"') ? token : "null",
  );
}

/** What is cut for its number must not be what fails. */
function failingFirst(findings: readonly Finding[]): readonly Finding[] {
  const isGood = ({ outcome }: Finding): number => (outcome === "pass" || outcome === "skipped" ? 1 : 0);
  return findings.toSorted((one, other) => isGood(one) - isGood(other));
}

/** Two checks of one name are told apart by a number. */
function setApart(findings: readonly Finding[]): readonly Finding[] {
  const [used, counts] = [new Set<string>(), new Map<string, number>()];
  return findings.map((finding) => {
    let count = (counts.get(finding.id) ?? 0) + 1;
    const name = (): string => (count === 1 ? finding.id : `${finding.id} (${count})`);
    while (used.has(name())) count += 1;
    counts.set(finding.id, count);
    used.add(name());
    return { ...finding, id: name() };
  });
}

function unknownShape(path: string): InputError {
  const tools = IMPORTERS.map(({ tool }) => tool).join(", ");
  const message = `The file ${quote(path)} is neither a gate report nor a report of ${tools}.`;
  return new InputError([
    { message, path, remedy: "Take it out of `reports`, or write it in one of these formats." },
  ]);
}
