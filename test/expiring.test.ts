/** Things that end by themselves are forgotten soon after, a few at a time, and never sooner than somebody may still ask about them. */
import { beforeEach, expect, test } from 'vitest';
import { linksIn } from '../system/isolated/break-glass/stored/links.ts';
import { createSessions } from '../system/isolated/session/index.ts';
import { expiring, forgottenAtOnce } from '../system/kernel/expiring.ts';
import type { Store } from '../system/kernel/ports.ts';
import { type SqliteStore, sqliteStore } from '../system/kernel/store.ts';
import { type ManualClock, manualClock, systemRandom } from './manual-ports.ts';
import { loginHost, openSsoStage } from './sso-stage.ts';

const host = 'tracker.acme.isolated.test';
const limits = { absoluteSeconds: 12 * 3_600, idleSeconds: 3_600 };
type Thing = { readonly startedAtMs: number };
let clock: ManualClock;
let store: SqliteStore;
beforeEach(() => {
  clock = manualClock(1_700_000_000_000);
  store = sqliteStore(':memory:');
});
const things = (of: Store = store) => expiring<Thing>(of, 'thing', { clock, lifetimeSeconds: 10 });
const kept = (collection = 'thing'): number => store.list(collection).length;
const thing = (): Thing => ({ startedAtMs: clock.now() });

test('hand-overs, codes, sign-ons and host sessions that nobody came back for are forgotten', () => {
  const sessions = createSessions({ store, clock, random: systemRandom }, limits);
  const signIn = (): void => {
    const { state, browser } = sessions.startHandOver(host, '/');
    const code = sessions.issueCode(state, sessions.startSignOn('u-1').id);
    sessions.redeem({ code, state, browser, host });
    sessions.issueCode(sessions.startHandOver(host, '/').state, 'nobody');
  };
  for (let count = 0; count < 40; count += 1) signIn();
  clock.advance(49 * 3_600_000);
  for (let count = 0; count < 5; count += 1) signIn();
  const collections = ['session.hand-over', 'session.code', 'session.sign-on', 'session.host'];
  expect(collections.map(kept)).toEqual([5, 5, 5, 5]);
});

test('sign-ins that were begun and never finished are forgotten', async () => {
  const stage = await openSsoStage();
  try {
    const begin = async (): Promise<void> => void (await stage.browser().toIdp());
    for (let count = 0; count < 3; count += 1) await begin();
    stage.clock.advance(1_300_000);
    await begin();
    expect(stage.store.list('sso.transaction')).toHaveLength(1);
    expect(stage.store.list('session.hand-over')).toHaveLength(1);
    expect((await stage.browser().get(loginHost, '/callback?state=x')).code).toBe('sso.callback.state-unknown');
  } finally {
    stage.close();
  }
});

test('registration links of an account, used or not, do not pile up', () => {
  const lifetimeMs = 3_600_000;
  const links = linksIn(store, { clock, random: systemRandom, lifetimeMs });
  for (let count = 0; count < 60; count += 1) {
    const { token } = links.issue('bg-a');
    if (count % 2 === 0) expect(links.use(token)).toBe(true);
    clock.advance(lifetimeMs);
  }
  expect(kept('link')).toBeLessThanOrEqual(3);
  const late = links.issue('bg-a').token;
  clock.advance(lifetimeMs + 1);
  expect(links.find(late)).toMatchObject({ account: 'bg-a', state: 'open' });
});

test('what is over is kept as long again, to the millisecond, so that late can be told from unknown', () => {
  const kinds = things();
  kinds.put('old', thing());
  clock.advance(20_000);
  kinds.put('new', thing());
  expect(kinds.get('old')).toBeDefined();
  clock.advance(1);
  kinds.put('newer', thing());
  expect(kinds.get('old')).toBeUndefined();
  expect(kinds.get('new')).toBeDefined();
});

test('one request pays for a few, and lists nothing', () => {
  let deleted = 0;
  let listed = 0;
  const counting: Store = {
    ...store,
    delete: (collection, key) => {
      deleted += 1;
      store.delete(collection, key);
    },
    list: (collection) => {
      listed += 1;
      return store.list(collection);
    },
  };
  const kinds = things(counting);
  for (let count = 0; count < 100; count += 1) kinds.put(`old-${count}`, thing());
  clock.advance(30_000);
  listed = 0;
  kinds.put('new', thing());
  expect([deleted, listed, kept()]).toEqual([forgottenAtOnce, 0, 101 - forgottenAtOnce]);
});

test('what an earlier start left behind is forgotten too, the oldest first', () => {
  const before = things();
  before.put('b-oldest', thing());
  clock.advance(15_000);
  before.put('a-younger', thing());
  clock.advance(10_000);
  things().put('new', thing());
  expect(store.list('thing').map(({ key }) => key)).toEqual(['a-younger', 'new']);
});

test('what is replaced keeps its age, and what is taken is gone', () => {
  const kinds = things();
  const made = thing();
  kinds.put('one', made);
  clock.advance(15_000);
  kinds.put('one', made);
  kinds.put('two', thing());
  expect(kinds.take('two')).toBeDefined();
  expect(kinds.take('two')).toBeUndefined();
  clock.advance(6_000);
  kinds.put('three', thing());
  expect(kept()).toBe(1);
});
