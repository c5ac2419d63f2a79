/**
 * Measures validate-data beside its peers: whole processes, from start to result, one after the other.
 *
 * The results file is written after every run and a run that stands in it is not repeated, so the command can be
 * stopped and started again; `--fresh` begins anew.
 *
 * @module
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { measureProcess, type Run, WORK } from "../measure-process.ts";
import { findMeasured, type Measured, readResults } from "../results.ts";
import { CASES, type Case, expectationsOf } from "./cases.ts";
import { generateData } from "./generate-data.ts";
import { renderTable } from "./render-table.ts";
import { TYPES } from "./suite.ts";
import { type CaseFiles, TOOLS, type Tool } from "./tools.ts";

const BENCH = join(import.meta.dirname, "..");
const RESULTS = join(BENCH, "results", "validate-data.json");

/** `--cases <part of an id>`, `--tools <pattern of names>`, `--runs 3`, `--fresh`, `--out <path>`. */
export async function benchValidateData(words: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...words],
    options: {
      cases: { type: "string", default: "" },
      tools: { type: "string", default: "" },
      runs: { type: "string", default: "3" },
      out: { type: "string", default: RESULTS },
      fresh: { type: "boolean", default: false },
    },
  });
  mkdirSync(dirname(values.out), { recursive: true });
  const results = readResults(values.out, values.fresh);
  for (const each of CASES.filter(({ id }) => id.includes(values.cases))) {
    const files = await prepareCase(each);
    // Rounds, not tools, one after the other: what disturbs the machine for a while disturbs all tools alike.
    for (let round = 1; round <= Number(values.runs); round++) {
      for (const tool of TOOLS.filter(
        ({ name }) => each.tools.includes(name) && new RegExp(values.tools).test(name),
      )) {
        const measured = findMeasured(results, each.id, tool.name);
        if (measured.runs.length >= round) continue;
        measured.runs.push(measure(tool, files, measured));
        writeFileSync(values.out, `${JSON.stringify(results, null, 1)}\n`);
      }
    }
  }
  console.log(renderTable(results));
}

async function prepareCase(each: Case): Promise<CaseFiles> {
  const data = await generateData(join(WORK, "data"), each, each.format);
  const folder = join(WORK, "cases", each.id.replaceAll("/", "-"));
  mkdirSync(folder, { recursive: true });
  const suite = join(folder, "suite.json");
  const meta = { great_expectations_version: "1.24.1", types: typesOf(each) };
  writeFileSync(suite, JSON.stringify({ name: "bench", expectations: expectationsOf(each), meta }));
  const gate = (types: object) =>
    JSON.stringify({
      version: 1,
      data: [{ name: "bench", path: data, suite, types }],
      engine: { memory: "1GB" },
    });
  const files = {
    data,
    suite,
    gateFile: join(folder, "gate.yml"),
    gateFileDeclared: join(folder, "declared.yml"),
  };
  writeFileSync(files.gateFile, gate({}));
  writeFileSync(files.gateFileDeclared, gate(typesOf(each)));
  return { ...files, out: join(folder, "out") };
}

function typesOf({ columns }: Case): Readonly<Record<string, string>> {
  const twenty = Object.entries(TYPES);
  const named = Array.from({ length: columns }, (_, index) => {
    const [name = "", type = "text"] = twenty[index % twenty.length] ?? [];
    const round = Math.floor(index / twenty.length);
    return [round === 0 ? name : `${name}_${round + 1}`, type] as const;
  });
  return Object.fromEntries(named);
}

function measure(tool: Tool, files: CaseFiles, measured: Measured): Run {
  const out = { ...files, out: `${files.out}-${tool.name.replaceAll(/\W+/g, "-")}` };
  rmSync(out.out, { recursive: true, force: true });
  rmSync(`${out.out}.json`, { force: true });
  const { run, stderr } = measureProcess(tool.command(out));
  Object.assign(measured, tool.isPeer ? readPeer(`${out.out}.json`, stderr) : readOurs(out.out));
  console.log(`${measured.case}  ${tool.name}  ${measured.failed} failed`);
  return run;
}

function readOurs(folder: string) {
  const report = JSON.parse(readFileSync(join(folder, "validate-data.bench.json"), "utf8"));
  if (report.verdict === "error")
    throw new Error(`validate-data did not run: ${JSON.stringify(report.error)}`);
  const failed = report.findings.filter(({ outcome }: { outcome: string }) => outcome === "fail").length;
  return { version: report.tool.version, checks: report.findings.length, failed };
}

function readPeer(path: string, stderr: string) {
  if (!existsSync(path)) throw new Error(`the peer left no outcome: ${stderr.slice(-2000)}`);
  const { version, checks, failed } = JSON.parse(readFileSync(path, "utf8"));
  return { version, checks, failed: failed.length };
}
