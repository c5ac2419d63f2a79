/**
 * The words that name a baseline.
 *
 * @module
 */
import { quote } from "../errors.ts";
import type { BaselineSource } from "./gate-file.ts";

type Refusal = { readonly message: string; readonly remedy: string };

/**
 * `registry`, `file:<path>` or a path, `git:<ref>:<path>`, `mlflow:<model>@<alias>` or `mlflow:<model>/<version>` with
 * an artifact's `:<path>` when one is wanted; anything else with a scheme is refused.
 *
 * @example
 * parseBaseline("registry"); // => { kind: "registry" }
 * parseBaseline("git:origin/main:metrics.json"); // => { kind: "git", ref: "origin/main", path: "metrics.json" }
 * parseBaseline("out/metrics.json"); // => { kind: "file", path: "out/metrics.json" }
 * parseBaseline("mlflow:churn@champion"); // => { kind: "mlflow", model: "churn", pointer: { alias: "champion" }, artifact: null }
 * parseBaseline("mlflow:churn/7:out/preds.csv").artifact; // => "out/preds.csv"
 */
export function parseBaseline(written: string): BaselineSource | Refusal {
  if (written === "registry") return { kind: "registry" };
  const [, scheme, rest] = /^([a-z][a-z0-9+.-]+):(.*)$/s.exec(written) ?? [];
  if (scheme === undefined || rest === undefined) return { kind: "file", path: written };
  const source = SCHEMES[scheme]?.(rest) ?? null;
  return source ?? refuse(written);
}

const SCHEMES: Readonly<Record<string, (rest: string) => BaselineSource | null>> = {
  file: (path) => (path === "" ? null : { kind: "file", path }),
  git: parseGit,
  mlflow: parseMlflow,
};

function parseGit(rest: string): BaselineSource | null {
  const [, ref, path] = /^([^:]+):(.+)$/s.exec(rest) ?? [];
  if (ref === undefined || path === undefined || ref.startsWith("-") || path.startsWith("/")) return null;
  return { kind: "git", ref, path };
}

/** MLflow's own rules: a model's name has no `/` or `:`, an alias has word characters and dashes. */
function parseMlflow(rest: string): BaselineSource | null {
  const [, model, alias, version, artifact = null] =
    /^([^@/:\n]{1,256})(?:@([\w-]{1,255})|\/([1-9]\d{0,9}))(?::([^:\n]+))?$/.exec(rest) ?? [];
  if (model === undefined || (artifact !== null && isAstray(artifact))) return null;
  const pointer = alias === undefined ? { version: version ?? "" } : { alias };
  return { kind: "mlflow", model, pointer, artifact };
}

function isAstray(path: string): boolean {
  return path.startsWith("/") || path.split("/").includes("..");
}

function refuse(written: string): Refusal {
  return {
    message: `The baseline is ${quote(written)}: wanted \`registry\`, a path, \`git:<ref>:<path>\`, \`mlflow:<model>@<alias>\` or \`mlflow:<model>/<version>\`.`,
    remedy: "Write it in one of these forms, such as `git:origin/main:metrics.json`.",
  };
}
