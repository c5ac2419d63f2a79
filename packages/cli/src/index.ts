export { readActionMetadata } from "./action-metadata.ts";
export { runInTerminal, runOnGithub } from "./entry.ts";
export { runCli } from "./run-cli.ts";
