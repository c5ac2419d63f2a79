export { asPeersSee } from "./as-peers-see.ts";
export { judgePeer, PEER_MINIMUM, type PeerTables } from "./judge-peer.ts";
export { chunkSize } from "./nannyml.ts";
export type { Chunk, PeerColumn } from "./peer-column.ts";
