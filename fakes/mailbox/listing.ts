/** The page on which a person who tries the system out reads the mail that it sent. Loopback only. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { MailMessage } from './message.ts';

export type Listing = { readonly url: URL; close(): Promise<void> };

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
const linked = (text: string): string =>
  text.replaceAll(/https:\/\/[^\s<>&]+/g, (address) => `<a href="${address}" rel="noreferrer">${address}</a>`);

const style =
  ':root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem}article{border-top:1px solid #8884;padding:.5rem 0}pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit}';

const entry = ({ to, subject, text, receivedAtMs }: MailMessage): string =>
  `<article><h2>${escaped(subject)}</h2><p>To <code>${escaped(to)}</code>, ${new Date(receivedAtMs).toISOString()}</p><pre>${linked(escaped(text))}</pre></article>`;

function page(messages: readonly MailMessage[]): string {
  const body = messages.length === 0 ? '<p>No mail yet.</p>' : messages.toReversed().map(entry).join('');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Mailbox</title><style>${style}</style></head><body><main><h1>Mailbox</h1>${body}</main></body></html>`;
}

/** Newest first, as HTML at `/` and as JSON at `/messages`. Nothing may be cached, framed or loaded by another site. */
export async function serveListing(messages: () => readonly MailMessage[], address = '127.0.0.1'): Promise<Listing> {
  const server = createServer((request, response) => {
    const host = request.headers.host ?? '';
    const asked = host === `${address}:${(server.address() as AddressInfo).port}` ? request.url : undefined;
    const headers = {
      'cache-control': 'no-store',
      'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'`,
      'x-content-type-options': 'nosniff',
    };
    if (asked === '/') response.writeHead(200, { ...headers, 'content-type': 'text/html; charset=utf-8' }).end(page(messages()));
    else if (asked === '/messages')
      response.writeHead(200, { ...headers, 'content-type': 'application/json' }).end(JSON.stringify(messages()));
    else response.writeHead(404, headers).end();
  });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(0, address, resolve);
  await promise;
  const { port } = server.address() as AddressInfo;
  return {
    url: new URL(`http://${address}:${port}/`),
    close: () => {
      const closed = Promise.withResolvers<void>();
      server.close(() => closed.resolve());
      server.closeAllConnections();
      return closed.promise;
    },
  };
}
