import { runOnGithub } from "./index.mjs";

await runOnGithub("compare-models");
