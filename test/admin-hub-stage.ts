/** AdminHub by itself on loopback, with settings that can be looked at, and the holder of a break-glass account who saves them. */

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decodeJwt } from 'jose';
import { createAdminHub } from '../system/isolated/admin-hub/index.ts';
import { createDirectory, createDirectoryService, releasedDirectoryPolicy } from '../system/isolated/directory/index.ts';
import { idpSettingsLife } from '../system/isolated/idp-settings/index.ts';
import { createSessions } from '../system/isolated/session/index.ts';
import type { TrailPage, TrailQuestion } from '../system/kernel/audit-trail.ts';
import type { Channel } from '../system/kernel/context-claims.ts';
import { contextSigner } from '../system/kernel/context-signer.ts';
import type { IdpSettings, OidcSettings } from '../system/kernel/idp-settings.ts';
import type { IdpLook, ImportOutcome } from '../system/kernel/idp-settings-draft.ts';
import type { ListedCertificate } from '../system/kernel/listed-keys.ts';
import type { AuditEntry } from '../system/kernel/ports.ts';
import { newReference } from '../system/kernel/reference.ts';
import { handleOf } from '../system/kernel/secret-handle.ts';
import { serviceHandler } from '../system/kernel/service.ts';
import { sqliteStore } from '../system/kernel/store.ts';
import { manualClock, silentLog, systemRandom } from './manual-ports.ts';

export const withSecret = (secret: string): Pick<OidcSettings, 'clientAuthentication'> => ({
  clientAuthentication: { method: 'client_secret_basic', secret },
});
export const before: OidcSettings = {
  protocol: 'oidc',
  issuer: 'https://idp.acme.test/realms/w0',
  clientId: 'isolated-cloud-acme',
  ...withSecret('old-secret-8812'),
  idTokenAlgorithm: 'RS256',
  demandedAcr: [],
  struckOutKeyIds: [],
};

/** Newest first, as the log in a file is read back; `before` is a number of records here. */
function pageOf(entries: readonly AuditEntry[], { limit, before: from = entries.length, wanted = () => true }: TrailQuestion): TrailPage {
  const all = entries
    .slice(0, from)
    .map((entry, index) => ({ ...entry, sequence: index + 1, atMs: Date.parse('2026-11-22T09:00:00Z') + index }));
  const records = all.toReversed().filter(wanted).slice(0, limit);
  const last = records.at(-1);
  return { records, older: records.length === limit && last && last.sequence > 1 ? last.sequence - 1 : undefined };
}

let close = (): void => {};
/** Ends the newest. */
export const closeHub = (): void => close();

export async function openHub(stored: IdpSettings | 'nothing' = before) {
  const clock = manualClock(Date.parse('2026-11-22T10:00:00Z'));
  const random = systemRandom;
  const signers = {
    ingress: await contextSigner('https://login.acme.isolated.test', { clock, random }),
    'break-glass': await contextSigner('https://admin.acme.isolated.test/break-glass', { clock, random }),
  };
  const records: AuditEntry[] = [];
  const store = sqliteStore(':memory:');
  const life = idpSettingsLife({ store, clock, random });
  // As it may be after an upgrade: what cannot be read is put there as it is.
  if (stored !== 'nothing') store.put('idp.settings', 'current', stored);
  const sessions = createSessions({ store, clock, random }, {});
  const names = new Map<string, readonly string[]>();
  const directory = createDirectory({
    store,
    random,
    clock,
    dnsText: { lookup: async (owner) => (names.get(owner) ?? []).map((text) => ({ owner, text })) },
  });
  const feed: { bytes: Uint8Array<ArrayBuffer> | undefined } = { bytes: undefined };
  const audit = { append: async (entry: AuditEntry) => void records.push(entry) };
  const service = createDirectoryService(
    {
      cloud: 'acme',
      adminHost: 'admin.acme.isolated.test',
      directory,
      sessions,
      roster: [],
      outbound: { request: async () => ({ status: feed.bytes ? 200 : 404, headers: {}, body: feed.bytes ?? new Uint8Array() }) },
      hrFeedUrl: new URL('https://hr.acme.test/people.csv?key=of-the-feed'),
      clock,
      random,
      audit,
      log: silentLog,
    },
    releasedDirectoryPolicy,
  );
  service.administration.makeConnector({ name: 'hr' }).effect();
  let certificates: readonly ListedCertificate[] = [];
  let imported: ImportOutcome = { outcome: 'unreachable' };
  let found: IdpLook = { discovered: 'good', good: true, away: false };
  const hub = createAdminHub(
    { cloud: 'acme', loginOrigin: 'https://login.acme.isolated.test', idpDomainAllowlist: ['idp.acme.test'] },
    {
      clock,
      random,
      log: silentLog,
      audit,
      trail: { page: async (question) => pageOf(records, question) },
      issuers: [
        { issuer: signers.ingress.issuer, channel: 'ingress', keys: signers.ingress.keys },
        { issuer: signers['break-glass'].issuer, channel: 'break-glass', keys: signers['break-glass'].keys },
      ],
      settings: life,
      look: async () => found,
      read: async () => imported,
      sessions,
      contextKeys: signers.ingress,
      directory: service.view,
      administration: service.administration,
      keys: {
        idpCertificates: () => certificates,
        published: async () => [{ kid: 'k-1', thumbprint: 'print-1', struckOut: false }],
        own: () => [],
      },
      isOrgAdmin: (subject) => subject === 'u-ada',
      breakGlassSessionEnd: (handle) =>
        handle === 's-1'
          ? { endsAtMs: clock.now() + 30 * 60_000, idleEndsAtMs: clock.now() + 10 * 60_000, signOutToken: 'out-token' }
          : undefined,
    },
  );
  const server = createServer(serviceHandler(hub));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  close = () => {
    server.close();
    server.closeAllConnections();
  };
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const context = (
    sub: string,
    channel: Channel,
    { audience = 'admin-hub', sid = 's-1', by = channel }: { audience?: string; sid?: string; by?: Channel } = {},
  ) => signers[by].mint(audience, { sub, sid, cloud: 'acme', channel });
  const call = async (path: string, token: string | undefined, form?: Record<string, string> | FormData, accept = 'text/html') => {
    const headers: Record<string, string> = {
      'tempered-reference': newReference(random),
      'tempered-peer': '127.16.0.5',
      accept,
      ...(token === undefined ? {} : { 'tempered-context': token }),
    };
    const answer = await fetch(base + path, {
      headers,
      redirect: 'manual',
      ...(form ? { method: 'POST', body: form instanceof FormData ? form : new URLSearchParams(form) } : {}),
    });
    return { status: answer.status, location: answer.headers.get('location'), body: await answer.text() };
  };
  const holder = () => context('harbour-one', 'break-glass');
  /** Of the same session, by another token: each is good once. */
  const formToken = async (token: string) => {
    const { sub = '', sid, channel } = decodeJwt<{ sid: string; channel: Channel }>(token);
    const page = await call('/idp-settings', await context(sub, channel, { sid }));
    return /name="form-token" value="([^"]*)"/.exec(page.body)?.[1] ?? '';
  };
  return {
    clock,
    call,
    context,
    holder,
    formToken,
    records,
    life,
    settings: life.current,
    draft: () => life.draft()?.settings,
    sessions,
    directory,
    view: service.view,
    administration: service.administration,
    /** What the personnel system hands out from now on; nothing when undefined. */
    publish: (text: string | undefined) => {
      feed.bytes = text === undefined ? undefined : new TextEncoder().encode(text);
    },
    /** What the public name system says under this name. */
    nameSays: (name: string, texts: readonly string[]) => void names.set(name, texts),
    store,
    certify: (listed: readonly ListedCertificate[]) => {
      certificates = listed;
    },
    reads: (outcome: ImportOutcome) => {
      imported = outcome;
    },
    find: (look: IdpLook) => {
      found = look;
    },
    code: () => records.at(-1)?.code,
  };
}
export type Hub = Awaited<ReturnType<typeof openHub>>;

export async function save(hub: Hub, change: Readonly<Record<string, string>>) {
  const token = await hub.holder();
  return hub.call('/idp-settings', token, {
    issuer: before.issuer,
    clientId: before.clientId,
    clientSecret: '',
    'form-token': await hub.formToken(token),
    ...change,
  });
}

/** A form of the holder, with everything that its page would put there. */
export async function press(hub: Hub, path: string, form: Readonly<Record<string, string>> = {}, token?: string) {
  const by = token ?? (await hub.holder());
  return hub.call(path, by, { draft: hub.life.draft()?.id ?? '', 'form-token': await hub.formToken(by), ...form });
}
/** The holder's test sign-in, as the authentication service would note it. */
export async function passTest(hub: Hub, token?: string): Promise<void> {
  const { location } = await press(hub, '/idp-settings/test', {}, token);
  const handle = handleOf(new URL(location ?? '').searchParams.get('attempt') ?? '');
  hub.life.use(handle);
  hub.life.end(handle, { as: undefined });
}
