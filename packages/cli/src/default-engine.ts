/**
 * The engine of commands that no gate file configures.
 *
 * @module
 */
import type { EngineSettings } from "@ml-gates/gate";

/** As a gate file without `engine` has it. */
export const DEFAULT_ENGINE: EngineSettings = { memory: "4GB", threads: null, temp: null, nativePath: null };
