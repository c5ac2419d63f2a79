import { runOnGithub } from "./index.mjs";

await runOnGithub("detect-drift");
