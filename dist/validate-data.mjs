import { runOnGithub } from "./index.mjs";

await runOnGithub("validate-data");
