export * from "./action.ts";
export * from "./action-host.ts";
export * from "./evidence.ts";
export * from "./read-gate.ts";
