/** Sessions and their hand-over, moment by moment and move by move: limits to the millisecond, one host, one browser, one use (S7, I-08, K-04). */
import { beforeEach, expect, test } from 'vitest';
import { createSessions } from '../system/isolated/session/index.ts';
import type { Random } from '../system/kernel/ports.ts';
import { Refusal } from '../system/kernel/refusal.ts';
import type { Sessions } from '../system/kernel/sessions.ts';
import { type SqliteStore, sqliteStore } from '../system/kernel/store.ts';
import { type ManualClock, manualClock, systemRandom } from './manual-ports.ts';

const host = 'tracker.acme.isolated.test';
const otherHost = 'admin.acme.isolated.test';
const limits = { absoluteSeconds: 12 * 3_600, idleSeconds: 3_600 };
let clock: ManualClock;
let store: SqliteStore;
let sessions: Sessions;
/** Everything that a browser was ever given. */
let secrets: string[];

beforeEach(() => {
  clock = manualClock(1_700_000_000_000);
  store = sqliteStore(':memory:');
  secrets = [];
  const random: Random = {
    bytes: (count) => {
      const bytes = systemRandom.bytes(count);
      secrets.push(Buffer.from(bytes).toString('base64url'));
      return bytes;
    },
  };
  sessions = createSessions({ store, clock, random }, limits);
});

const codeOf = (act: () => unknown): string => {
  try {
    act();
    return 'allowed';
  } catch (error) {
    return error instanceof Refusal ? error.code : `not a refusal: ${error}`;
  }
};
const judged = (id: string | undefined, at = host): string => {
  const { judgement } = sessions.judgeHost(id, at);
  return judgement.allowed ? 'allowed' : judgement.code;
};
/** All that one browser holds after it began at `at`, signed on, and was given a code. */
const begun = (at = host, subject = 'u-1') => {
  const { state, browser } = sessions.startHandOver(at, '/issues/7');
  const { id: signOn } = sessions.startSignOn(subject);
  return { state, browser, signOn, code: sessions.issueCode(state, signOn), host: at };
};
const signedIn = (at = host): string => sessions.redeem(begun(at)).id;

test('an honest hand-over gives a session of that host, and leads back to where it began', () => {
  const redeemed = sessions.redeem(begun());
  expect(redeemed).toMatchObject({ subject: 'u-1', returnTo: '/issues/7' });
  expect(judged(redeemed.id)).toBe('allowed');
});

test('a code is good at 29.999 s, and not at 30 s', () => {
  for (const [ms, expected] of [
    [29_999, 'allowed'],
    [30_000, 'session.hand-over.code-expired'],
  ] as const) {
    const given = begun();
    clock.advance(ms);
    expect(codeOf(() => sessions.redeem(given))).toBe(expected);
  }
});

test('a hand-over may be finished until 599.999 s after it began, and not at 600 s', () => {
  for (const [ms, expected, known] of [
    [599_999, 'allowed', true],
    [600_000, 'session.hand-over.state-unknown', false],
  ] as const) {
    const { state, browser } = sessions.startHandOver(host, '/');
    const { id: signOn } = sessions.startSignOn('u-1');
    clock.advance(ms);
    expect(sessions.handOverHost(state)).toBe(known ? host : undefined);
    const code = sessions.issueCode(state, signOn);
    expect(codeOf(() => sessions.redeem({ code, state, browser, host }))).toBe(expected);
  }
});

test('a session ends after 12 h, used or not, to the millisecond', () => {
  const id = signedIn();
  const steps = limits.absoluteSeconds / 1_800;
  for (let step = 1; step < steps; step += 1) {
    clock.advance(1_800_000);
    expect(judged(id)).toBe('allowed');
  }
  clock.advance(1_799_999);
  expect(judged(id)).toBe('allowed');
  clock.advance(1);
  expect(judged(id)).toBe('session.host.expired');
});

test('a session that nobody uses for an hour ends, to the millisecond, and asking about it does not keep it', () => {
  const id = signedIn();
  clock.advance(3_599_999);
  expect(judged(id)).toBe('allowed');
  clock.advance(3_600_000);
  expect([judged(id), judged(id)]).toEqual(['session.host.idle', 'session.host.idle']);
});

test('being asked on the wrong host does not keep a session alive', () => {
  const id = signedIn();
  clock.advance(3_599_000);
  expect(judged(id, otherHost)).toBe('session.host.of-another-host');
  clock.advance(1_000);
  expect(judged(id)).toBe('session.host.idle');
});

test('the sign-on ends with the same limits as its children', () => {
  const { id: signOn } = sessions.startSignOn('u-1');
  clock.advance(3_599_999);
  expect(sessions.signedOn(signOn)).toBe('u-1');
  clock.advance(1);
  expect(sessions.signedOn(signOn)).toBeUndefined();
  expect(sessions.signedOn(undefined)).toBeUndefined();
  expect(sessions.signedOn('')).toBeUndefined();
});

test('use on one host keeps the sign-on, and so the sessions on all hosts', () => {
  const { id: signOn } = sessions.startSignOn('u-1');
  const of = (at: string): string => {
    const { state, browser } = sessions.startHandOver(at, '/');
    return sessions.redeem({ code: sessions.issueCode(state, signOn), state, browser, host: at }).id;
  };
  const [one, two] = [of(host), of(otherHost)];
  clock.advance(3_000_000);
  expect(judged(one)).toBe('allowed');
  clock.advance(3_000_000);
  expect(judged(two, otherHost)).toBe('allowed');
});

test.each<[string, (given: ReturnType<typeof begun>) => Parameters<Sessions['redeem']>[0], string]>([
  ['a code that nobody gave', (given) => ({ ...given, code: 'made-up' }), 'session.hand-over.code-unknown'],
  ['no code', (given) => ({ ...given, code: '' }), 'session.hand-over.code-unknown'],
  ['the sign-on in place of a code', (given) => ({ ...given, code: given.signOn }), 'session.hand-over.code-unknown'],
  ['a state that nobody gave', (given) => ({ ...given, state: 'made-up' }), 'session.hand-over.state-unknown'],
  ['the state of another hand-over', (given) => ({ ...given, state: begun().state }), 'session.hand-over.of-another-state'],
  ['the code of somebody else', (given) => ({ ...given, code: begun(host, 'u-2').code }), 'session.hand-over.of-another-state'],
  ['another host', (given) => ({ ...given, host: otherHost }), 'session.hand-over.of-another-host'],
  ['another browser', (given) => ({ ...given, browser: begun().browser }), 'session.hand-over.of-another-browser'],
  ['no browser secret', (given) => ({ ...given, browser: '' }), 'session.hand-over.of-another-browser'],
])('%s is refused, and spends what it was tried with', (_name, change, code) => {
  const given = begun();
  const changed = change(given);
  expect(codeOf(() => sessions.redeem(changed))).toBe(code);
  expect(codeOf(() => sessions.redeem(changed))).toBe('session.hand-over.code-unknown');
});

test('a code works once, and a second use does not end what the first began', () => {
  const given = begun();
  const { id } = sessions.redeem(given);
  expect(codeOf(() => sessions.redeem(given))).toBe('session.hand-over.code-unknown');
  expect(judged(id)).toBe('allowed');
});

test('a sign-in that an attacker began does not sign a victim’s browser in', () => {
  const attacker = begun(host, 'u-attacker');
  const victim = sessions.startHandOver(host, '/');
  expect(codeOf(() => sessions.redeem({ ...attacker, browser: victim.browser }))).toBe('session.hand-over.of-another-browser');
});

test.each([
  ['no session', undefined, host, 'session.host.missing'],
  ['an empty one', '', host, 'session.host.malformed'],
  ['one that has no form of an id', 'fixed-by-the-attacker', host, 'session.host.malformed'],
  ['a very long one', 'a'.repeat(100_000), host, 'session.host.malformed'],
  ['one that was chosen for the victim', 'fixed-by-the-attacker'.padEnd(43, '0'), host, 'session.host.unknown'],
])('%s opens nothing', (_name, id, at, code) => {
  expect(judged(id, at)).toBe(code);
});

test('a session of one host opens no other, and a sign-on is no session of any', () => {
  const { id } = sessions.redeem(begun());
  expect(judged(id, otherHost)).toBe('session.host.of-another-host');
  expect(judged(id, 'tracker.initech.isolated.test')).toBe('session.host.of-another-host');
  expect(judged(begun().signOn)).toBe('session.host.unknown');
});

test('children die with their parent, and codes of a dead parent begin nothing', () => {
  const given = begun();
  const { id } = sessions.redeem(given);
  const late = begun();
  for (const { key } of store.list('session.sign-on')) store.delete('session.sign-on', key);
  expect(judged(id)).toBe('session.host.parent-ended');
  expect(codeOf(() => sessions.redeem(late))).toBe('session.host.parent-ended');
});

test('every sign-in has a new id, on every level', () => {
  const made = Array.from({ length: 20 }, () => {
    const given = begun();
    return [given.signOn, given.state, given.browser, given.code, sessions.redeem(given).id];
  }).flat();
  expect(new Set(made).size).toBe(100);
});

test('nothing that a browser carries is in the store in the clear', () => {
  sessions.redeem(begun());
  begun();
  expect(secrets.length).toBeGreaterThan(8);
  const image = Buffer.from(store.image()).toString('latin1');
  expect(image).toContain('/issues/7');
  for (const secret of secrets) expect(image.includes(secret)).toBe(false);
});
