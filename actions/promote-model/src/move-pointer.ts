/**
 * The operation `promote`: the pointer moves when the reports allow it for this very model, and not otherwise.
 *
 * @module
 */
import { blocksJob, type Finding, foldVerdict, type InconclusivePolicy } from "@ml-gates/gate";
import type { Promotion, Receipt, RegisteredVersion } from "@ml-gates/registries";
import { foldReports } from "@ml-gates/report";
import { type ActionResult, type ReadReport, readReports } from "@ml-gates/runner";
import { judgeEvidence } from "./judge-evidence.ts";
import { judgeKept } from "./judge-kept.ts";
import { expectPointer, judgeMove } from "./judge-move.ts";
import { type ModelBytes, readModel, type Task, tellOutcome } from "./task.ts";

/** Gathers, judges, moves the pointer if nothing blocks, and tells what moved. */
export async function movePointer(task: Task): Promise<ActionResult> {
  const facts = await gather(task);
  const findings = judge(task, facts);
  const receipt = await promote(task, facts, findings);
  const { bytes, version, current, reports } = facts;
  return tellOutcome(task, {
    summary: summarise(task, { receipt, current, findings }),
    findings,
    version,
    changed: receipt?.changed ?? false,
    sequence: receipt?.sequence ?? null,
    inconclusive: readPolicy(task),
    evidence: [
      { role: "model", uri: bytes.path, digest: bytes.digest, version: version?.version ?? null, rows: null },
      ...reports.map(({ path, report }) => ({
        role: "report",
        uri: path,
        digest: report.digest,
        version: null,
        rows: null,
      })),
    ],
    data: {
      digest: bytes.digest,
      evidenceDigest: task.inputs.evidenceDigest,
      from: receipt?.from ?? (receipt === null ? current : null),
      to: receipt?.to ?? null,
      hash: receipt?.hash ?? null,
    },
  });
}

/** All that the judges may see, read once. */
interface Facts {
  readonly bytes: ModelBytes;
  readonly reports: readonly ReadReport[];
  readonly version: RegisteredVersion | null;
  /** The version the alias points at. */
  readonly current: string | null;
  readonly expected: readonly Promotion["expect"][];
}

async function gather(task: Task): Promise<Facts> {
  const { host, gate, inputs, registry, model, alias } = task;
  const bytes = await readModel(task);
  const reports = await readReports(host, inputs.reports);
  const version =
    inputs.version === null
      ? await registry.findByDigest(model, bytes.digest)
      : await registry.find(model, inputs.version);
  const current = await registry.pointsAt(model, alias);
  const isBaseline = alias === gate.file.registry.alias;
  const expected = expectPointer(reports, { model, alias, current, from: inputs.from, isBaseline });
  return { bytes, reports, version, current, expected };
}

function judge({ inputs, model, alias }: Task, facts: Facts): readonly Finding[] {
  const { bytes, reports, version } = facts;
  const pattern = inputs.reports;
  const evidenceDigest = inputs.evidenceDigest ?? "";
  return [
    ...judgeEvidence({ reports, pattern, evidenceDigest, model, digest: bytes.digest }),
    ...judgeMove({ ...facts, model, alias, digest: bytes.digest }),
    ...(version === null ? [] : judgeKept(version, reports)),
  ];
}

async function promote(task: Task, facts: Facts, findings: readonly Finding[]): Promise<Receipt | null> {
  const { host, registry, model, alias, inputs } = task;
  const { version, expected } = facts;
  const verdict = foldVerdict(findings);
  const [expect] = expected;
  if (blocksJob(verdict, readPolicy(task)) || version === null || expect === undefined) return null;
  const { commit, url: runUrl, attempt } = host.run;
  const judged = foldReports(
    facts.reports.map(({ report }) => report),
    [],
  ).verdict;
  const evidence = { evidenceDigest: inputs.evidenceDigest ?? "", verdict: judged, runUrl, attempt };
  return registry.promote({ model, alias, to: version.version, expect, evidence, commit, at: host.now() });
}

/** The gate file's word on `inconclusive` is for the gates; a promotion is softened by its own input only. */
function readPolicy({ host, gate }: Task): InconclusivePolicy {
  return (host.inputs["inconclusive"] ? gate.file.inconclusive : null) ?? "fail";
}

interface Told {
  readonly receipt: Receipt | null;
  readonly current: string | null;
  readonly findings: readonly Finding[];
}

function summarise({ model, alias }: Task, { receipt, current, findings }: Told): string {
  const place = `${model}@${alias}`;
  if (receipt?.changed) return `${place} moved from ${receipt.from ?? "nothing"} to ${receipt.to}.`;
  if (receipt !== null) return `${place} stood at ${receipt.to} already, by the same evidence.`;
  const reason = findings.find(({ severity, outcome }) => severity === "block" && outcome !== "pass");
  return `${place} stays at ${current ?? "nothing"}: ${reason?.why ?? "nothing allows it to move."}`;
}
