import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // One a core: the main process only waits, and by default a core is kept for it.
    maxWorkers: "100%",
    projects: [
      {
        test: {
          name: "hermetic",
          include: ["{packages,actions}/*/src/**/*.test.ts", "{scripts,demo,test}/**/*.test.ts"],
          exclude: ["**/*.live.test.ts", "**/node_modules/**"],
          // Modules are loaded once a worker, not once a file: a quarter of the time. No test leaves anything in them.
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "live",
          include: ["{packages,actions,test}/**/*.live.test.ts"],
          exclude: ["**/node_modules/**"],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
