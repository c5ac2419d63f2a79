/**
 * The words that name a baseline.
 *
 * @module
 */
import { quote } from "../errors.ts";
import type { BaselineSource } from "./gate-file.ts";

/**
 * `registry`, `file:<path>` or a path, or `git:<ref>:<path>`; anything else with a scheme is refused.
 *
 * @example
 * parseBaseline("registry"); // => { kind: "registry" }
 * parseBaseline("git:origin/main:metrics.json"); // => { kind: "git", ref: "origin/main", path: "metrics.json" }
 * parseBaseline("out/metrics.json"); // => { kind: "file", path: "out/metrics.json" }
 */
export function parseBaseline(
  written: string,
): BaselineSource | { readonly message: string; readonly remedy: string } {
  if (written === "registry") return { kind: "registry" };
  const [, scheme, rest] = /^([a-z][a-z0-9+.-]+):(.*)$/s.exec(written) ?? [];
  if (scheme === undefined || rest === undefined) return { kind: "file", path: written };
  if (scheme === "file") return { kind: "file", path: rest };
  const [, ref, path] = /^([^:]+):(.+)$/s.exec(rest) ?? [];
  const refused = ref === undefined || path === undefined || ref.startsWith("-") || path.startsWith("/");
  if (scheme !== "git" || refused) {
    return {
      message: `The baseline is ${quote(written)}: wanted \`registry\`, a path, or \`git:<ref>:<path>\`.`,
      remedy: "Write it in one of these forms, such as `git:origin/main:metrics.json`.",
    };
  }
  return { kind: "git", ref, path };
}
