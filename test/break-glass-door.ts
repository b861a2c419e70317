/** A break-glass part by itself behind its handler on loopback, with a clock that stands still: what its tests knock at. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type AttestationAuthority, type AuthenticatorModel, attestationAuthority, testModelAaguid } from '../fakes/attestation/index.ts';
import {
  type CreationOptions,
  type RegistrationJson,
  type RequestOptions,
  type SoftwareAuthenticator,
  softwareAuthenticator,
} from '../fakes/authenticator/index.ts';
import {
  argon2id,
  type BreakGlass,
  type BreakGlassConfigInput,
  type BreakGlassPolicy,
  createBreakGlass,
  type PasswordHashing,
  provisionBreakGlass,
  releasedBreakGlassPolicy,
} from '../system/isolated/break-glass/index.ts';
import type { AuditEntry, Random } from '../system/kernel/ports.ts';
import { newReference } from '../system/kernel/reference.ts';
import { serviceHandler } from '../system/kernel/service.ts';
import { sqliteStore } from '../system/kernel/store.ts';
import { type ManualClock, manualClock, silentLog, systemRandom } from './manual-ports.ts';

export const adminHost = 'admin.acme.isolated.test';
export const origin = `https://${adminHost}`;
export const listedPeer = '127.16.0.5';
export const account = { name: 'harbour-one', email: 'custody-one@acme-recovery.test', password: 'granite Orchard 58 violet' };
export const otherAccount = { name: 'harbour-two', email: 'custody-two@acme-recovery.test', password: 'quartz Meadow 31 saffron' };

export type Reply = { readonly status: number; readonly headers: Headers; readonly body: string };
type Asked = { readonly peer?: string; readonly cookie?: string };

export type Door = {
  readonly clock: ManualClock;
  readonly breakGlass: BreakGlass;
  readonly records: AuditEntry[];
  readonly makers: AttestationAuthority;
  readonly model: AuthenticatorModel;
  /** How often a password was compared with a hash. */
  readonly compared: () => number;
  /** Rejects the audit record of this event from now on. */
  lose(event: string): void;
  get(path: string, asked?: Asked): Promise<Reply>;
  /** Lets the refusal deadline pass as soon as somebody waits for it. */
  post(path: string, form: Readonly<Record<string, string>>, asked?: Asked): Promise<Reply>;
  newAuthenticator(): SoftwareAuthenticator;
  close(): void;
};

export async function openDoor(
  options: { readonly config?: Partial<BreakGlassConfigInput>; readonly policy?: BreakGlassPolicy } = {},
): Promise<Door> {
  const clock = manualClock(Date.now());
  const random: Random = systemRandom;
  const makers = await attestationAuthority({ random, nowMs: clock.now() });
  const model = await makers.model(testModelAaguid);
  const records: AuditEntry[] = [];
  const lost = new Set<string>();
  const audit = {
    append: async (entry: AuditEntry) => {
      if (lost.has(entry.event)) throw new TypeError('the disk is full');
      records.push(entry);
    },
  };
  const argon2 = { memoryKiB: 64, passes: 1, lanes: 1 };
  const plain = argon2id(argon2);
  let compared = 0;
  const hashing: PasswordHashing = {
    hash: plain.hash,
    matches: (hash, password) => {
      compared += 1;
      return plain.matches(hash, password);
    },
  };
  const store = sqliteStore(':memory:');
  const config: BreakGlassConfigInput = {
    cloud: 'acme',
    adminHost,
    ranges: ['127.16.0.0/24'],
    authenticators: [{ aaguid: testModelAaguid, name: 'Test model', rootsPem: [makers.rootPem] }],
    argon2,
    ...options.config,
  };
  await provisionBreakGlass(
    [account, otherAccount].map(({ name, email }) => ({ name, email })),
    { store, audit, random },
  );
  const breakGlass = await createBreakGlass(
    config,
    { clock, random, store, audit, log: silentLog, hashing },
    options.policy ?? releasedBreakGlassPolicy,
  );
  const server = createServer(serviceHandler(breakGlass.service));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const internal = ({ peer = listedPeer, cookie }: Asked): Record<string, string> => ({
    'tempered-reference': newReference(random),
    'tempered-peer': peer,
    ...(cookie === undefined ? {} : { cookie }),
  });
  const replied = async (answer: Response): Promise<Reply> => ({
    status: answer.status,
    headers: answer.headers,
    body: await answer.text(),
  });
  return {
    clock,
    breakGlass,
    records,
    makers,
    model,
    compared: () => compared,
    lose: (event) => void lost.add(event),
    get: async (path, asked = {}) => replied(await fetch(base + path, { headers: internal(asked), redirect: 'manual' })),
    post: async (path, form, asked = {}) => {
      const answer = fetch(base + path, { method: 'POST', headers: internal(asked), body: new URLSearchParams(form), redirect: 'manual' });
      if (path === '/break-glass') void clock.waited().then(() => clock.advance(400));
      return replied(await answer);
    },
    newAuthenticator: () => softwareAuthenticator({ model, random }),
    close: () => {
      server.close();
      server.closeAllConnections();
      store.close();
    },
  };
}

const unescaped = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
const found = (pattern: RegExp, body: string): string => unescaped(pattern.exec(body)?.[1] ?? '');

export const ceremonyOn = (body: string): string => found(/name="ceremony" value="([^"]*)"/, body);
export const optionsOn = <Options>(body: string): Options => JSON.parse(found(/data-options="([^"]*)"/, body)) as Options;
export const formTokenOn = (body: string): string => found(/name="form-token" value="([^"]*)"/, body);
export const cookieIn = (reply: Reply): string => (reply.headers.get('set-cookie') ?? '').split(';')[0] ?? '';

export async function issuedToken(door: Door, name = account.name): Promise<string> {
  const answer = await door.breakGlass.issueLink({ account: name, operator: 'desk-operator' });
  if (answer.kind !== 'issued') throw new TypeError('the link was refused');
  return answer.token;
}

export type RegistrationStep = {
  readonly who?: { readonly name: string; readonly password: string };
  readonly authenticator: SoftwareAuthenticator;
  readonly token?: string;
  readonly password?: string;
  readonly peer?: string;
  readonly flags?: { readonly uv?: boolean; readonly be?: boolean; readonly up?: boolean };
  readonly crossOrigin?: boolean;
  readonly origin?: string;
  readonly change?: (made: RegistrationJson) => RegistrationJson | Promise<RegistrationJson>;
};

export async function registerAt(door: Door, step: RegistrationStep): Promise<Reply> {
  const { who = account, authenticator, peer } = step;
  const asked = peer === undefined ? {} : { peer };
  const { body } = await door.get('/break-glass/registration', asked);
  const options = optionsOn<CreationOptions>(body);
  const made = authenticator.create(options, {
    origin: step.origin ?? origin,
    ...(step.flags ? { flags: step.flags } : {}),
    crossOrigin: step.crossOrigin ?? false,
  });
  const attestation = JSON.stringify(step.change ? await step.change(made) : made);
  const form = {
    password: step.password ?? who.password,
    link: step.token ?? (await issuedToken(door, who.name)),
    ceremony: ceremonyOn(body),
    attestation,
  };
  return door.post('/break-glass/registration', form, asked);
}

export type SignInStep = {
  readonly authenticator?: SoftwareAuthenticator;
  readonly account?: string;
  readonly password?: string;
  readonly peer?: string;
  readonly assertion?: (options: RequestOptions) => string;
};

export async function signInAt(door: Door, step: SignInStep): Promise<Reply> {
  const asked = step.peer === undefined ? {} : { peer: step.peer };
  const { body } = await door.get('/break-glass', asked);
  const options = optionsOn<RequestOptions>(body);
  const assertion = step.assertion?.(options) ?? (step.authenticator ? JSON.stringify(step.authenticator.get(options, { origin })) : '');
  const form = {
    account: step.account ?? account.name,
    password: step.password ?? account.password,
    ceremony: ceremonyOn(body),
    assertion,
  };
  return door.post('/break-glass', form, asked);
}

/** The code of the newest decision. */
export const lastCode = (door: Door): string => door.records.at(-1)?.code ?? 'nothing recorded';

/** A door with both accounts registered. */
export async function furnishedDoor(
  options: Parameters<typeof openDoor>[0] = {},
): Promise<{ readonly door: Door; readonly own: SoftwareAuthenticator; readonly other: SoftwareAuthenticator }> {
  const door = await openDoor(options);
  const own = door.newAuthenticator();
  const other = door.newAuthenticator();
  await registerAt(door, { authenticator: own });
  await registerAt(door, { authenticator: other, who: otherAccount });
  return { door, own, other };
}
