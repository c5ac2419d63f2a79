export { readActionMetadata } from "./action-metadata.ts";
export { runInTerminal, runOnGithub } from "./entry.ts";
export { readCommandMetadata, runCli } from "./run-cli.ts";
