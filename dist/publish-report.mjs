import { runOnGithub } from "./index.mjs";

await runOnGithub("publish-report");
