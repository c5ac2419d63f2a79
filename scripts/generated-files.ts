/**
 * Files that are written from other files: schemas from the code that checks them, tables of inputs and outputs
 * in the actions' READMEs from their `action.yml`.
 *
 * @module
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { GATE_FILE_SCHEMA, GATE_REPORT_SCHEMA } from "@ml-gates/gate";
import { parse } from "yaml";

const ROOT = join(import.meta.dirname, "..");

/** Path and content of every generated file. */
export function generatedFiles(): ReadonlyMap<string, string> {
  const files = new Map<string, string>([
    ["schema/gate-file.json", `${JSON.stringify(GATE_FILE_SCHEMA, null, 2)}\n`],
    ["schema/gate-report.json", `${JSON.stringify(GATE_REPORT_SCHEMA, null, 2)}\n`],
  ]);
  for (const action of readdirSync(join(ROOT, "actions"))) {
    const readme = `actions/${action}/README.md`;
    if (!existsSync(join(ROOT, readme))) continue;
    files.set(readme, fillTables(read(readme), parse(read(`actions/${action}/action.yml`))));
  }
  return files;
}

interface Written {
  readonly inputs?: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly outputs?: Readonly<Record<string, { readonly description: string }>>;
}

/** The text with its `<!-- inputs -->` and `<!-- outputs -->` regions filled. */
export function fillTables(text: string, { inputs = {}, outputs = {} }: Written): string {
  const inputRows = Object.entries(inputs).map(
    ([name, input]) => [name, tell(input.description, input.default)] as const,
  );
  const outputRows = Object.entries(outputs).map(
    ([name, { description }]) => [name, tell(description)] as const,
  );
  return fillRegion(fillRegion(text, "inputs", inputRows), "outputs", outputRows);
}

function tell(description: string, value?: string): string {
  const stated = value === undefined ? "" : ` Default: \`${value}\`.`;
  return `${description.replaceAll(/\s+/g, " ").trim()}${stated}`.replaceAll("|", "\\|");
}

function fillRegion(text: string, name: string, rows: readonly (readonly [string, string])[]): string {
  const table = [
    `| ${name.slice(0, -1)} | meaning |`,
    "|---|---|",
    ...rows.map(([key, meaning]) => `| \`${key}\` | ${meaning} |`),
  ];
  const region = new RegExp(`<!-- ${name} -->[\\s\\S]*?<!-- /${name} -->`);
  return text.replace(region, () => `<!-- ${name} -->\n${table.join("\n")}\n<!-- /${name} -->`);
}

function read(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}
