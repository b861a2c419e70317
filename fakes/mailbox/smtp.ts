/** An SMTP server on loopback that takes every mail and keeps it: the outside world's mail, as far as we need one. RFC 5321. */
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export type Received = { readonly raw: Buffer; readonly recipients: readonly string[] };
export type SmtpListener = { readonly address: string; readonly port: number; close(): Promise<void> };

const maxBytes = 256 * 1024;

async function bytesOf(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream) {
    size += part.length;
    if (size <= maxBytes) parts.push(part);
  }
  if (size > maxBytes) throw new RangeError('the message is too large');
  return Buffer.concat(parts);
}

/** The sender is told "accepted" only after `take` has the message; what `take` throws refuses it. */
export async function listenSmtp(options: {
  readonly address: string;
  readonly take: (received: Received) => void;
}): Promise<SmtpListener> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    size: maxBytes,
    onData: (stream, session, done) => {
      bytesOf(stream)
        .then((raw) => options.take({ raw, recipients: session.envelope.rcptTo.map(({ address }) => address) }))
        .then(() => done(), done);
    },
  });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(0, options.address, resolve);
  await promise;
  server.on('error', () => {});
  const { port } = server.server.address() as AddressInfo;
  return { address: options.address, port, close: () => closing(server) };
}

function closing(server: SMTPServer): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  return promise;
}
