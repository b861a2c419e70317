/** What the guard stopped is done as it was looked at, within a week, and never past what nobody looked at. */
import { expect, test } from 'vitest';
import { fingerprintOfSteps } from '../system/isolated/directory/fingerprint.ts';
import { heldForMs, heldIn } from '../system/isolated/directory/held.ts';
import type { DirectoryChange } from '../system/kernel/directory.ts';
import type { Store } from '../system/kernel/ports.ts';
import { sqliteStore } from '../system/kernel/store.ts';
import { hrFile, twenty } from './admin-hub-filled.ts';
import { openHub } from './admin-hub-stage.ts';
import { directoryStage } from './directory-stage.ts';
import { manualClock, systemRandom } from './manual-ports.ts';

const by = { actor: 'u-ada', peer: '', of: 'r' };
async function stopped() {
  const hub = await openHub();
  const { administration, directory, publish, view } = hub;
  directory.domains.provision('acme.test');
  publish(hrFile(twenty));
  await administration.importFeed(undefined, by);
  publish(hrFile(twenty.slice(10)));
  await expect(administration.importFeed(undefined, by)).rejects.toMatchObject({ code: 'directory.mass-change.too-many-suspended' });
  const id = view.held()[0]?.id ?? '';
  const resume = () => administration.resumeHeld({ id, shown: administration.foretellHeld(id).shown }, by);
  return { ...hub, id, resume };
}

test('what was looked at is done', async () => {
  const { administration, id, resume, view } = await stopped();
  expect(view.held()).toMatchObject([{ guards: ['directory.mass-change.too-many-suspended'] }]);
  expect(administration.whyHeldInVain(id)).toBeUndefined();
  expect(await resume()).toBe(10);
  expect([view.countActive(), view.countHeld()]).toEqual([10, 0]);
});

test('a look that named nothing, or another plan, does nothing', async () => {
  const { administration, directory, id, view } = await stopped();
  const { shown } = administration.foretellHeld(id);
  const leaver = directory.stored.people.list().find(({ externalId }) => externalId === 'e-1');
  await administration.changePerson(leaver?.subject ?? '', 'suspend', by);
  const active = view.countActive();
  for (const seen of [undefined, '', shown])
    await expect(administration.resumeHeld({ id, shown: seen }, by)).rejects.toMatchObject({ code: 'directory.held.other-than-shown' });
  expect([view.countActive(), view.countHeld()]).toEqual([active, 1]);
});

test('a later import makes it outdated, and a week too old', async () => {
  const later = await stopped();
  later.publish(hrFile(twenty));
  await later.administration.importFeed(undefined, by);
  await expect(later.resume()).rejects.toMatchObject({ code: 'directory.held.outdated' });
  expect(later.administration.whyHeldInVain(later.id)).toBe('directory.held.outdated');
  const old = await stopped();
  old.clock.advance(heldForMs + 1);
  await expect(old.resume()).rejects.toMatchObject({ code: 'directory.held.too-old' });
  expect(old.administration.whyHeldInVain(old.id)).toBe('directory.held.too-old');
});

test('one that cannot be planned any more says why, and is thrown away', async () => {
  const { administration, directory, id, resume, view } = await stopped();
  expect(administration.whyHeldInVain(id)).toBeUndefined();
  const { shown } = administration.foretellHeld(id);
  directory.domains.remove('acme.test');
  expect(administration.whyHeldInVain(id)).toBe('directory.hr-feed.email-domain-not-verified');
  await expect(administration.resumeHeld({ id, shown }, by)).rejects.toMatchObject({ code: 'directory.hr-feed.email-domain-not-verified' });
  directory.domains.provision('acme.test');
  expect(administration.whyHeldInVain(id)).toBeUndefined();
  administration.discardHeld(id).effect();
  expect(view.countHeld()).toBe(0);
  expect(resume).toThrow(expect.objectContaining({ code: 'directory.administration.not-found' }));
  expect(() => administration.whyHeldInVain(id)).toThrow(expect.objectContaining({ code: 'directory.administration.not-found' }));
});

test('a change that was stopped leaves an earlier one as it is', async () => {
  const { administration, id, publish, resume } = await stopped();
  publish(hrFile([]));
  await expect(administration.importFeed(undefined, by)).rejects.toMatchObject({ code: 'directory.hr-feed.empty' });
  expect(administration.whyHeldInVain(id)).toBeUndefined();
  expect(await resume()).toBe(10);
});

test.each([0, 1, 2, 3, 4])('resumed %i ms before midnight it does what was looked at, or nothing', async (beforeMs) => {
  const { administration, clock, directory, publish, view } = await openHub();
  directory.domains.provision('acme.test');
  publish(hrFile(twenty));
  await administration.importFeed(undefined, by);
  const dated = hrFile(twenty.slice(10).concat(21)).trim().split('\r\n');
  const startsTomorrow = (line: string): string => (line.startsWith('e-21,') ? `${line},2026-11-23,` : `${line},,`);
  publish(dated.map((line, at) => (at === 0 ? `${line},start_date,end_date` : startsTomorrow(line))).join('\r\n'));
  await expect(administration.importFeed(undefined, by)).rejects.toMatchObject({ code: 'directory.mass-change.too-many-suspended' });
  const id = view.held()[0]?.id ?? '';
  const { shown } = administration.foretellHeld(id);
  clock.advance(Date.parse('2026-11-23T00:00:00Z') - beforeMs - clock.now());
  const { now } = clock;
  // Every look at it takes a millisecond.
  Object.assign(clock, { now: () => [now(), clock.advance(1)][0] });
  const steps = await administration.resumeHeld({ id, shown }, by).catch(({ code }) => code);
  expect([10, 'directory.held.other-than-shown']).toContain(steps);
  expect(directory.stored.people.count()).toBe(20);
});

test('who looked past one rule of the guard has not looked past the others', async () => {
  const { changing, doing, person, stored } = directoryStage();
  const people = Array.from({ length: 10 }, () => person({}));
  const source = 'scim:suite';
  await doing([
    ...people.map((user) => ({ kind: 'user-created', user }) as const),
    { kind: 'group-created', group: { id: 'g', name: 'Foundry', changedAtMs: 0 } },
    ...people.slice(0, 2).map(({ subject }) => ({ kind: 'member-added', group: 'g', subject, source }) as const),
  ]);
  const changes: readonly DirectoryChange[] = [
    ...people.slice(2).map(({ subject }) => ({ kind: 'user-suspended', subject }) as const),
    ...people.slice(0, 2).map(({ subject }) => ({ kind: 'member-removed', group: 'g', subject, source }) as const),
  ];
  const approving = (...approved: readonly `${string}.${string}.${string}`[]) =>
    changing.exclusively(() => changing.change({ origin: 'scim', actor: 'connector suite', peer: '', changes, approved }));
  const tooMany = 'directory.mass-change.too-many-suspended';
  const emptied = 'directory.mass-change.group-emptied';
  await expect(approving(tooMany)).rejects.toMatchObject({ code: emptied });
  expect(stored.people.countActive()).toBe(10);
  await approving(tooMany, emptied);
  expect(stored.people.countActive()).toBe(2);
});

test('nobody can look past the loss of the last org admin', async () => {
  const { changing, directory, stored } = directoryStage();
  directory.grant({ issuer: 'https://idp.acme.test', idpSubject: 'ada' }, 'org-admin');
  const subject = stored.people.activeOrgAdmins()[0] ?? '';
  const lost = 'directory.mass-change.last-admin-lost';
  const change = () => changing.change({ ...by, origin: 'hr-feed', changes: [{ kind: 'user-suspended', subject }], approved: [lost] });
  await expect(changing.exclusively(change)).rejects.toMatchObject({ code: lost });
});

test('who counts or lists them reads no wish, and the oldest makes room', () => {
  const read: string[] = [];
  const inner = sqliteStore(':memory:');
  const store: Store = {
    ...inner,
    get: (collection, key) => {
      read.push(collection);
      return inner.get(collection, key);
    },
    list: (collection, page) => {
      read.push(collection);
      return inner.list(collection, page);
    },
  };
  const clock = manualClock(1_000_000);
  const held = heldIn(store, { clock, random: systemRandom });
  for (let at = 0; at < 25; at += 1) {
    held.keep({ origin: 'hr-feed', code: 'directory.mass-change.too-many-suspended', guards: [], actor: 'u-ada' }, 'x'.repeat(1_000));
    clock.advance(1);
  }
  expect([held.count(), held.list().length, inner.count('directory.held-wish')]).toEqual([20, 20, 20]);
  expect(new Set(read)).toEqual(new Set(['directory.held']));
});

test('a plan has the same name whenever it is planned, and another one with another step', () => {
  const { person } = directoryStage();
  const plan = (more: readonly DirectoryChange[] = []): string => {
    const user = person({ userName: 'new-one' });
    return fingerprintOfSteps([
      { kind: 'user-created', user },
      { kind: 'member-added', group: 'g', subject: user.subject, source: 'rule:r' },
      ...more,
    ]);
  };
  expect(plan()).toBe(plan());
  expect(plan([{ kind: 'user-suspended', subject: 'u-1' }])).not.toBe(plan());
});
