/**
 * What the bundle exports: the stubs in `dist/` call one of these and nothing else.
 *
 * @module
 */
import { openGithubHost, runAction } from "@ml-gates/runner";
import { loadAction } from "./actions.ts";

/** Runs one action on GitHub's runner; `run` is the umbrella. What the others do without is loaded for it alone. */
export async function runOnGithub(id: string): Promise<void> {
  const host = openGithubHost(process.env);
  const { exitCode } =
    id === "run"
      ? await (await import("./run-chain.ts")).runChain(host)
      : await runAction(await loadAction(id), host);
  process.exitCode = exitCode;
}

/** Runs the command line of this process; `root` is the folder that holds `action.yml` and `actions/`. */
export async function runInTerminal(root: string): Promise<void> {
  const { runCli } = await import("./run-cli.ts");
  process.exitCode = await runCli(process.argv.slice(2), root, {
    directory: process.cwd(),
    environment: process.env,
    out: (line) => process.stdout.write(`${line}\n`),
    err: (line) => process.stderr.write(`${line}\n`),
    ...(process.stderr.isTTY
      ? { progress: (line: string) => process.stderr.write(`\r\u001b[K${line}`) }
      : {}),
  });
}
