/**
 * Reports of a fork's run, judged again as far as their numbers allow: by which rules they were judged, whether each
 * outcome follows from its numbers, and whether every gate of the base's rules is there. The numbers may be forged all
 * the same: the point of trust is the merge queue.
 *
 * @module
 */
import {
  digestOf,
  type Finding,
  type GateReport,
  type Problem,
  parseGateFile,
  quote,
  reportError,
} from "@ml-gates/gate";

/** The gate file of the base commit; null when the base has none. */
export interface BasePolicy {
  readonly path: string;
  readonly text: string;
}

/** Which gate answers for which section of the gate file. */
const SECTIONS: readonly (readonly [section: string, gate: string])[] = [
  ["data", "validate-data"],
  ["drift", "detect-drift"],
  ["metrics", "compare-models"],
  ["fairness", "assess-fairness"],
];

/** The gates that the base's gate file asks for. */
export function listAsked(base: BasePolicy | null): readonly string[] {
  if (base === null) return [];
  const file: Readonly<Record<string, unknown>> = { ...parseGateFile(base, []) };
  const isAsked = (section: unknown): boolean =>
    Array.isArray(section) ? section.length > 0 : section != null;
  return SECTIONS.filter(([section]) => isAsked(file[section])).map(([, gate]) => gate);
}

/** The report, or that its gate did not run where it was judged by other rules or says what its numbers do not. */
export function recomputeVerdict(report: GateReport, base: BasePolicy | null): GateReport {
  if (report.verdict === "error") return report;
  const problems = [...judgePolicy(report, base), ...report.findings.flatMap(judgeFinding)];
  if (problems.length === 0) return report;
  const { gate, tool, run, subject } = report;
  return reportError(gate, { kind: "evidence", problems }, { toolVersion: tool.version, run, subject });
}

function judgePolicy({ policy, gate }: GateReport, base: BasePolicy | null): readonly Problem[] {
  const isAsked = SECTIONS.some(([, id]) => id === gate.id);
  if (base === null || !isAsked || policy?.digest === digestOf(base.text)) return [];
  const message = `The report of ${gate.id} was judged by rules with digest ${quote(policy?.digest ?? null)}; the base's ${base.path} has ${digestOf(base.text)}.`;
  return [
    {
      message,
      remedy: "Run the gates again on the base as it is now, with the gate file and not with inputs.",
    },
  ];
}

/** A pass beyond its own plain limit is none: what noise explains is `inconclusive`, in every mode. */
function judgeFinding({ id, check, outcome, observed }: Finding): readonly Problem[] {
  if (outcome !== "pass" || observed === null) return [];
  const parts = id.split("/");
  const isBeyond = (kind: "min" | "max", beyond: (limit: number) => boolean): boolean => {
    const limit = check[kind];
    return parts.includes(kind) && typeof limit === "number" && beyond(limit);
  };
  if (!isBeyond("min", (limit) => observed < limit) && !isBeyond("max", (limit) => observed > limit))
    return [];
  const message = `The finding ${quote(id)} says pass, but ${observed} is beyond its limit.`;
  return [{ message, remedy: "Let the gate write the report again, and leave it as it is." }];
}
