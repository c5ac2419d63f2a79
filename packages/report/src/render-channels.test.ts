import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HOSTILE_TEXTS } from "./golden/hostile.ts";
import { FACTS, reportOf, STORIES, sameModel } from "./golden/stories.ts";
import { JUNIT, parseXml } from "./imports/junit.ts";
import { recordOf } from "./imports/read-json.ts";
import { renderJunit } from "./render-junit.ts";
import { renderSlack, renderTeams } from "./render-messages.ts";
import { renderOpenMetrics } from "./render-openmetrics.ts";

const { reports, missing } = STORIES["a-gate-did-not-run"] ?? { reports: [], missing: [] };
const worse = STORIES["the-model-is-worse"]?.reports ?? [];
const facts = { ...FACTS, missing };

/** A report whose texts are a stranger's. */
const reportBy = (text: string) =>
  reportOf(
    "compare-models",
    sameModel.findings.map((each, index) => ({ ...each, id: `${index}${text}`, why: text, remedy: text })),
    { key: text, summary: text },
  );
const anyText = fc.oneof(fc.constantFrom(...HOSTILE_TEXTS), fc.string({ unit: "binary" }));

describe("renderJunit", () => {
  it("has a failure per finding that blocks and an error per gate that did not run", () => {
    const text = renderJunit([...reports, ...worse], missing);
    expect(text).toContain('failures="1" errors="2"');
    expect(text).toContain('<testcase classname="promote-model" name="runs"><error message=');
  });

  it("reads back as the same outcomes", () => {
    const findings = JUNIT.list(recordOf(parseXml(renderJunit(worse))));
    expect(findings.filter(({ outcome }) => outcome === "fail").map(({ id }) => id)).toEqual([
      "compare-models.roc_auc/max-drop",
    ]);
  });

  it("is XML, whatever strangers write", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(JUNIT.list(recordOf(parseXml(renderJunit([reportBy(text)]))))).toHaveLength(
          sameModel.findings.length,
        );
      }),
      { numRuns: 100 },
    );
  });
});

describe("the messages", () => {
  it("name the verdict, each gate and the run", () => {
    const slack = JSON.parse(renderSlack(reports, facts));
    expect(slack.text).toBe("🚫 ml-gates: not everything ran · employment");
    expect(JSON.stringify(slack.blocks)).toContain(`<${FACTS.runUrl}|The run>`);
    const [{ content }] = JSON.parse(renderTeams(reports, facts)).attachments;
    expect(content).toMatchObject({ type: "AdaptiveCard", version: "1.4", actions: [{ url: FACTS.runUrl }] });
  });

  it("mention nobody in Slack, whatever strangers write, and keep to its limits", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { blocks } = JSON.parse(
          renderSlack(
            Array.from({ length: 20 }, () => reportBy(text)),
            { ...facts, runUrl: null },
          ),
        );
        expect(blocks[1].text.text).not.toMatch(/<[!@#]/);
        expect(blocks[1].text.text.length).toBeLessThanOrEqual(3000);
      }),
      { numRuns: 100 },
    );
  });
});

describe("renderOpenMetrics", () => {
  const text = renderOpenMetrics(worse);

  it("has one series per verdict, judged number and time", () => {
    expect(text).toContain(
      'ml_gates_verdict{gate="compare-models",key="employment",model="employment",leg="",verdict="fail"} 1',
    );
    expect(text).toContain(
      'ml_gates_observed{gate="compare-models",key="employment",model="employment",leg="",finding="roc_auc/max-drop"} 0.8415',
    );
    expect(text).toContain("ml_gates_run_timestamp_seconds{");
    expect(text.endsWith("# EOF\n")).toBe(true);
  });

  it("names every metric of the dashboard", () => {
    const dashboard = readFileSync(new URL("../../../docs/grafana-dashboard.json", import.meta.url), "utf8");
    const names = new Set(dashboard.match(/ml_gates_[a-z_]+/g));
    expect([...names].filter((name) => !text.includes(`# TYPE ${name} gauge`))).toEqual([]);
    expect(names.size).toBe(6);
  });
});
