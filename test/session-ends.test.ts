/** What ends sessions from elsewhere, what admins may set and see, and what a person may end: each with its code, nothing before its record, and nothing half (M-10, K-04, I-08, C-04). */
import { beforeEach, expect, test } from 'vitest';
import { createSessions, type PeopleSessions } from '../system/isolated/session/index.ts';
import { isMeantByIdp } from '../system/isolated/session/meant-by-idp.ts';
import { Refusal } from '../system/kernel/refusal.ts';
import { handleOf } from '../system/kernel/secret-handle.ts';
import { type SqliteStore, sqliteStore } from '../system/kernel/store.ts';
import { type ManualClock, manualClock, systemRandom } from './manual-ports.ts';

const host = 'tracker.acme.isolated.test';
const issuer = 'https://idp.acme.test/realms/acme';
let clock: ManualClock;
let store: SqliteStore;
let sessions: PeopleSessions;
const open = (config = {}): PeopleSessions => createSessions({ store, clock, random: systemRandom }, config);

beforeEach(() => {
  clock = manualClock(1_700_000_000_000);
  store = sqliteStore(':memory:');
  sessions = open();
});

const codeOf = (act: () => unknown): string => {
  try {
    act();
    return 'allowed';
  } catch (error) {
    return error instanceof Refusal ? error.code : `not a refusal: ${error}`;
  }
};
const signedIn = (subject = 'u-1', sid?: string) => {
  const idpSession = { issuer, idpSubject: `idp of ${subject}`, ...(sid === undefined ? {} : { sid }) };
  const { id: signOn } = sessions.startSignOn(subject, { idpSession });
  const { state, browser } = sessions.startHandOver(host, '/');
  const { id } = sessions.redeem({ code: sessions.issueCode(state, signOn), state, browser, host });
  return { signOn, id };
};
const said = (id: string): string => {
  const { judgement } = sessions.judgeHost(id, host);
  return judgement.allowed ? 'allowed' : judgement.code;
};

test('the identity provider ends by sid, by its name for the person, by both together, and by neither nothing', () => {
  const [one, two, other] = [signedIn('u-1', 'sid-1'), signedIn('u-1', 'sid-2'), signedIn('u-2', 'sid-3')];
  expect(sessions.endByIdpSession({ issuer })).toBe(0);
  expect(sessions.endByIdpSession({ issuer: 'https://idp.initech.test', sid: 'sid-1' })).toBe(0);
  expect(sessions.endByIdpSession({ issuer, sid: 'sid-1', idpSubject: 'idp of u-2' })).toBe(0);
  expect([one, two, other].map(({ id }) => said(id))).toEqual(['allowed', 'allowed', 'allowed']);
  expect(sessions.meantByIdp({ issuer, sid: 'sid-1' })).toEqual([handleOf(one.signOn)]);
  expect(sessions.endByIdpSession({ issuer, sid: 'sid-1' })).toBe(1);
  expect(sessions.endByIdpSession({ issuer, idpSubject: 'idp of u-1' })).toBe(1);
  expect([one, two, other].map(({ id }) => said(id))).toEqual(['session.host.ended-by-idp', 'session.host.ended-by-idp', 'allowed']);
});

test('rotated trust ends what began before, at the same instant too, and the codes that are on their way', () => {
  const before = signedIn();
  const { state, browser } = sessions.startHandOver(host, '/');
  const code = sessions.issueCode(state, before.signOn);
  sessions.endAll();
  expect(said(before.id)).toBe('session.host.trust-rotated');
  expect(sessions.signedOn(before.signOn)).toBeUndefined();
  expect(codeOf(() => sessions.redeem({ code, state, browser, host }))).toBe('session.host.trust-rotated');
  expect(said(signedIn().id)).toBe('allowed');
});

test('trust can be ended from a chosen instant backwards', () => {
  const old = signedIn();
  clock.advance(1_000);
  const [instantMs, young] = [clock.now(), signedIn()];
  sessions.endAllBefore(instantMs);
  expect([said(old.id), said(young.id)]).toEqual(['session.host.trust-rotated', 'allowed']);
  sessions.endAllBefore(0);
  expect(said(old.id)).toBe('session.host.trust-rotated');
});

test('who signs in anew in the same browser has a new id, and the old one is over', () => {
  const old = signedIn();
  const { id: signOn, ended } = sessions.startSignOn('u-1', { replaces: old.signOn });
  expect(ended).toEqual([handleOf(old.signOn)]);
  expect(signOn).not.toBe(old.signOn);
  expect([said(old.id), sessions.signedOn(signOn)]).toEqual(['session.host.replaced', 'u-1']);
});

test('changed privileges give new ids and leave the person signed on, until the same end as before', () => {
  const old = signedIn();
  clock.advance(3_000_000);
  expect(said(old.id)).toBe('allowed');
  expect(sessions.privilegesChanged('u-1')).toBe(1);
  expect(said(old.id)).toBe('session.host.privileges-changed');
  const going = sessions.goOn(old.signOn);
  expect(going).toMatchObject({ subject: 'u-1', renewed: true });
  expect(sessions.signedOn(old.signOn)).toBeUndefined();
  expect(sessions.goOn(going?.id)).toEqual({ subject: 'u-1', id: going?.id, renewed: false });
  expect(sessions.list('u-1')[0]?.startedAtMs).toBe(1_700_000_000_000);
});

test('the identity provider may want an earlier end than ours', () => {
  const { id: signOn } = sessions.startSignOn('u-1', { notAfterMs: clock.now() + 60_000 });
  const { state, browser } = sessions.startHandOver(host, '/');
  const { id } = sessions.redeem({ code: sessions.issueCode(state, signOn), state, browser, host });
  clock.advance(59_999);
  expect(said(id)).toBe('allowed');
  clock.advance(1);
  expect(said(id)).toBe('session.host.idp-session-over');
});

test('an identity provider cannot fill the store by one sign-in', () => {
  const idpSession = { issuer, idpSubject: 'x'.repeat(1_025) };
  expect(codeOf(() => sessions.startSignOn('u-1', { idpSession }))).toBe('session.sign-on.idp-value-too-long');
  expect(sessions.list()).toEqual([]);
});

test.each([
  [{ absoluteSeconds: 'soon' }, 'not-a-whole-number'],
  [{ absoluteSeconds: 3_600.5 }, 'not-a-whole-number'],
  [{ idleSeconds: '0600' }, 'not-a-whole-number'],
  [{ absoluteSeconds: 299 }, 'absolute-out-of-bounds'],
  [{ absoluteSeconds: 86_401 }, 'absolute-out-of-bounds'],
  [{ idleSeconds: 59 }, 'idle-out-of-bounds'],
  [{ idleSeconds: 3_601 }, 'idle-out-of-bounds'],
  [{ absoluteSeconds: 600, idleSeconds: 601 }, 'idle-beyond-absolute'],
  [{ perPerson: 51 }, 'number-out-of-bounds'],
])('the limits %j are refused, and nothing changes', (change, reason) => {
  const before = sessions.limits();
  const proposed = { absoluteSeconds: 7_200, idleSeconds: 600, perPerson: 3, ...change };
  expect(codeOf(() => sessions.changeLimits(proposed))).toBe(`session.settings.${reason}`);
  expect(sessions.limits()).toEqual(before);
});

test('new limits hold for running sessions, after their record and not before, and after a restart', () => {
  const { id } = signedIn();
  const change = sessions.changeLimits({ absoluteSeconds: '7200', idleSeconds: '600', perPerson: '3' });
  clock.advance(600_000);
  expect(said(id)).toBe('allowed');
  change.effect();
  clock.advance(599_999);
  expect(said(id)).toBe('allowed');
  clock.advance(600_000);
  expect(said(id)).toBe('session.host.idle');
  expect(open().limits()).toEqual({ absoluteSeconds: 7_200, idleSeconds: 600, perPerson: 3 });
});

test('stored limits that cannot be read, or that the deployment does not allow any more, do not count', () => {
  sessions.changeLimits({ absoluteSeconds: 7_200, idleSeconds: 600, perPerson: 3 }).effect();
  expect(open({ bounds: { idleSeconds: { least: 900, most: 3_600 } } }).limits().idleSeconds).toBe(3_600);
  store.put('session.settings', 'limits', { absoluteSeconds: 'for ever' });
  expect(open().limits()).toEqual({ absoluteSeconds: 43_200, idleSeconds: 3_600, perPerson: 10 });
});

test('a configuration whose limits are none is refused with all its problems', () => {
  expect(() => open({ absoluteSeconds: 600, idleSeconds: 1_200, perPerson: 99 })).toThrow(/perPerson[\s\S]*idleSeconds/);
});

test('a session can be ended by its handle, by an admin or by its own holder, and by nobody else', () => {
  const { id } = signedIn();
  const [listed] = sessions.list();
  const handle = listed?.handle ?? '';
  expect(listed).toMatchObject({ subject: 'u-1', hosts: [host] });
  expect(codeOf(() => sessions.revoke(handle, 'u-2'))).toBe('session.revocation.of-somebody-else');
  expect(codeOf(() => sessions.revoke('no-such-handle'))).toBe('session.revocation.session-unknown');
  const { effect } = sessions.revoke(handle, 'u-1');
  expect(said(id)).toBe('allowed');
  effect();
  expect(said(id)).toBe('session.host.revoked');
  expect(codeOf(() => sessions.revoke(handle))).toBe('session.revocation.session-unknown');
});

test.each([
  [{ issuer, sid: 'sid-1' }, true],
  [{ issuer, idpSubject: 'G-ada' }, true],
  [{ issuer, sid: 'sid-1', idpSubject: 'G-ada' }, true],
  [{ issuer }, false],
  [{ issuer, sid: 'sid-2' }, false],
  [{ issuer, sid: 'sid-1', idpSubject: 'G-grace' }, false],
  [{ issuer: 'https://idp.initech.test', sid: 'sid-1', idpSubject: 'G-ada' }, false],
])('whoever says %j means the session of sid-1 and G-ada: %j', (saidByIdp, meant) => {
  expect(isMeantByIdp({ issuer, idpSubject: 'G-ada', sid: 'sid-1' }, saidByIdp)).toBe(meant);
  expect(isMeantByIdp(undefined, saidByIdp)).toBe(false);
});

test('a smaller number ends the oldest of each person at once, and says which', () => {
  const own = [signedIn(), signedIn(), signedIn()];
  const other = signedIn('u-2');
  const { absoluteSeconds, idleSeconds } = sessions.limits();
  const { facts, effect } = sessions.changeLimits({ absoluteSeconds, idleSeconds, perPerson: 2 });
  expect(own.map(({ id }) => said(id))).toEqual(['allowed', 'allowed', 'allowed']);
  effect();
  expect([...own, other].map(({ id }) => said(id))).toEqual(['session.host.displaced', 'allowed', 'allowed', 'allowed']);
  expect(facts).toMatchObject({ perPerson: 2, ended: handleOf(own[0]?.signOn ?? '') });
});
