/**
 * From sources to the committed bundle. The same sources and lock file give the same bytes.
 *
 * @module
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { GATE_REPORT_SCHEMA, SECTION_SCHEMAS, VALIDATOR_OPTIONS } from "@ml-gates/gate";
import { Ajv, type Options } from "ajv";
import { default as standalone } from "ajv/dist/standalone/index.js";
import { minifySync } from "rolldown/utils";
import { readActionMetadata } from "../packages/cli/src/action-metadata.ts";

const ROOT = join(import.meta.dirname, "..");
const BUILD = join(ROOT, "build");

/** Builds into `dist/`, or into another folder for comparison. */
export async function buildBundle(out: string = join(ROOT, "dist")): Promise<void> {
  rmSync(BUILD, { recursive: true, force: true });
  emit();
  linkPackages();
  placeValidators();
  placeMetadata();
  bundle(out);
  writeStubs(out);
}

/** `tsc` writes JavaScript for every package and action, with imports ending in `.js`. */
function emit(): void {
  run("node_modules/typescript/bin/tsc", ["-p", "tsconfig.build.json"]);
}

/**
 * Bare imports of our own packages must find the emitted files: `build/node_modules` holds them under their names.
 * `@duckdb/node-bindings` is replaced by our loader: the native library is fetched at run time, never bundled.
 */
function linkPackages(): void {
  for (const workspace of ["packages", "actions"]) {
    for (const name of readdirSync(join(BUILD, workspace))) {
      const folder = join(BUILD, "node_modules", "@ml-gates", name);
      cpSync(join(BUILD, workspace, name), folder, { recursive: true });
      const manifest = JSON.parse(readFileSync(join(ROOT, workspace, name, "package.json"), "utf8"));
      const entry = String(manifest.exports["."]).replace(/\.ts$/, ".js");
      writeFileSync(
        join(folder, "package.json"),
        // No module of ours does anything when it is loaded: a chunk holds what it uses, not all its packages export.
        JSON.stringify({ name: manifest.name, type: "module", sideEffects: false, exports: { ".": entry } }),
      );
    }
  }
  const shim = join(BUILD, "node_modules", "@duckdb", "node-bindings");
  mkdirSync(shim, { recursive: true });
  writeFileSync(
    join(shim, "package.json"),
    JSON.stringify({ name: "@duckdb/node-bindings", type: "module", main: "index.js" }),
  );
  const loader = relative(
    shim,
    join(BUILD, "node_modules", "@ml-gates", "engines", "src", "native", "bindings-shim.js"),
  );
  writeFileSync(join(shim, "index.js"), `export { default } from "${loader.replaceAll("\\", "/")}";\n`);
  cpSync(
    join(ROOT, "node_modules", "@duckdb", "node-api"),
    join(BUILD, "node_modules", "@duckdb", "node-api"),
    { recursive: true },
  );
}

/** The functions that `report-validator.ts` and `section-validators.ts` would compile in each run. */
function placeValidators(): void {
  const report = compileSchemas(
    { report: GATE_REPORT_SCHEMA },
    { strict: false, meta: false, validateSchema: false },
  );
  placeModule("gate/src/report-validator.js", `${report}\nexport const openValidator = () => report;\n`);
  const names = Object.keys(SECTION_SCHEMAS);
  const schemas = Object.fromEntries(
    Object.values(SECTION_SCHEMAS).map((schema, at) => [`section${at}`, schema]),
  );
  const sections = names.map((name, at) => `${JSON.stringify(name)}: section${at}`).join(", ");
  placeModule(
    "gate/src/gate-file/section-validators.js",
    `${compileSchemas(schemas, VALIDATOR_OPTIONS)}\nconst SECTIONS = { ${sections} };\nexport const openSectionValidator = (section) => SECTIONS[section];\n`,
  );
}

/** A module that exports one function a schema, under the schema's name. */
function compileSchemas(schemas: Readonly<Record<string, object>>, options: Options): string {
  const ajv = new Ajv({ ...options, code: { source: true, esm: true } });
  for (const [name, schema] of Object.entries(schemas)) ajv.addSchema(schema, name);
  const names = Object.fromEntries(Object.keys(schemas).map((name) => [name, name]));
  return standalone
    .default(ajv, names)
    .replace(
      /const (\w+) = require\("([\w/]+)"\)\.default;/g,
      'import $1_module from "$2.js";const $1 = $1_module.default;',
    );
}

/** What `action-metadata.ts` would parse in each run of the command line. */
function placeMetadata(): void {
  const ids = ["run", ...readdirSync(join(ROOT, "actions"))];
  const metadata = Object.fromEntries(ids.map((id) => [id, readActionMetadata(ROOT, id)]));
  placeModule(
    "cli/src/action-metadata.js",
    `const METADATA = ${JSON.stringify(metadata)};\nexport const readActionMetadata = (_root, id) => METADATA[id];\n`,
  );
}

function placeModule(name: string, code: string): void {
  writeFileSync(join(BUILD, "node_modules", "@ml-gates", name), code);
}

function bundle(out: string): void {
  const entry = join(BUILD, "entry.mjs");
  writeFileSync(entry, 'export { runInTerminal, runOnGithub } from "@ml-gates/cli";\n');
  rmSync(out, { recursive: true, force: true });
  run("node_modules/@vercel/ncc/dist/ncc/cli.js", [
    "build",
    entry,
    "--out",
    out,
    "--minify",
    "--license",
    "licenses.txt",
    "--no-cache",
  ]);
  const made = readdirSync(out);
  if (!made.includes("index.mjs") && made.includes("index.js"))
    renameSync(join(out, "index.js"), join(out, "index.mjs"));
  for (const chunk of readdirSync(out).filter((name) => name.endsWith(".index.mjs")))
    minifyChunk(join(out, chunk));
}

/** ncc minifies the entry alone; a chunk would keep every comment. The licences stand in a file of their own. */
function minifyChunk(path: string): void {
  const { code, errors } = minifySync(path, readFileSync(path, "utf8"), { module: true });
  if (errors.length > 0) throw new Error(`${path} was not minified: ${errors.map(String).join("; ")}`);
  writeFileSync(path, code);
}

/** A stub per `action.yml`, and one for the command line. */
function writeStubs(out: string): void {
  const actions = readdirSync(join(ROOT, "actions")).map((name) => [name, name] as const);
  for (const [file, id] of [...actions, ["ml-gates", "run"] as const]) {
    writeFileSync(
      join(out, `${file}.mjs`),
      `import { runOnGithub } from "./index.mjs";\n\nawait runOnGithub("${id}");\n`,
    );
  }
  const cli = [
    "#!/usr/bin/env node",
    'import { fileURLToPath } from "node:url";',
    'import { runInTerminal } from "./index.mjs";',
    "",
    'await runInTerminal(fileURLToPath(new URL("..", import.meta.url)));',
    "",
  ];
  writeFileSync(join(out, "cli.mjs"), cli.join("\n"), { mode: 0o755 });
}

function run(script: string, args: readonly string[]): void {
  const { status } = spawnSync(process.execPath, [join(ROOT, script), ...args], {
    cwd: ROOT,
    stdio: ["ignore", 2, 2],
  });
  if (status !== 0) throw new Error(`${script} ended with ${status}`);
}
