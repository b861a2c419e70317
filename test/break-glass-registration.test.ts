/** Registration: the link's life, the password's rules, and each attestation that is not what it says; every deviation beside its honest twin. */
import { afterEach, expect, test } from 'vitest';
import { attestationAuthority, chromiumModel } from '../fakes/attestation/index.ts';
import type { CreationOptions, RegistrationJson, SoftwareAuthenticator } from '../fakes/authenticator/index.ts';
import { type AttestationDeviation, type AttestationKit, attestationDeviations } from '../fakes/deviations/attestations.ts';
import { createBreakGlass, type RegistrationFacts, registrationRules } from '../system/isolated/break-glass/index.ts';
import { isGuessable, passwordRefusal } from '../system/isolated/break-glass/registration/password-policy.ts';
import { judge } from '../system/kernel/rule.ts';
import { sqliteStore } from '../system/kernel/store.ts';
import {
  account,
  adminHost,
  ceremonyOn,
  type Door,
  issuedToken,
  lastCode,
  openDoor,
  optionsOn,
  origin,
  otherAccount,
  type RegistrationStep,
  registerAt,
  signInAt,
} from './break-glass-door.ts';
import { manualClock, silentLog, systemRandom } from './manual-ports.ts';

const goodPassword: RegistrationFacts['password'] = { length: 20, namesAccount: false, guessable: false, reused: false };
const honestFacts: RegistrationFacts = {
  peerAddressListed: true,
  link: 'open',
  ceremonyOpen: true,
  password: goodPassword,
  key: 'present',
  attestation: 'certified',
  denied: false,
  chain: 'trusted',
  modelListed: true,
  modelCertified: true,
  challengeMatches: true,
  originMatches: true,
  crossOrigin: false,
  rpIdMatches: true,
  userPresent: true,
  userVerified: true,
  mayBeBackedUp: false,
  proof: 'valid',
  credentialKnown: false,
};
const deviations: [string, Partial<RegistrationFacts>][] = [
  ['address-not-allowed', { peerAddressListed: false }],
  ['link-unknown', { link: 'unknown' }],
  ['link-used', { link: 'used' }],
  ['link-replaced', { link: 'replaced' }],
  ['link-expired', { link: 'expired' }],
  ['ceremony-unknown', { ceremonyOpen: false }],
  ['password-too-short', { password: { ...goodPassword, length: 13 } }],
  ['password-too-long', { password: { ...goodPassword, length: 129 } }],
  ['password-names-account', { password: { ...goodPassword, namesAccount: true } }],
  ['password-guessable', { password: { ...goodPassword, guessable: true } }],
  ['password-reused', { password: { ...goodPassword, reused: true } }],
  ['key-missing', { key: 'absent' }],
  ['key-unreadable', { key: 'unreadable' }],
  ['attestation-none', { attestation: 'none' }],
  ['attestation-self', { attestation: 'self' }],
  ['attestation-format-other', { attestation: 'of-another-format' }],
  ['authenticator-denied', { denied: true }],
  ['root-not-trusted', { chain: 'not-trusted' }],
  ['certificate-out-of-date', { chain: 'out-of-date' }],
  ['authenticator-not-listed', { modelListed: false }],
  ['model-not-certified', { modelCertified: false }],
  ['challenge-other', { challengeMatches: false }],
  ['origin-other', { originMatches: false }],
  ['cross-origin', { crossOrigin: true }],
  ['rp-id-other', { rpIdMatches: false }],
  ['user-not-present', { userPresent: false }],
  ['user-not-verified', { userVerified: false }],
  ['key-not-hardware', { mayBeBackedUp: true }],
  ['attestation-library-refused', { proof: 'refused' }],
  ['key-known', { credentialKnown: true }],
];

test('allows when every fact is honest', () => {
  expect(judge(registrationRules, honestFacts)).toEqual({ allowed: true });
});

test.each(deviations)('refuses with %s on that fact alone', (reason, change) => {
  expect(judge(registrationRules, { ...honestFacts, ...change })).toMatchObject({
    allowed: false,
    code: `break-glass.registration.${reason}`,
  });
});

test('each rule of the table has a deviation of its own', () => {
  expect(deviations.map(([reason]) => `break-glass.registration.${reason}`)).toEqual(registrationRules.map(({ code }) => code));
});

let open: Door | undefined;
afterEach(() => {
  open?.close();
  open = undefined;
});
const opened = async (options?: Parameters<typeof openDoor>[0]): Promise<Door> => {
  open = await openDoor(options);
  return open;
};

type Change = (
  made: RegistrationJson,
  at: { readonly door: Door; readonly key: SoftwareAuthenticator },
) => RegistrationJson | Promise<RegistrationJson>;
const nowMs = Date.now();
const random = systemRandom;
const registrationCodes = 'break-glass.registration.';
const kitFor = async ({ id }: RegistrationJson, { door, key }: Parameters<Change>[1]): Promise<AttestationKit> => ({
  model: door.model,
  makers: { listed: door.makers, other: () => attestationAuthority({ random, nowMs }) },
  credentialKey: async () => key.keyOf(id),
  chromium: await chromiumModel({ random, nowMs }),
  nowMs,
});
const changes: [string, Change][] = [
  ...Object.values<AttestationDeviation>(attestationDeviations).map(({ refusedWith, make }): [string, Change] => [
    refusedWith.slice(registrationCodes.length),
    async (made, at) => make(made, await kitFor(made, at)),
  ]),
  ['key-unreadable', (made) => ({ ...made, response: { ...made.response, attestationObject: 'AAAA' } })],
];

test.each(changes)('refuses with %s; the link still works, and the honest twin uses it', async (reason, change) => {
  const door = await opened();
  const key = door.newAuthenticator();
  const token = await issuedToken(door);
  const reply = await registerAt(door, { authenticator: key, token, change: (made) => change(made, { door, key }) });
  expect(lastCode(door)).toBe(`break-glass.registration.${reason}`);
  expect(reply.status).toBe(403);
  await registerAt(door, { authenticator: key, token });
  expect(lastCode(door)).toBe('allowed');
  expect((await signInAt(door, { authenticator: key })).status).toBe(303);
});

const steps: [string, (key: SoftwareAuthenticator) => RegistrationStep][] = [
  ['address-not-allowed', (authenticator) => ({ authenticator, peer: '127.44.7.9' })],
  ['link-unknown', (authenticator) => ({ authenticator, token: 'A'.repeat(43) })],
  ['origin-other', (authenticator) => ({ authenticator, origin: `https://sub.${adminHost}` })],
  ['cross-origin', (authenticator) => ({ authenticator, crossOrigin: true })],
  ['user-not-verified', (authenticator) => ({ authenticator, flags: { uv: false } })],
  ['user-not-present', (authenticator) => ({ authenticator, flags: { up: false } })],
  ['password-too-short', (authenticator) => ({ authenticator, password: 'granite Orch5' })],
  ['password-too-long', (authenticator) => ({ authenticator, password: 'granite Orchard 58 violet '.repeat(5) })],
  ['password-guessable', (authenticator) => ({ authenticator, password: 'Passw0rd!Passw0rd!' })],
  ['password-names-account', (authenticator) => ({ authenticator, password: 'the HARBOUR-one 5821' })],
];
test.each(steps)('refuses with %s', async (reason, step) => {
  const door = await opened();
  await registerAt(door, step(door.newAuthenticator()));
  expect(lastCode(door)).toBe(`break-glass.registration.${reason}`);
});

test.each(steps.flatMap(([reason, step]) => (reason.startsWith('password-') ? [[reason, step] as const] : [])))(
  'whoever asks beforehand hears %s as well',
  (reason, step) => {
    const about = { account, others: [otherAccount.password] };
    expect(passwordRefusal(step({} as SoftwareAuthenticator).password ?? '', about)).toBe(`break-glass.registration.${reason}`);
    expect(passwordRefusal(otherAccount.password, about)).toBe('break-glass.registration.password-reused');
    expect(passwordRefusal(account.password, about)).toBeUndefined();
  },
);

test('a link works at 59:59 and is dead at 60:00', async () => {
  const door = await opened();
  const token = await issuedToken(door);
  door.clock.advance(60 * 60_000);
  await registerAt(door, { authenticator: door.newAuthenticator(), token });
  expect(lastCode(door)).toBe('break-glass.registration.link-expired');
  door.clock.advance(-1_000);
  await registerAt(door, { authenticator: door.newAuthenticator(), token });
  expect(lastCode(door)).toBe('allowed');
});

test('a link works once, an older one is dead, and looking at the page uses nothing up', async () => {
  const door = await opened();
  const older = await issuedToken(door);
  const token = await issuedToken(door);
  for (let look = 0; look < 3; look += 1) await door.get('/break-glass/registration');
  await registerAt(door, { authenticator: door.newAuthenticator(), token: older });
  expect(lastCode(door)).toBe('break-glass.registration.link-replaced');
  await registerAt(door, { authenticator: door.newAuthenticator(), token });
  expect(lastCode(door)).toBe('allowed');
  await registerAt(door, { authenticator: door.newAuthenticator(), token });
  expect(lastCode(door)).toBe('break-glass.registration.link-used');
});

test('of two submissions at once exactly one uses the link', async () => {
  const door = await opened();
  const token = await issuedToken(door);
  await Promise.all([1, 2].map(() => registerAt(door, { authenticator: door.newAuthenticator(), token })));
  const codes = door.records.filter(({ event }) => event === 'break-glass.registration.submitted').map(({ code }) => code);
  expect(codes.toSorted()).toEqual(['allowed', 'break-glass.registration.link-used']);
});

test('one ceremony carries one submission', async () => {
  const door = await opened();
  const key = door.newAuthenticator();
  const { body } = await door.get('/break-glass/registration');
  const made = JSON.stringify(key.create(optionsOn<CreationOptions>(body), { origin }));
  const form = { link: await issuedToken(door), ceremony: ceremonyOn(body), attestation: made };
  await door.post('/break-glass/registration', { ...form, password: 'short' });
  await door.post('/break-glass/registration', { ...form, password: account.password });
  expect(lastCode(door)).toBe('break-glass.registration.ceremony-unknown');
});

test('refuses the password and the key that another account uses', async () => {
  const door = await opened();
  const key = door.newAuthenticator();
  let first: RegistrationJson | undefined;
  await registerAt(door, {
    authenticator: key,
    change: (made) => {
      first = made;
      return made;
    },
  });
  await registerAt(door, { authenticator: door.newAuthenticator(), who: otherAccount, password: account.password });
  expect(lastCode(door)).toBe('break-glass.registration.password-reused');
  await registerAt(door, {
    authenticator: key,
    who: otherAccount,
    change: () => first ?? Promise.reject(new TypeError('nothing was registered')),
  });
  expect(lastCode(door)).toBe('break-glass.registration.challenge-other');
});

test('strangers are asked to hash nothing', async () => {
  const door = await opened();
  await registerAt(door, { authenticator: door.newAuthenticator() });
  await registerAt(door, { authenticator: door.newAuthenticator(), peer: '127.44.7.9' });
  await registerAt(door, { authenticator: door.newAuthenticator(), token: 'guessed' });
  expect(door.compared()).toBe(0);
});

test('no record holds a link, and both the issue and the use name it alike', async () => {
  const door = await opened();
  const token = await issuedToken(door);
  await registerAt(door, { authenticator: door.newAuthenticator(), token });
  expect(JSON.stringify(door.records)).not.toContain(token);
  const [issued, used] = door.records.filter(({ facts }) => 'link' in facts);
  expect(issued?.facts.link).toBe(used?.facts.link);
});

test('the options ask for a discoverable, verified key of exactly this host, and are the same for everybody', async () => {
  const door = await opened();
  const options = async (path: string, peer: string) => {
    const read = optionsOn<Record<string, unknown> & { user?: unknown }>((await door.get(path, { peer })).body);
    return JSON.stringify({ ...read, challenge: '', user: '' });
  };
  for (const path of ['/break-glass', '/break-glass/registration'])
    expect(await options(path, '127.16.0.5')).toBe(await options(path, '127.66.6.6'));
  const { body } = await door.get('/break-glass/registration');
  expect(optionsOn(body)).toMatchObject({
    rp: { id: adminHost },
    attestation: 'direct',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    pubKeyCredParams: [{ alg: -8 }, { alg: -7 }, { alg: -257 }],
  });
  expect(optionsOn((await door.get('/break-glass')).body)).toMatchObject({
    rpId: adminHost,
    allowCredentials: [],
    userVerification: 'required',
  });
});

test.each([
  ['no accepted authenticator', { authenticators: [] }],
  ['everybody as a range', { ranges: ['0.0.0.0/0'] }],
  ['an unknown setting', { lenient: true }],
])('refuses to start with %s', async (_what, change) => {
  const config = {
    cloud: 'acme',
    adminHost,
    ranges: [],
    authenticators: [{ aaguid: '7e3a9c51-4b0d-4f62-9d18-2c6f5ab01e94', name: 'x', rootsPem: ['x'] }],
    ...change,
  };
  const ports = { clock: manualClock(0), random, store: sqliteStore(':memory:'), audit: { append: async () => {} }, log: silentLog };
  await expect(createBreakGlass(config, ports)).rejects.toThrow();
});

test.each(['aaaaaaaaaaaaaaaa', '12345678901234', 'abcabcabcabcabcabc', 'Password12345678', 'letmein-letmein', 'zyxwvutsrqponmlk'])(
  '%s is guessable',
  (password) => {
    expect(isGuessable(password)).toBe(true);
  },
);
test.each([account.password, otherAccount.password, 'correct horse battery staple', 'größere Brücke über 3 Flüsse'])(
  '%s is not',
  (password) => {
    expect(isGuessable(password)).toBe(false);
  },
);
