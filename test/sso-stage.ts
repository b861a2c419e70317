/** An authentication service by itself on loopback, with an honest provider behind its outbound port, and a browser that keeps cookies for each host. */

import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createDirectory } from '../system/isolated/directory/index.ts';
import { idpSettingsLife } from '../system/isolated/idp-settings/index.ts';
import { createSessions } from '../system/isolated/session/index.ts';
import { createSso, type Sso } from '../system/isolated/sso/index.ts';
import { contextSigner } from '../system/kernel/context-signer.ts';
import { domainAllowlist } from '../system/kernel/domain-allowlist.ts';
import type { IdpSettings, OidcSettings } from '../system/kernel/idp-settings.ts';
import type { SettingsLife } from '../system/kernel/idp-settings-draft.ts';
import type { IdpCertificates } from '../system/kernel/listed-keys.ts';
import type { AuditEntry } from '../system/kernel/ports.ts';
import { newReference } from '../system/kernel/reference.ts';
import { serviceHandler } from '../system/kernel/service.ts';
import { type SqliteStore, sqliteStore } from '../system/kernel/store.ts';
import { type ManualClock, manualClock, silentLog, systemRandom } from './manual-ports.ts';
import { clientId, clientSecret, type HonestIdp, honestIdp, issuer } from './sso-idp.ts';

/** The settings for the honest provider, but for what a test changes. */
export const oidcSettings = (change: Partial<OidcSettings> = {}): OidcSettings => ({
  protocol: 'oidc',
  issuer,
  clientId,
  clientAuthentication: { method: 'client_secret_basic', secret: clientSecret },
  idTokenAlgorithm: 'RS256',
  demandedAcr: [],
  struckOutKeyIds: [],
  ...change,
});

export const loginHost = 'login.acme.isolated.test';
export const productHost = 'tracker.acme.isolated.test';

export type Reply = {
  readonly status: number;
  readonly location: string;
  readonly body: string;
  readonly code: string;
  readonly policy: string;
  /** The `Set-Cookie` lines. */
  readonly cookies: readonly string[];
};
export type Browser = {
  /** A request that the ingress let through to the authentication service, with this browser's cookies of that host. */
  get(host: string, target: string): Promise<Reply>;
  /** The same, sent by a form. */
  post(host: string, target: string, form: Readonly<Record<string, string>>): Promise<Reply>;
  /** Opens the product without a session: where it is led. */
  open(returnTo?: string): Promise<URL>;
  /** From the product to the provider's door: the address of the authorization request. */
  toIdp(): Promise<URL>;
  readonly cookies: Map<string, string>;
};
export type SsoStage = {
  readonly clock: ManualClock;
  readonly idp: HonestIdp;
  readonly store: SqliteStore;
  readonly records: AuditEntry[];
  /** Drafts and their tests. */
  readonly tests: SettingsLife;
  read: Sso['read'];
  settings: IdpSettings | undefined;
  allowlist: readonly string[];
  idpCertificates: IdpCertificates['list'];
  browser(): Browser;
  /** A whole sign-in in a new browser; the reply of the callback. `change` may alter what the provider sends back. */
  signIn(change?: (back: URLSearchParams) => URLSearchParams): Promise<Reply>;
  /** A whole sign-in in a new browser, and the user context of the first request after it. */
  contextOf(): Promise<string>;
  close(): void;
};

export async function openSsoStage({ absoluteSeconds = 43_200 }: { readonly absoluteSeconds?: number } = {}): Promise<SsoStage> {
  const clock = manualClock(Date.now());
  const idp = await honestIdp(clock);
  const store = sqliteStore(':memory:');
  const records: AuditEntry[] = [];
  const random = systemRandom;
  const state: Pick<SsoStage, 'settings' | 'allowlist'> = {
    settings: oidcSettings(),
    allowlist: ['idp.acme.test/realms/acme'],
  };
  const tests = idpSettingsLife({ store: sqliteStore(':memory:'), clock, random });
  const testing = { tests, adminOrigin: 'https://admin.acme.isolated.test', known: () => undefined };
  const parts: Parameters<typeof createSso>[0] = {
    cloud: 'acme',
    loginOrigin: `https://${loginHost}`,
    store,
    clock,
    random,
    outbound: idp.outbound,
    audit: { append: async (entry) => void records.push(entry) },
    log: silentLog,
    settings: { current: () => state.settings },
    sessions: createSessions({ store, clock, random }, { absoluteSeconds, idleSeconds: 3_600 }),
    signer: await contextSigner(`https://${loginHost}`, { clock, random }),
    subjectOf: createDirectory({ store, random, clock }).subjectOf,
    allows: (url) => domainAllowlist(state.allowlist).allows(url.origin + url.pathname),
  };
  const sso = createSso(parts, testing);
  const server = createServer(serviceHandler(sso.service));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  const browser = (): Browser => {
    const cookies = new Map<string, string>();
    const take = (host: string, lines: readonly string[]): void => {
      for (const line of lines) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        if (line.includes('Max-Age=0')) cookies.delete(`${host} ${name}`);
        else cookies.set(`${host} ${name}`, value);
      }
    };
    const cookieHeader = (host: string): string =>
      [...cookies].flatMap(([key, value]) => (key.startsWith(`${host} `) ? [`${key.slice(host.length + 1)}=${value}`] : [])).join('; ');
    const get: Browser['get'] = async (host, target) => {
      const answer = await asked({ port, host, target, cookie: cookieHeader(host) });
      take(host, answer.cookies);
      return { ...answer, code: records.find(({ reference }) => reference === answer.reference)?.code ?? 'not recorded' };
    };
    const post: Browser['post'] = async (host, target, form) => {
      const answer = await asked({ port, host, target, cookie: cookieHeader(host), form });
      take(host, answer.cookies);
      return { ...answer, code: records.find(({ reference }) => reference === answer.reference)?.code ?? 'not recorded' };
    };
    const open: Browser['open'] = async (returnTo = '/issues/7') => {
      const question = {
        reference: newReference(random),
        host: productHost,
        audience: 'tracker',
        returnTo,
        peer: '',
        mayBeLedToSignIn: true,
      };
      const answer = await sso.decide(question);
      if (answer.kind !== 'sign-in') throw new TypeError(`the product answered ${answer.kind}`);
      take(productHost, answer.cookies);
      return new URL(answer.location);
    };
    const toIdp: Browser['toIdp'] = async () => {
      const start = await open();
      return new URL((await get(loginHost, start.pathname + start.search)).location);
    };
    return { cookies, get, post, open, toIdp };
  };
  return Object.assign(state, {
    clock,
    idp,
    store,
    records,
    tests,
    read: sso.read,
    idpCertificates: sso.idpCertificates.list,
    browser,
    signIn: async (change: (back: URLSearchParams) => URLSearchParams = (back) => back) => {
      const person = browser();
      const back = change(idp.authorize(await person.toIdp()));
      return person.get(loginHost, `/callback?${back}`);
    },
    contextOf: async () => {
      const person = browser();
      const home = new URL((await person.get(loginHost, `/callback?${idp.authorize(await person.toIdp())}`)).location);
      await person.get(productHost, home.pathname + home.search);
      const session = person.cookies.get(`${productHost} __Host-session`) ?? '';
      const question = { reference: newReference(random), host: productHost, audience: 'tracker', returnTo: '/', peer: '' };
      const answer = await sso.decide({ ...question, session, mayBeLedToSignIn: false });
      if (answer.kind !== 'allowed') throw new TypeError(`the product answered ${answer.kind}`);
      return answer.context;
    },
    close: () => void server.close(),
  });
}

type Asked = {
  readonly port: number;
  readonly host: string;
  readonly target: string;
  readonly cookie: string;
  readonly form?: Readonly<Record<string, string>>;
};
async function asked({ port, host, target, cookie, form }: Asked) {
  const reference = newReference(systemRandom);
  const headers = {
    host,
    cookie,
    'tempered-reference': reference,
    'tempered-peer': '127.16.0.5',
    accept: 'text/html',
    ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
  };
  const { promise, resolve, reject } = Promise.withResolvers<Omit<Reply, 'code'> & { reference: string }>();
  const call = request({ host: '127.0.0.1', port, path: target, headers, method: form ? 'POST' : 'GET' }, async (answer) => {
    const parts: Buffer[] = [];
    for await (const part of answer) parts.push(part as Buffer);
    const body = Buffer.concat(parts).toString();
    const { location = '', 'set-cookie': cookies = [], 'content-security-policy': policy = '' } = answer.headers;
    resolve({ status: answer.statusCode ?? 0, location, body, policy: String(policy), cookies, reference });
  });
  call.on('error', reject);
  call.end(form && new URLSearchParams(form).toString());
  return promise;
}
