/**
 * A check of the head commit around a piece of work: in progress before it, completed on every way out of it.
 *
 * @module
 */
import type { CheckEnd, Client, OpenCheck } from "@ml-gates/github";
import type { ActionHost } from "@ml-gates/runner";
import type { Inputs } from "./inputs.ts";
import { explain, sayError } from "./post-review.ts";

/** Does the work; its check ends as `endOf` says, and fails when the work does. */
export async function holdCheck<Result>(
  host: ActionHost,
  { inputs, client }: { readonly inputs: Inputs; readonly client: Client | null },
  { work, endOf }: { readonly work: () => Promise<Result>; readonly endOf: (result: Result) => CheckEnd },
): Promise<Result> {
  const check = inputs.checkRun && client !== null ? await begin(host, inputs, client) : null;
  const release = endOnSignal(host, check);
  try {
    const result = await work();
    await end(host, check, endOf(result));
    return result;
  } catch (error) {
    await end(host, check, { blocks: true, title: "did not run", summary: sayError(error) });
    throw error;
  } finally {
    release();
  }
}

const SIGNALS = ["SIGINT", "SIGTERM"] as const;
const CANCELLED = { blocks: true, title: "was cancelled", summary: "The job was cancelled before it ended." };

/** The runner gives notice before it kills a cancelled job: a check left open would hold its commit up for ever. */
function endOnSignal(host: ActionHost, check: OpenCheck | null): () => void {
  const cancel = (signal: NodeJS.Signals): void => {
    void end(host, check, CANCELLED).finally(() => process.kill(process.pid, signal));
  };
  if (check !== null) for (const signal of SIGNALS) process.once(signal, cancel);
  return () => {
    for (const signal of SIGNALS) process.removeListener(signal, cancel);
  };
}

async function begin(
  { run, ...host }: ActionHost,
  { key }: Inputs,
  client: Client,
): Promise<OpenCheck | null> {
  if (run.repository === null || run.commit === null) return null;
  const name = key === "default" ? "ml-gates" : `ml-gates (${key})`;
  try {
    const { startCheck } = await import("@ml-gates/github");
    return await startCheck(client, { repository: run.repository, commit: run.commit, name, url: run.url });
  } catch (error) {
    return explain({ run, ...host }, sayError(error), "check");
  }
}

async function end(host: ActionHost, check: OpenCheck | null, said: CheckEnd): Promise<void> {
  await check?.complete(said).catch((error: unknown) => explain(host, sayError(error), "check"));
}
