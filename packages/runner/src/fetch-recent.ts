/**
 * The baselines before this one, for a report to draw: what cannot be read of them is left out.
 *
 * @module
 */
import type { BaselineSource, GateFile } from "@ml-gates/gate";
import type { ActionHost } from "./action-host.ts";
import { readBlob, resolveCommit } from "./commit-files.ts";
import { openRegistry } from "./evidence.ts";
import { runGit } from "./run-git.ts";

/** An earlier baseline's metrics file. */
export interface RecentBaseline {
  /** Version of a registry, commit of a repository. */
  readonly version: string;
  /** When it was made or registered, ISO 8601, UTC. */
  readonly at: string | null;
  /** As it was named, and its text. */
  readonly uri: string;
  readonly text: string;
}

const MOST = 10;
/** A larger file is no metrics file, and no drawing is worth reading it. */
const MAX_BYTES = 16 << 20;

/** What is asked for: where the baseline is, and which commit or version it came from. */
export interface RecentAsk {
  readonly source: BaselineSource;
  readonly version: string | null;
}

/**
 * Metrics files of the last ten baselines, the newest first, that one included: the versions an alias has pointed at, the
 * commits that changed the file.
 */
export async function fetchRecentBaselines(
  host: ActionHost,
  gate: GateFile,
  { source, version }: RecentAsk,
): Promise<readonly RecentBaseline[]> {
  try {
    if (source.kind === "registry") return await readVersions(host, gate);
    if (source.kind === "mlflow" || version === null) return [];
    return await readCommits(host, { commit: version, path: source.path });
  } catch {
    // The baseline itself was read: a drawing of what came before is no evidence, and stops no gate.
    return [];
  }
}

async function readVersions(host: ActionHost, gate: GateFile): Promise<readonly RecentBaseline[]> {
  const versions = await openRegistry(host, gate.registry).listPast(gate.model ?? "", gate.registry.alias);
  return versions.slice(0, MOST).flatMap(({ version, metrics, kept, registeredAt: at }) => {
    if (metrics === null || kept === null || kept.byteLength > MAX_BYTES) return [];
    return [{ version, at, uri: metrics.uri, text: new TextDecoder().decode(kept) }];
  });
}

async function readCommits(
  host: ActionHost,
  { commit, path }: { readonly commit: string; readonly path: string },
): Promise<readonly RecentBaseline[]> {
  if ((await resolveCommit(host, commit)) === null) return [];
  const format = ["--format=%H %ct", `--max-count=${MOST}`, "--diff-filter=AM"];
  const logged = await runGit(host, ["--literal-pathspecs", "log", ...format, commit, "--", path]);
  const lines = logged.stdout.toString("utf8").trim().split("\n").filter(Boolean);
  const found = await Promise.all(
    lines.map(async (line): Promise<readonly RecentBaseline[]> => {
      const [version = "", seconds] = line.split(" ");
      const bytes = await readBlob(host, version, path);
      if (bytes === null || bytes.byteLength > MAX_BYTES) return [];
      const at = new Date(Number(seconds) * 1000).toISOString();
      return [{ version, at, uri: `git:${version}:${path}`, text: bytes.toString("utf8") }];
    }),
  );
  return logged.code === 0 ? found.flat() : [];
}
