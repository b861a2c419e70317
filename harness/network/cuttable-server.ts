/** A listening server whose open connections can all be cut at once: kept-alive connections would otherwise outlive a fault or its end. */
import type { AddressInfo, Server, Socket } from 'node:net';

export type CuttableServer = {
  readonly address: string;
  readonly port: number;
  /** How many connections are open now. */
  open(): number;
  /** Ends every open connection, in whatever state it is. */
  cut(): void;
  /** Stops listening and cuts; resolves when nothing is left. */
  close(): Promise<void>;
};

/**
 * Listens; rejects with the system's error when the place is taken or cannot be bound.
 * Call it outside `opening(…)`: a server hands the label of whoever made it listen to all its handlers.
 */
export async function listenCuttable(server: Server, at: { readonly address: string; readonly port?: number }): Promise<CuttableServer> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.once('close', () => sockets.delete(socket));
  });
  const bound = await listening(server, at);
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return { address: bound.address, port: bound.port, open: () => sockets.size, cut, close: () => closed(server, cut) };
}

function listening(server: Server, at: { readonly address: string; readonly port?: number }): Promise<AddressInfo> {
  const { promise, resolve, reject } = Promise.withResolvers<AddressInfo>();
  server.once('error', reject);
  server.listen(at.port ?? 0, at.address, () => {
    server.off('error', reject);
    resolve(server.address() as AddressInfo);
  });
  return promise;
}

function closed(server: Server, cut: () => void): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  cut();
  return promise;
}
