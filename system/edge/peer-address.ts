/** Where a request really comes from: the peer of the edge's own socket, and nothing that a header says (B-07). */
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';

export type PeerAddress = (request: IncomingMessage) => string;

/** IPv4-mapped IPv6 is folded to IPv4 (`::ffff:127.16.0.5` → `127.16.0.5`). RFC 4291 §2.5.5.2. */
export const socketPeer = ({ remoteAddress = '' }: Pick<Socket, 'remoteAddress'>): string =>
  remoteAddress.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/, '');

export const peerAddress: PeerAddress = ({ socket }) => socketPeer(socket);
