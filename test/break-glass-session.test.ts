/** A break-glass session: its ends, its one place, its one account. */
import { afterEach, expect, test } from 'vitest';
import { type SessionFacts, sessionRules } from '../system/isolated/break-glass/index.ts';
import { contextRules } from '../system/kernel/context-rules.ts';
import { contextVerifier } from '../system/kernel/context-verifier.ts';
import { judge } from '../system/kernel/rule.ts';
import {
  account,
  adminHost,
  cookieIn,
  type Door,
  formTokenOn,
  furnishedDoor,
  lastCode,
  listedPeer,
  registerAt,
  signInAt,
} from './break-glass-door.ts';

const minuteMs = 60_000;
const honestFacts: SessionFacts = {
  known: true,
  audience: 'admin-hub',
  superseded: false,
  ageMs: 1,
  absoluteLimitMs: 30 * minuteMs,
  idleMs: 1,
  idleLimitMs: 10 * minuteMs,
  peerAddressListed: true,
};
const deviations: [string, Partial<SessionFacts>][] = [
  ['unknown', { known: false }],
  ['outside-admin-hub', { audience: 'tracker' }],
  ['superseded', { superseded: true }],
  ['clock-went-back', { idleMs: -minuteMs }],
  ['expired', { ageMs: 30 * minuteMs }],
  ['idle', { idleMs: 10 * minuteMs }],
  ['address-changed', { peerAddressListed: false }],
];

test('allows when every fact is honest, up to the last millisecond', () => {
  expect(judge(sessionRules, { ...honestFacts, ageMs: 30 * minuteMs - 1, idleMs: 10 * minuteMs - 1 })).toEqual({ allowed: true });
});

test.each(deviations)('refuses with %s on that fact alone', (reason, change) => {
  expect(judge(sessionRules, { ...honestFacts, ...change })).toMatchObject({ allowed: false, code: `break-glass.session.${reason}` });
});

test('each rule of the table has a deviation of its own', () => {
  expect(deviations.map(([reason]) => `break-glass.session.${reason}`)).toEqual(sessionRules.map(({ code }) => code));
});

let open: Door | undefined;
afterEach(() => {
  open?.close();
  open = undefined;
});

async function signedIn() {
  const made = await furnishedDoor();
  open = made.door;
  const cookie = cookieIn(await signInAt(made.door, { authenticator: made.own }));
  return { ...made, cookie, id: cookie.split('=')[1] ?? '' };
}
const asking = (door: Door, session: string | undefined, change: { readonly audience?: string; readonly peer?: string } = {}) =>
  door.breakGlass.decide({
    reference: '',
    host: adminHost,
    audience: 'admin-hub',
    returnTo: '/',
    session,
    peer: listedPeer,
    mayBeLedToSignIn: true,
    ...change,
  });
const codeOf = async (asked: ReturnType<typeof asking>): Promise<string> => {
  const answer = await asked;
  return answer.kind === 'allowed' ? 'allowed' : answer.code;
};

test('lives until 29:59 and is over at 30:00, however busy it is', async () => {
  const { door, id } = await signedIn();
  for (let minute = 5; minute < 30; minute += 5) {
    door.clock.advance(5 * minuteMs);
    expect(await codeOf(asking(door, id))).toBe('allowed');
  }
  door.clock.advance(5 * minuteMs - 1_000);
  expect(await codeOf(asking(door, id))).toBe('allowed');
  door.clock.advance(1_000);
  expect(await codeOf(asking(door, id))).toBe('break-glass.session.expired');
});

test('is over after ten minutes without use, and a refused use is no use', async () => {
  const { door, id } = await signedIn();
  door.clock.advance(10 * minuteMs - 1);
  expect(await codeOf(asking(door, id, { audience: 'tracker' }))).toBe('break-glass.session.outside-admin-hub');
  door.clock.advance(1);
  expect(await codeOf(asking(door, id))).toBe('break-glass.session.idle');
});

test('gives a context for AdminHub only, which says nothing but account and handle', async () => {
  const { door, id } = await signedIn();
  const answer = await asking(door, id);
  if (answer.kind !== 'allowed') throw new TypeError('refused');
  const verify = contextVerifier({
    product: 'admin-hub',
    cloud: 'acme',
    issuers: [door.breakGlass.contextIssuer],
    clock: door.clock,
    table: contextRules('admin-hub'),
  });
  const claims = await verify(answer.context);
  expect(claims).toMatchObject({ sub: account.name, channel: 'break-glass', cloud: 'acme' });
  expect(claims.sid).not.toBe(id);
  expect(door.breakGlass.sessionEnd(claims.sid)?.endsAtMs).toBe(door.clock.now() + 30 * minuteMs);
  const forTracker = contextVerifier({
    product: 'tracker',
    cloud: 'acme',
    issuers: [door.breakGlass.contextIssuer],
    clock: door.clock,
    table: contextRules('tracker'),
  });
  await expect(forTracker(answer.context)).rejects.toMatchObject({ code: 'tracker.uct.audience-other' });
});

test('is refused from an address that is not listed, elsewhere than AdminHub, and when nobody knows it', async () => {
  const { door, id } = await signedIn();
  expect(await codeOf(asking(door, id, { peer: '127.44.7.9' }))).toBe('break-glass.session.address-changed');
  expect(await codeOf(asking(door, id, { audience: 'tracker' }))).toBe('break-glass.session.outside-admin-hub');
  expect(await codeOf(asking(door, `${id.slice(1)}A`))).toBe('break-glass.session.unknown');
  expect(await codeOf(asking(door, undefined))).toBe('break-glass.session.unknown');
});

test('the newer session of an account ends the older one', async () => {
  const { door, own, id } = await signedIn();
  const newer = cookieIn(await signInAt(door, { authenticator: own })).split('=')[1];
  expect(await codeOf(asking(door, id))).toBe('break-glass.session.superseded');
  expect(await codeOf(asking(door, newer))).toBe('allowed');
});

test('ends with a new registration of its account', async () => {
  const { door, id } = await signedIn();
  await registerAt(door, { authenticator: door.newAuthenticator(), password: 'basalt Lantern 77 crimson tide' });
  expect(await codeOf(asking(door, id))).toBe('break-glass.session.unknown');
});

test('does not live longer when the clock is set back', async () => {
  const { door, id } = await signedIn();
  door.clock.advance(-5 * minuteMs);
  expect(await codeOf(asking(door, id))).toBe('break-glass.session.clock-went-back');
});

test('ends by its own form, and by no other', async () => {
  const { door, id, cookie } = await signedIn();
  await door.post('/break-glass/sign-out', { 'form-token': 'guessed' }, { cookie });
  expect(lastCode(door)).toBe('break-glass.sign-out.form-token-wrong');
  const { body } = await door.get('/break-glass', { cookie });
  const reply = await door.post('/break-glass/sign-out', { 'form-token': formTokenOn(body) }, { cookie });
  expect(lastCode(door)).toBe('allowed');
  expect(reply.headers.get('set-cookie')).toContain('__Host-break-glass=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0');
  expect(await codeOf(asking(door, id))).toBe('break-glass.session.unknown');
  await door.post('/break-glass/sign-out', { 'form-token': formTokenOn(body) }, { cookie });
  expect(lastCode(door)).toBe('break-glass.sign-out.session-unknown');
});
