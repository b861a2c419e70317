/** The far end of back-channel logout in the contract tests: a CONNECT exit, and behind it a TLS listener that remembers the logout tokens it is sent. */
import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect, type Server, type Socket } from 'node:net';
import * as x509 from '@peculiar/x509';

export type BackChannel = {
  readonly exit: { readonly host: string; readonly port: number };
  readonly authorityPem: string;
  /** Every authority that was asked of the exit, in order: `host:port`. */
  readonly asked: readonly string[];
  /** The first logout token that arrives after this call; rejects after `timeoutMs`. */
  nextLogoutToken(timeoutMs: number): Promise<string>;
  close(): Promise<void>;
};

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const pair = (): Promise<webcrypto.CryptoKeyPair> => webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);

async function certificates(host: string): Promise<{ authorityPem: string; cert: string; key: string }> {
  const notBefore = new Date(Date.now() - 3_600_000);
  const notAfter = new Date(Date.now() + 86_400_000);
  const [authorityKeys, leafKeys] = [await pair(), await pair()];
  const authority = await x509.X509CertificateGenerator.createSelfSigned({
    name: 'CN=Contract test authority',
    keys: authorityKeys,
    signingAlgorithm: algorithm,
    notBefore,
    notAfter,
    extensions: [new x509.BasicConstraintsExtension(true, 0, true), new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true)],
  });
  const leaf = await x509.X509CertificateGenerator.create({
    subject: `CN=${host}`,
    issuer: authority.subject,
    publicKey: leafKeys.publicKey,
    signingKey: authorityKeys.privateKey,
    signingAlgorithm: algorithm,
    notBefore,
    notAfter,
    extensions: [new x509.SubjectAlternativeNameExtension([{ type: 'dns', value: host }])],
  });
  const key = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', leafKeys.privateKey)).toString('base64');
  return {
    authorityPem: authority.toString('pem'),
    cert: leaf.toString('pem'),
    key: `-----BEGIN PRIVATE KEY-----\n${key}\n-----END PRIVATE KEY-----\n`,
  };
}

async function listenOn(server: Server, host: string): Promise<number> {
  server.listen(0, host);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** Opens both ends. `exitHost` is the address on which the exit listens; everything that it is asked for leads to the one TLS listener for `host`. */
export async function openBackChannel(host: string, exitHost = '127.0.0.1'): Promise<BackChannel> {
  const { authorityPem, cert, key } = await certificates(host);
  const asked: string[] = [];
  const waiting: ((token: string) => void)[] = [];
  const sockets = new Set<Socket>();
  const listener = createTlsServer({ cert, key }, async (incoming, outgoing) => {
    const parts: Buffer[] = [];
    for await (const part of incoming) parts.push(part as Buffer);
    const token = new URLSearchParams(Buffer.concat(parts).toString('utf8')).get('logout_token');
    outgoing.writeHead(token === null ? 400 : 200).end();
    if (token !== null) for (const resolve of waiting.splice(0)) resolve(token);
  });
  const listenerPort = await listenOn(listener, '127.0.0.1');
  const exit = createHttpServer().on('connect', (incoming, socket: Socket, head: Buffer) => {
    asked.push(incoming.url ?? '');
    const onward = connect(listenerPort, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.write(head);
      onward.pipe(socket).pipe(onward);
    });
    for (const each of [socket, onward]) {
      sockets.add(each);
      each.on('error', () => each.destroy()).on('close', () => sockets.delete(each));
    }
  });
  const exitPort = await listenOn(exit, exitHost);
  return {
    exit: { host: exitHost, port: exitPort },
    authorityPem,
    asked,
    nextLogoutToken: (timeoutMs) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`no logout token in ${timeoutMs} ms`)), timeoutMs);
        waiting.push((token) => {
          clearTimeout(timer);
          resolve(token);
        });
      }),
    async close() {
      for (const socket of sockets) socket.destroy();
      listener.closeAllConnections();
      await Promise.all([listener, exit].map((server) => new Promise((resolve) => server.close(resolve))));
    },
  };
}
