#!/usr/bin/env node
import { fileURLToPath } from "node:url";
import { runInTerminal } from "./index.mjs";

await runInTerminal(fileURLToPath(new URL("..", import.meta.url)));
