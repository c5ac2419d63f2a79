/**
 * Builds `dist/`: TypeScript is emitted, one bundle with a chunk per action is made of it, and each `action.yml`
 * gets the stub it names.
 *
 * @module
 */
import { buildBundle } from "./build-bundle.ts";

await buildBundle(process.argv[2]);
