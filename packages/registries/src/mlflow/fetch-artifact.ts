/**
 * Files of a run: listed, and downloaded through the server, whatever store they lie in.
 *
 * @module
 */
import { EvidenceError, quote } from "@ml-gates/gate";
import { ANSWER_LIMITS, type HttpLimits, httpGet } from "../http/http-get.ts";
import { readText, writeBody } from "../http/read-body.ts";
import { type AskMlflow, describeRefusal, joinAddress, REACH_REMEDY } from "./ask-mlflow.ts";
import type { MlflowAddress } from "./mlflow-address.ts";
import { hideSecrets } from "./mlflow-address.ts";
import { objectsAt, textAt } from "./read-json.ts";
import type { VersionFacts } from "./version-facts.ts";

type Artifacts = NonNullable<VersionFacts["artifacts"]>;

const MAX_PAGES = 50;
/** A file may be large: half an hour. */
const DOWNLOAD_MS = 30 * 60_000;

/** Paths of the files at the top of a run's artifacts. @throws EvidenceError when they cannot be listed. */
export async function listArtifacts(ask: AskMlflow, { runId }: Artifacts): Promise<readonly string[]> {
  const paths: string[] = [];
  let token: string | null = null;
  for (let page = 0; page < MAX_PAGES; page++) {
    const more: Readonly<Record<string, string>> = token === null ? {} : { page_token: token };
    const answer = await ask({ path: "artifacts/list", query: { run_id: runId, ...more } });
    if (!("value" in answer)) {
      const message = `The artifacts of run ${runId} cannot be listed: ${answer.status} ${answer.code}, ${quote(answer.message)}.`;
      throw new EvidenceError([{ message, remedy: REACH_REMEDY }]);
    }
    const files = objectsAt(answer.value, "files").filter((file) => file["is_dir"] !== true);
    paths.push(...files.flatMap((file) => textAt(file, "path") ?? []));
    token = textAt(answer.value, "next_page_token");
    if (token === null) return paths;
  }
  const message = `The artifacts of run ${runId} go on after ${MAX_PAGES} pages.`;
  throw new EvidenceError([{ message, remedy: "Name the file's path: `mlflow:<model>@<alias>:<path>`." }]);
}

/** What to fetch, and the local file it becomes. */
export interface ArtifactRequest {
  readonly artifacts: Artifacts;
  readonly path: string;
  readonly target: string;
}

/** Downloads a file of a run; its SHA-256. @throws EvidenceError when it is not there or cannot be read. */
export async function fetchArtifact(
  address: MlflowAddress,
  { artifacts, path, target }: ArtifactRequest,
  limits: HttpLimits = ANSWER_LIMITS,
): Promise<string> {
  const url = addressOf(address, artifacts, path);
  const { headers, trust } = address;
  const request = { url, headers, trust, remedy: REACH_REMEDY };
  const timeoutMs = Math.max(limits.timeoutMs, DOWNLOAD_MS);
  return httpGet(request, { ...limits, timeoutMs }, async (response) => {
    if (response.status === 200) return writeBody(response, target);
    const answer = await readText(response);
    if (answer.status !== 404)
      throw describeRefusal({ url, ...answer, text: hideSecrets(answer.text, address) });
    const message = `Run ${artifacts.runId} has no artifact ${quote(path)}.`;
    const remedy = `Log it with the run (\`mlflow.log_artifact\`), or name another path in \`baseline\`.`;
    throw new EvidenceError([{ message, remedy }]);
  });
}

/** A proxied store is read by its path; of any other the server itself fetches the file. */
function addressOf(address: MlflowAddress, { runId, root }: Artifacts, path: string): URL {
  const [, proxied] = /^mlflow-artifacts:(?:\/\/[^/]*)?\/*(.*)$/.exec(root) ?? [];
  if (proxied !== undefined) {
    const parts = [...proxied.split("/"), ...path.split("/")].map(encodeURIComponent);
    return joinAddress(address, `api/2.0/mlflow-artifacts/artifacts/${parts.join("/")}`);
  }
  const url = joinAddress(address, "get-artifact");
  url.searchParams.set("path", path);
  url.searchParams.set("run_uuid", runId);
  return url;
}
