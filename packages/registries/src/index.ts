export { type GitLedgerSetting, openGitLedger } from "./git-ledger.ts";
export { hashModel } from "./hash-model.ts";
export * from "./registry.ts";
export { cleanEnvironment, type Environment, type GitOutcome, runGit } from "./run-git.ts";
