/**
 * `npm start`: the whole chain on real rows, then the promotion it allows. `--break <word>` breaks the candidate first.
 *
 * @module
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BREAKS, breakCandidate, type CandidateFiles } from "./breaks.ts";

const ROOT = join(import.meta.dirname, "..");
const FIXTURE = "fixtures/employment";
const CLI = join(ROOT, "dist", "cli.mjs");

const say = (text: string) => process.stdout.write(`${text}\n`);

function parseBreak(words: readonly string[]): string | null {
  if (words.length === 0) return null;
  const [flag, word = "", ...rest] = words.flatMap((each) => each.split("="));
  if (flag === "--break" && rest.length === 0 && BREAKS[word]) return word;
  process.stderr.write(
    `Seen: ${words.join(" ")}. Wanted: nothing, or --break ${Object.keys(BREAKS).join("|")}.\n`,
  );
  process.exit(3);
}

/** The ledger's lines, copied out of the registry's branch to where a visitor can read them. */
function exportLedger(scratch: string): void {
  const git = (...args: string[]) =>
    spawnSync("git", ["--git-dir", join(scratch, "registry.git"), ...args], { encoding: "utf8" }).stdout;
  const lines = git("ls-tree", "-r", "--name-only", "ml-gates/registry")
    .split("\n")
    .filter((path) => path.endsWith(".jsonl"));
  const text = lines.map((path) => git("show", `ml-gates/registry:${path}`)).join("");
  writeFileSync(join(scratch, "promotion", "ledger.jsonl"), text);
}

/** Runs `ml-gates` as a visitor would, and shows the command. */
function mlGates(words: readonly string[]): { readonly code: number; readonly output: string } {
  say(`\n$ npx ml-gates ${words.map((word) => (/[\s{}]/.test(word) ? `'${word}'` : word)).join(" ")}`);
  const { status, stdout } = spawnSync(process.execPath, [CLI, ...words], {
    cwd: ROOT,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    maxBuffer: 64 << 20,
  });
  process.stdout.write(stdout);
  return { code: status ?? 70, output: stdout };
}

/** The fixture's gate file, or one that points at the broken candidate. */
async function prepareGateFile(word: string | null, scratch: string): Promise<string> {
  const gateFile = join(FIXTURE, "ml-gates.yml");
  const change = word === null ? undefined : BREAKS[word];
  if (change === undefined) return gateFile;
  say(`Broken on purpose (${word}): ${change.story}.\nThe gate that is there for it: ${change.caughtBy}.`);
  const folder = join(scratch, "candidate");
  mkdirSync(folder);
  const whole: CandidateFiles = {
    people: join(FIXTURE, "people.parquet"),
    model: join(FIXTURE, "candidate-model.json"),
    predictions: join(FIXTURE, "candidate.parquet"),
    metrics: join(FIXTURE, "candidate-metrics.json"),
  };
  const broken = await breakCandidate(change, whole, folder);
  const pairs = Object.keys(whole).map(
    (key) => [whole[key as keyof CandidateFiles], broken[key as keyof CandidateFiles]] as const,
  );
  const text = pairs.reduce(
    (all, [from, to]) => all.replaceAll(from, to),
    readFileSync(join(ROOT, gateFile), "utf8"),
  );
  const path = join(scratch, "ml-gates.yml");
  writeFileSync(path, text);
  return path;
}

/** What a team does behind a protected environment: register the candidate, then move the alias on the evidence. */
function promote(scratch: string, evidenceDigest: string, gateFile: string): number {
  const repository = join(scratch, "registry.git");
  spawnSync("git", ["init", "--quiet", "--bare", repository]);
  const registry = `{ kind: ledger, repository: ${repository} }`;
  const common = [
    "--config",
    gateFile,
    "--model",
    join(FIXTURE, "candidate-model.json"),
    "--registry",
    registry,
    "--report-dir",
    join(scratch, "promotion"),
  ];
  const registered = mlGates(["promote-model", "--operation", "register", ...common]);
  if (registered.code !== 0) return registered.code;
  const reports = join(scratch, "reports");
  const { code } = mlGates([
    "promote-model",
    "--operation",
    "promote",
    ...common,
    "--reports",
    reports,
    "--evidence-digest",
    evidenceDigest,
  ]);
  exportLedger(scratch);
  return code;
}

const word = parseBreak(process.argv.slice(2));
const scratch = mkdtempSync(join(tmpdir(), "ml-gates-demo-"));
const gateFile = await prepareGateFile(word, scratch);
const chain = mlGates(["run", gateFile, "--report-dir", join(scratch, "reports")]);
const evidenceDigest = /evidence-digest: (sha256:[0-9a-f]{64})/.exec(chain.output)?.[1];
const code = chain.code === 0 && evidenceDigest ? promote(scratch, evidenceDigest, gateFile) : chain.code;
if (chain.code !== 0) say("\nNothing is promoted: the gates do not allow it.");
say(`\nExit code ${code}. Written to ${scratch}:`);
for (const path of readdirSync(scratch, { recursive: true, encoding: "utf8" }).sort()) {
  if (/^(reports|promotion|candidate)\/[^/]+$|ml-gates\.yml$/.test(path)) say(`  ${path}`);
}
process.exit(code);
