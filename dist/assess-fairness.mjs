import { runOnGithub } from "./index.mjs";

await runOnGithub("assess-fairness");
