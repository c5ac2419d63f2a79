/**
 * MLflow from PyPI on loopback: installed once into a virtual environment outside of the repository.
 *
 * @module
 */
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync } from "node:fs";
import { createServer } from "node:net";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

const VERSION = "3.17.2";
/** What the server and its login need of `mlflow[auth]`: a third of its size. */
const PACKAGES = [
  `mlflow-skinny==${VERSION}`,
  "Flask<4",
  "Flask-CORS<7",
  "Flask-WTF<2",
  "alembic<2",
  "sqlalchemy<3",
  "graphene<4",
  "aiohttp<4",
  "cryptography<51",
  "numpy<3",
  "pandas<4",
];

const QUIET = { MLFLOW_SERVER_ENABLE_JOB_EXECUTION: "false", MLFLOW_DISABLE_TELEMETRY: "true" };
const ENVIRONMENT = process.env["MLFLOW_VENV"] ?? join(homedir(), ".cache", "ml-gates", `mlflow-${VERSION}`);
export const PYTHON = join(ENVIRONMENT, "bin", "python");

/** Installs MLflow where it is not there yet. */
export function installMlflow(): void {
  if (existsSync(join(ENVIRONMENT, "bin", "mlflow"))) return;
  execFileSync("python3", ["-m", "venv", ENVIRONMENT], { stdio: "inherit" });
  execFileSync(PYTHON, ["-m", "pip", "install", "--quiet", ...PACKAGES], { stdio: "inherit" });
}

/** A server that was started here, and is stopped by its process group. */
export interface MlflowServer {
  readonly url: string;
  kill(): void;
}

/** Starts a server with its own SQLite file; it is ready when this returns. */
export async function startMlflow(
  app: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Promise<MlflowServer> {
  const folder = mkdtempSync(join(tmpdir(), "ml-gates-mlflow-"));
  const port = await findPort();
  const child = spawn(
    join(ENVIRONMENT, "bin", "mlflow"),
    [
      "server",
      ...["--backend-store-uri", `sqlite:///${folder}/mlflow.db`],
      ...["--artifacts-destination", join(folder, "artifacts")],
      ...["--host", "127.0.0.1", "--port", String(port), "--workers", "1"],
      ...app,
    ],
    { cwd: folder, detached: true, stdio: "ignore", env: { ...process.env, ...QUIET, ...environment } },
  );
  let running = true;
  child.once("exit", () => {
    running = false;
  });
  const kill = () => {
    if (child.pid !== undefined && running) process.kill(-child.pid, "SIGKILL");
    running = false;
  };
  const url = `http://127.0.0.1:${port}`;
  for (let seconds = 0; seconds < 240; seconds++) {
    const health = await fetch(`${url}/health`).catch(() => null);
    if (health?.ok) return { url, kill };
    await delay(1000);
  }
  kill();
  throw new Error("MLflow did not start within four minutes");
}

function findPort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
