export { type GitLedgerSetting, openGitLedger } from "./git-ledger.ts";
export { hashModel } from "./hash-model.ts";
export { digestGiven, KEPT_BYTES } from "./kept-files.ts";
export type { MlflowReference, MlflowVersion } from "./mlflow/find-version.ts";
export { type Mlflow, openMlflow } from "./mlflow/open-mlflow.ts";
export { isInsecure } from "./mlflow/read-trust.ts";
export type { VersionFacts } from "./mlflow/version-facts.ts";
export * from "./registry.ts";
export { cleanEnvironment, type Environment, type GitOutcome, runGit } from "./run-git.ts";
