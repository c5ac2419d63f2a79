/**
 * Everything that is checked without running a test: formatting, lint, types, unused code.
 * (The bundle, the generated files and the documents are checked by tests.)
 *
 * @module
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..");

const CHECKS: readonly (readonly [what: string, script: string, ...args: string[]])[] = [
  ["formatting and lint", "node_modules/@biomejs/biome/bin/biome", "ci", "."],
  ["types", "node_modules/typescript/bin/tsc", "-p", "."],
  ["unused code", "node_modules/knip/bin/knip.js"],
];

const failed = CHECKS.filter(([what, script, ...args]) => {
  const { status } = spawnSync(process.execPath, [join(ROOT, script), ...args], {
    cwd: ROOT,
    stdio: "inherit",
  });
  process.stdout.write(`${status === 0 ? "ok    " : "FAILED"} ${what}\n`);
  return status !== 0;
});
process.exit(failed.length === 0 ? 0 : 1);
