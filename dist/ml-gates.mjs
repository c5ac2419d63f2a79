import { runOnGithub } from "./index.mjs";

await runOnGithub("run");
