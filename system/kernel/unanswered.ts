/** Which requests of a connection still wait for their answers: whatever else comes on it has to wait for those, or has no place there. RFC 9112 §9.3.2. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

export type Asked = { readonly request: IncomingMessage; readonly response: ServerResponse; readonly answered: Promise<void> };
/** In the order in which they came. */
export type Unanswered = (socket: Duplex) => readonly Asked[];

/** From now on, and before anybody who listens to this server later. */
export function unansweredOn(server: Server): Unanswered {
  const open = new WeakMap<Duplex, Set<Asked>>();
  const note = (request: IncomingMessage, response: ServerResponse): void => {
    const { promise: answered, resolve } = Promise.withResolvers<void>();
    const mine = open.get(request.socket) ?? new Set();
    const asked: Asked = { request, response, answered };
    open.set(request.socket, mine.add(asked));
    response.once('close', () => {
      mine.delete(asked);
      resolve();
    });
  };
  server.on('request', note);
  server.on('checkExpectation', note);
  return (socket) => [...(open.get(socket) ?? [])];
}
