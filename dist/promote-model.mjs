import { runOnGithub } from "./index.mjs";

await runOnGithub("promote-model");
