export { judgePeer } from "./judge-peer.ts";
export { chunkSize } from "./nannyml.ts";
export type { Chunk, PeerColumn } from "./peer-column.ts";
