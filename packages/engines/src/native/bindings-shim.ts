/**
 * Stands for `@duckdb/node-bindings` in the bundle: loads the library from the folder that was found at run time.
 *
 * Nothing of the source tree imports it; the bundler puts it in that package's place. Outside the bundle the package
 * itself loads the library from `node_modules`.
 *
 * @module
 */
import { join } from "node:path";
import { nativePath } from "./native-path.ts";

function loadNative(): object {
  const native = { exports: {} };
  // Not `require`: a bundler would follow it.
  process.dlopen(native, join(nativePath(), "duckdb.node"));
  return native.exports;
}

// biome-ignore lint/style/noDefaultExport: the client takes the bindings as a CommonJS module's default
export default loadNative();
