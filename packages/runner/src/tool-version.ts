/**
 * The version every report and user agent names; a test compares it with `package.json`.
 *
 * @module
 */
export const TOOL_VERSION = "0.1.0";
