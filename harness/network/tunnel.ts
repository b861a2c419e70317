/** Connects from a chosen source address and carries bytes both ways until either side is done. */
import { connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Place } from './names.ts';
import { opening } from './opener.ts';
import { type ProxyError, proxyErrorOf } from './proxy-status.ts';

const connectTimeoutMs = 10_000;

/** A connected socket, or why there is none. Gives up when `client` leaves first. */
export function connectFrom(sourceAddress: string, place: Place, client: Duplex): Promise<Socket | ProxyError> {
  const { promise, resolve } = Promise.withResolvers<Socket | ProxyError>();
  const far = opening('harness:exit', () =>
    connect({ host: place.address, port: place.port, localAddress: sourceAddress, allowHalfOpen: true }),
  );
  const leave = (): void => void far.destroy();
  client.once('close', leave);
  far.setTimeout(connectTimeoutMs, () => far.destroy(Object.assign(new Error('no connection in time'), { code: 'ETIMEDOUT' })));
  far.on('error', (error) => resolve(proxyErrorOf(error)));
  far.once('close', () => resolve('connection_terminated'));
  far.once('connect', () => {
    far.setTimeout(0);
    client.off('close', leave);
    resolve(far);
  });
  return promise;
}

/** Carries until both directions ended. What breaks on one side breaks the other; what was already sent still arrives. */
export function carry(client: Duplex, far: Socket, head: Uint8Array): void {
  if (client.destroyed) return void far.destroy();
  if (head.length > 0) far.write(head);
  client.pipe(far);
  far.pipe(client);
  client.once('close', () => far.destroy());
  far.once('close', (hadError) => {
    if (hadError || !client.writableEnded) client.destroy();
  });
}
