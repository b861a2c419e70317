/** The customer's own start page: a public single-page client of the identity provider, as static files of one host. It knows no secret and keeps nothing. */
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type HeardRequest, heardRequest } from './heard.ts';
import { type LaunchpadPage, startPage, statusPage, styleSheet } from './page.ts';
import { pageScript } from './page-script.ts';

export type { HeardRequest } from './heard.ts';
export type { Tile } from './page.ts';
export type LaunchpadOptions = Omit<LaunchpadPage, 'limitMs' | 'issuer'> & {
  /** Where discovery starts, as now: asked with each page. OpenID Connect Discovery 1.0 §4. */
  readonly issuer: () => string;
  /** Of its host, with its key. */
  readonly certificate: { readonly certPem: string; readonly keyPem: string };
  /** Told of every request, before it is answered. */
  readonly heard?: (request: HeardRequest) => void;
};
export type Launchpad = {
  readonly address: string;
  readonly port: number;
  /** From now on the page runs what this makes of its own script: for whoever tries what a worse page would do. */
  changeScript(change: (script: string) => string): void;
  close(): Promise<void>;
};

/** The identity provider answers within this time, or the page says that it is away. */
const limitMs = 6_000;

/** The library as its package brings it, unchanged. */
const library = (): Promise<string> => readFile(fileURLToPath(import.meta.resolve('keycloak-js')), 'utf8');

type File = { readonly type: string; readonly text: () => string | Promise<string> };

/** Starts on an ephemeral port of the loopback interface. */
export async function startLaunchpad(options: LaunchpadOptions): Promise<Launchpad> {
  const { issuer, customer, certificate } = options;
  const html = 'text/html; charset=utf-8';
  let script = pageScript;
  const files: Readonly<Record<string, File>> = {
    '/': { type: html, text: () => startPage({ ...options, issuer: issuer(), limitMs }) },
    '/status': { type: html, text: () => statusPage(customer) },
    '/launchpad.css': { type: 'text/css; charset=utf-8', text: () => styleSheet },
    '/launchpad.js': { type: 'text/javascript; charset=utf-8', text: () => script },
    '/keycloak.js': { type: 'text/javascript; charset=utf-8', text: library },
  };
  const server = createServer({ cert: certificate.certPem, key: certificate.keyPem }, (request, response) => {
    const answered = async (): Promise<void> => {
      options.heard?.(await heardRequest(request));
      await answer(request, response, { files, policy: policyFor(issuer()) });
    };
    answered().catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { address, port } = server.address() as AddressInfo;
  return {
    address,
    port,
    changeScript: (change) => {
      script = change(script);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Scripts and styles of its own, and of others only what the identity provider answers: CSP3 §6. */
const policyFor = (issuer: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `connect-src ${new URL(issuer).origin}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

type Serving = { readonly files: Readonly<Record<string, File>>; readonly policy: string };
async function answer({ method, url = '/' }: IncomingMessage, response: ServerResponse, { files, policy }: Serving): Promise<void> {
  const file = method === 'GET' ? files[new URL(url, 'https://launchpad.invalid').pathname] : undefined;
  const headers = {
    'content-security-policy': policy,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  };
  if (!file) return void response.writeHead(404, { ...headers, 'content-type': 'text/plain' }).end('There is nothing here.');
  const text = await file.text();
  response.writeHead(200, { ...headers, 'content-type': file.type }).end(text);
}
