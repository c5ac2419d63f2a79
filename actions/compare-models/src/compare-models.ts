/**
 * compare-models: stops a merge when the candidate model is worse than the production baseline.
 *
 * This file wires and decides nothing: parse, gather, judge; the boundary tells.
 *
 * @module
 */
import { InputError, type MetricsSection } from "@ml-gates/gate";
import { type Comparison, judgeComparison, summarizeFindings } from "@ml-gates/metrics";
import { type Action, type ActionHost, type ActionResult, evaluateModels, readGate } from "@ml-gates/runner";
import { gatherBehaviour } from "./gather-behaviour.ts";
import { type GatheredMetrics, gatherMetrics } from "./gather-metrics.ts";
import { type GatheredPredictions, gatherPredictions } from "./gather-predictions.ts";
import { INPUTS } from "./inputs.ts";

/** Is the candidate no worse than the production baseline? */
export const compareModels: Action = { id: "compare-models", inconclusive: "warn", run };

async function run(host: ActionHost): Promise<ActionResult> {
  const gate = await readGate(host, INPUTS);
  const section = requireSection(gate.file.metrics);
  const file = await evaluateModels(host, gate.file);
  const files = await gatherMetrics(host, file, section);
  const predictions = await gatherPredictions(host, file, section);
  const { candidate, baseline, recent } = files;
  const behaviour = await gatherBehaviour(host, gate);
  const { findings: compared, measurements } = judgeComparison(section, {
    candidate,
    baseline,
    predictions: predictions?.found ?? null,
    recent,
    anchor: describeAnchor(files, predictions),
  });
  const findings = [...compared, ...behaviour.findings];
  return {
    inconclusive: gate.file.inconclusive,
    rules: gate.file,
    judgements: [
      {
        gate: { id: "compare-models", key: gate.file.model, mode: section.mode },
        summary: summarizeFindings(findings),
        subject: gate.subject,
        policy: gate.policy,
        evidence: [...files.evidence, ...(predictions?.evidence ?? []), ...behaviour.evidence],
        findings,
        measurements,
      },
    ],
  };
}

/** The same candidate beside the pinned anchor; null when none is named. */
function describeAnchor(files: GatheredMetrics, predictions: GatheredPredictions | null): Comparison | null {
  const paired = predictions?.anchor ?? null;
  if (files.anchor === null && paired === null) return null;
  return { candidate: files.candidate, baseline: files.anchor, predictions: paired };
}

function requireSection(section: MetricsSection | null): MetricsSection {
  if (section !== null) return section;
  const message = "The gate file has no `metrics`, and no input stands for it: there is nothing to compare.";
  throw new InputError([{ message, remedy: "Add `metrics` with `checks`, or the input `checks`." }]);
}
