/** The end of a connection, however it comes: for tests that wait for it. */
import type { Socket } from 'node:net';

export const closed = (socket: Socket): Promise<void> =>
  new Promise(
    (resolve) =>
      void socket
        .on('error', () => {})
        .once('close', () => resolve())
        .resume(),
  );
