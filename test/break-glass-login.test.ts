/** Break-glass sign-in: every rule refuses on its own fact, all refusals look alike, and what hashes hashes once. */
import { afterEach, expect, test } from 'vitest';
import type { RequestOptions, SoftwareAuthenticator } from '../fakes/authenticator/index.ts';
import { argon2id, type LoginFacts, loginRules, releasedBreakGlassPolicy } from '../system/isolated/break-glass/index.ts';
import { judge } from '../system/kernel/rule.ts';
import {
  account,
  adminHost,
  cookieIn,
  type Door,
  furnishedDoor,
  lastCode,
  listedPeer,
  openDoor,
  origin,
  otherAccount,
  registerAt,
  type SignInStep,
  signInAt,
} from './break-glass-door.ts';
import { forged } from './forged-assertion.ts';

const honestFacts: LoginFacts = {
  peerAddressListed: true,
  accountState: 'open',
  password: 'matches',
  key: 'own',
  ceremonyOpen: true,
  challengeMatches: true,
  originMatches: true,
  crossOrigin: false,
  rpIdMatches: true,
  userHandleMatches: true,
  userPresent: true,
  userVerified: true,
  mayBeBackedUp: false,
  proof: 'valid',
  signCount: 'advanced',
  start: 'recorded',
  accountUnchanged: true,
};

const deviations: [string, Partial<LoginFacts>][] = [
  ['address-not-allowed', { peerAddressListed: false }],
  ['account-unknown', { accountState: 'unknown' }],
  ['account-not-registered', { accountState: 'not-registered' }],
  ['password-wrong', { password: 'differs' }],
  ['password-wrong', { password: 'not-checked' }],
  ['key-missing', { key: 'absent' }],
  ['key-unreadable', { key: 'unreadable' }],
  ['ceremony-unknown', { ceremonyOpen: false }],
  ['key-unknown', { key: 'unknown' }],
  ['key-of-another-account', { key: 'of-another-account' }],
  ['challenge-other', { challengeMatches: false }],
  ['origin-other', { originMatches: false }],
  ['cross-origin', { crossOrigin: true }],
  ['rp-id-other', { rpIdMatches: false }],
  ['user-handle-other', { userHandleMatches: false }],
  ['user-not-present', { userPresent: false }],
  ['user-not-verified', { userVerified: false }],
  ['key-not-hardware', { mayBeBackedUp: true }],
  ['library-refused', { proof: 'refused' }],
  ['library-refused', { proof: 'not-asked' }],
  ['key-cloned', { signCount: 'not-advanced' }],
  ['start-not-recorded', { start: 'lost' }],
  ['account-changed', { accountUnchanged: false }],
];

test('allows when every fact is honest', () => {
  expect(judge(loginRules, honestFacts)).toEqual({ allowed: true });
});

test.each(deviations)('refuses with %s on that fact alone', (reason, change) => {
  expect(judge(loginRules, { ...honestFacts, ...change })).toMatchObject({ allowed: false, code: `break-glass.login.${reason}` });
});

test('each rule of the table has a deviation of its own', () => {
  expect(new Set(deviations.map(([reason]) => `break-glass.login.${reason}`))).toEqual(new Set(loginRules.map(({ code }) => code)));
});

let open: Door | undefined;
afterEach(() => {
  open?.close();
  open = undefined;
});
const furnished = async (options?: Parameters<typeof furnishedDoor>[0]) => {
  const made = await furnishedDoor(options);
  open = made.door;
  return made;
};

test('password and key together open a session, and its start is on record before it', async () => {
  const { door, own } = await furnished();
  const reply = await signInAt(door, { authenticator: own });
  expect(reply.status).toBe(303);
  expect(reply.headers.get('location')).toBe('/');
  expect(reply.headers.get('set-cookie')).toMatch(
    /^__Host-break-glass=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict; Max-Age=1800$/,
  );
  const [started, decision] = door.records.slice(-2);
  expect(started).toMatchObject({ event: 'break-glass.session.started', actor: account.name, facts: { submission: decision?.reference } });
  expect(started?.reference).not.toBe(decision?.reference);
  expect(decision).toMatchObject({ event: 'break-glass.sign-in.submitted', code: 'allowed', actor: account.name, peer: listedPeer });
});

const flags = { up: true, uv: true, be: false, bs: false };

type Case = {
  readonly reason: string;
  readonly step: (keys: { own: SoftwareAuthenticator; other: SoftwareAuthenticator; door: Door }) => SignInStep;
};
const cases: Case[] = [
  { reason: 'address-not-allowed', step: ({ own }) => ({ authenticator: own, peer: '127.44.7.9' }) },
  { reason: 'account-unknown', step: ({ own }) => ({ authenticator: own, account: 'harbour-nine' }) },
  { reason: 'password-wrong', step: ({ own }) => ({ authenticator: own, password: 'granite Orchard 58 violeT' }) },
  { reason: 'key-missing', step: () => ({}) },
  { reason: 'key-unreadable', step: () => ({ assertion: () => '{"id":1}' }) },
  {
    reason: 'key-unknown',
    step: ({ own }) => ({ assertion: (options) => JSON.stringify({ ...JSON.parse(forged(own, {})(options)), id: 'AAAA', rawId: 'AAAA' }) }),
  },
  { reason: 'key-of-another-account', step: ({ other }) => ({ authenticator: other }) },
  { reason: 'challenge-other', step: ({ own }) => ({ assertion: forged(own, { challenge: 'c29tZXRoaW5nIGVsc2U' }) }) },
  { reason: 'origin-other', step: ({ own }) => ({ assertion: forged(own, { origin: 'https://admin.acme.isolated.test.evil.test' }) }) },
  { reason: 'cross-origin', step: ({ own }) => ({ assertion: forged(own, { crossOrigin: true }) }) },
  { reason: 'rp-id-other', step: ({ own }) => ({ assertion: forged(own, { rpId: 'isolated.test' }) }) },
  { reason: 'user-handle-other', step: ({ own }) => ({ assertion: forged(own, {}, 'AAAA') }) },
  { reason: 'user-not-present', step: ({ own }) => ({ assertion: forged(own, { flags: { ...flags, up: false } }) }) },
  { reason: 'user-not-verified', step: ({ own }) => ({ assertion: forged(own, { flags: { ...flags, uv: false } }) }) },
  { reason: 'key-not-hardware', step: ({ own }) => ({ assertion: forged(own, { flags: { ...flags, be: true } }) }) },
  { reason: 'key-cloned', step: ({ own }) => ({ assertion: forged(own, { signCount: 1 }) }) },
  {
    reason: 'library-refused',
    step: ({ own, other }) => ({
      assertion: (options) => {
        const right = JSON.parse(forged(own, {})(options));
        const wrong = JSON.parse(forged(other, {})(options));
        return JSON.stringify({ ...right, response: { ...right.response, signature: wrong.response.signature } });
      },
    }),
  },
];

test.each(cases)('refuses with $reason, where the honest twin gets in', async ({ reason, step }) => {
  const { door, own, other } = await furnished();
  expect((await signInAt(door, { authenticator: own })).status).toBe(303);
  const before = door.compared();
  const reply = await signInAt(door, step({ own, other, door }));
  expect(lastCode(door)).toBe(`break-glass.login.${reason}`);
  expect(reply.status).toBe(403);
  expect(reply.headers.get('set-cookie')).toBeNull();
  expect(door.compared() - before).toBe(reason === 'address-not-allowed' ? 0 : 1);
});

test('a key and its clone, with the same count and at the same moment, do not both get in', async () => {
  const { door, own } = await furnished();
  const submit = () => signInAt(door, { assertion: forged(own, {}) });
  let answered = false;
  const both = Promise.all([submit(), submit()]).finally(() => {
    answered = true;
  });
  // Whoever is refused waits for a deadline; how many there are to pass depends on who came first.
  const passing = (async () => {
    for (; !answered; door.clock.advance(400)) await Promise.race([door.clock.waited(), both]).then(() => new Promise(setImmediate));
  })();
  const statuses = (await both).map(({ status }) => status);
  await passing;
  expect(statuses.toSorted()).toEqual([303, 403]);
  expect(door.records.map(({ code }) => code)).toContain('break-glass.login.key-cloned');
});

test('refuses an account that was never registered, and hashes once', async () => {
  open = await openDoor();
  await signInAt(open, {});
  expect(lastCode(open)).toBe('break-glass.login.account-not-registered');
  expect(open.compared()).toBe(1);
});

test('every refusal has the same bytes and headers but for the reference', async () => {
  const { door, own, other } = await furnished();
  const replies = [];
  for (const { step } of cases) replies.push(await signInAt(door, step({ own, other, door })));
  const seen = replies.map(({ status, headers, body }) => {
    const kept = [...headers].filter(([name]) => name !== 'date');
    return JSON.stringify([status, kept, body.replace(/Reference <code>[2-9a-z-]{23}<\/code>/, '')]);
  });
  expect(new Set(seen).size).toBe(1);
});

test('every refusal leaves at the same instant, and none before it', async () => {
  const { door, own, other } = await furnished();
  const action = door.breakGlass.service.actions.find(({ method, path }) => method === 'POST' && path === '/break-glass');
  const form = { account: account.name, password: 'wrong', ceremony: '', assertion: '' };
  const asked = {
    reference: '',
    host: adminHost,
    path: '/break-glass',
    parameters: {},
    query: {},
    cookies: {},
    context: undefined,
    json: undefined,
    bearer: undefined,
    ifMatch: undefined,
    wantsPage: true,
    repeated: [],
    rawQuery: '',
    userAgent: '',
  };
  for (const [peer, change] of [
    [listedPeer, {}],
    [listedPeer, { account: 'nobody' }],
    ['127.66.6.6', {}],
    [listedPeer, { assertion: 'x' }],
  ] as const) {
    const arrivedAt = door.clock.now();
    let leftAfter: number | undefined;
    const comparing = door.compared();
    const refused = action?.run({ ...asked, peer, form: { ...form, ...change } }).catch(() => {
      leftAfter = door.clock.now() - arrivedAt;
    });
    door.clock.advance(399);
    while (peer === listedPeer && door.compared() === comparing) await new Promise(setImmediate);
    for (let turn = 0; turn < 50; turn += 1) await new Promise(setImmediate);
    expect(leftAfter).toBeUndefined();
    door.clock.advance(1);
    await refused;
    expect(leftAfter).toBe(400);
  }
  void [own, other];
});

test('a ceremony works once, and not after five minutes', async () => {
  const { door, own } = await furnished();
  const { body } = await door.get('/break-glass');
  const options = JSON.parse((/data-options="([^"]*)"/.exec(body)?.[1] ?? '').replaceAll('&quot;', '"')) as RequestOptions;
  const ceremony = /name="ceremony" value="([^"]*)"/.exec(body)?.[1] ?? '';
  const form = { account: account.name, password: account.password, ceremony, assertion: JSON.stringify(own.get(options, { origin })) };
  expect((await door.post('/break-glass', form)).status).toBe(303);
  await door.post('/break-glass', { ...form, assertion: JSON.stringify(own.get(options, { origin })) });
  expect(lastCode(door)).toBe('break-glass.login.ceremony-unknown');
  await signInAt(door, {
    assertion: (fresh) => {
      door.clock.advance(5 * 60_000);
      return JSON.stringify(own.get(fresh, { origin }));
    },
  });
  expect(lastCode(door)).toBe('break-glass.login.ceremony-unknown');
});

test('opens no session when its start cannot be recorded', async () => {
  const { door, own } = await furnished();
  door.lose('break-glass.session.started');
  const reply = await signInAt(door, { authenticator: own });
  expect(lastCode(door)).toBe('break-glass.login.start-not-recorded');
  expect(cookieIn(reply)).toBe('');
});

test('the old password and the old key end with a new registration', async () => {
  const { door, own } = await furnished();
  const fresh = door.newAuthenticator();
  await registerAt(door, { authenticator: fresh, password: 'basalt Harbour One 77 tide' });
  expect(lastCode(door)).toBe('break-glass.registration.password-names-account');
  await registerAt(door, { authenticator: fresh, password: 'basalt Lantern 77 crimson tide' });
  expect(lastCode(door)).toBe('allowed');
  await signInAt(door, { authenticator: fresh });
  expect(lastCode(door)).toBe('break-glass.login.password-wrong');
  await signInAt(door, { authenticator: own, password: 'basalt Lantern 77 crimson tide' });
  expect(lastCode(door)).toBe('break-glass.login.key-unknown');
  expect((await signInAt(door, { authenticator: fresh, password: 'basalt Lantern 77 crimson tide' })).status).toBe(303);
});

test('without the address rule a world lets the unlisted address in no further than the next rule', async () => {
  const login = releasedBreakGlassPolicy.tables.login.filter(({ code }) => code !== 'break-glass.login.address-not-allowed');
  const { door, own } = await furnished({ policy: { ...releasedBreakGlassPolicy, tables: { ...releasedBreakGlassPolicy.tables, login } } });
  await signInAt(door, { authenticator: own, peer: '127.44.7.9' });
  expect(lastCode(door)).toBe('break-glass.login.password-wrong');
});

test('nothing secret is in any record', async () => {
  const { door, own } = await furnished();
  const cookie = cookieIn(await signInAt(door, { authenticator: own }));
  const text = JSON.stringify(door.records);
  for (const secret of [account.password, otherAccount.password, cookie.split('=')[1] ?? '']) expect(text).not.toContain(secret);
});

test('hashes with Argon2id at the cost of its configuration, one spelling for what looks the same', async () => {
  const hashing = argon2id({ memoryKiB: 128, passes: 2, lanes: 1 });
  const hash = await hashing.hash('Gr\u00fc\u00dfe an die Br\u00fccke');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=128,t=2,p=1\$/);
  expect(await hashing.matches(hash, 'Gru\u0308\u00dfe an die Bru\u0308cke')).toBe(true);
});
