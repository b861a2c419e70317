/** What takes too much away is stopped whole, and the last org admin stays, whoever asks. */
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { applyAll } from '../system/isolated/directory/apply.ts';
import type { DirectoryUser } from '../system/kernel/directory.ts';
import { directoryStage } from './directory-stage.ts';

let stage: ReturnType<typeof directoryStage>;
let people: readonly DirectoryUser[];
const group = { id: 'g', name: 'Foundry', changedAtMs: 0 };
const join = (user: DirectoryUser) => ({ kind: 'member-added', group: 'g', subject: user.subject, source: 'manual' }) as const;
const leave = (user: DirectoryUser) => ({ kind: 'member-removed', group: 'g', subject: user.subject, source: 'manual' }) as const;
const suspend = ({ subject }: DirectoryUser) => ({ kind: 'user-suspended', subject }) as const;
const admins = () => people.slice(0, 2);

beforeEach(async () => {
  stage = directoryStage();
  people = Array.from({ length: 40 }, (_, index) => stage.person({ userName: `user-${index}`, attributes: { title: 'Fitter' } }));
  await stage.doing([
    ...people.map((user) => ({ kind: 'user-created', user }) as const),
    { kind: 'group-created', group },
    ...people.slice(0, 5).map(join),
    ...admins().map(({ subject }) => ({ kind: 'role-granted', subject, role: 'org-admin' }) as const),
  ]);
});

const unchanged = async (work: Promise<unknown>, code: string): Promise<void> => {
  const before = JSON.stringify([stage.stored.people.list(), stage.stored.groups.members('g')]);
  await expect(work).rejects.toMatchObject({ code });
  expect(JSON.stringify([stage.stored.people.list(), stage.stored.groups.members('g')])).toBe(before);
};

test('a tenth may be suspended at once, and one more stops all of it', async () => {
  await unchanged(stage.doing(people.slice(10, 15).map(suspend)), 'directory.mass-change.too-many-suspended');
  await stage.doing(people.slice(10, 14).map(suspend));
  expect(stage.ended).toEqual(people.slice(10, 14).map(({ subject }) => subject));
});

test('a group that had members has some afterwards', async () => {
  await unchanged(stage.doing([...people.slice(0, 5).map(leave)]), 'directory.mass-change.group-emptied');
  await unchanged(stage.doing([{ kind: 'group-removed', group: 'g' }]), 'directory.mass-change.group-emptied');
  await stage.doing(people.slice(0, 3).map(leave));
  await unchanged(stage.doing(people.slice(3, 5).map(leave)), 'directory.mass-change.group-emptied');
});

test('attributes of more than half are not changed at once', async () => {
  const retitled = people.map(({ subject }) => ({ kind: 'user-changed', subject, to: { attributes: { title: 'Foundry' } } }) as const);
  await unchanged(stage.doing(retitled), 'directory.mass-change.too-many-changed');
  await stage.doing(retitled.slice(0, 20));
});

test('the last org admin is neither suspended, removed nor stripped of the role by anybody, and half of them go at most', async () => {
  await unchanged(stage.doing(admins().map(suspend)), 'directory.mass-change.last-admin-lost');
  await stage.doing(admins().slice(0, 1).map(suspend));
  const subject = admins()[1]?.subject ?? '';
  for (const kind of ['user-suspended', 'user-removed'] as const)
    for (const origin of ['by-hand', 'scim'] as const)
      await unchanged(stage.doing([{ kind, subject }], origin), 'directory.mass-change.last-admin-lost');
  await unchanged(stage.doing([{ kind: 'role-revoked', subject, role: 'org-admin' }], 'by-hand'), 'directory.mass-change.last-admin-lost');
});

test('one who is suspended and let in again in one change is not lost', async () => {
  const [one] = admins();
  if (!one) throw new TypeError('nobody');
  await stage.doing([...admins().map(suspend), { kind: 'user-reactivated', subject: one.subject }]);
  expect(stage.stored.people.activeOrgAdmins()).toEqual([one.subject]);
});

test('when the last org admin is gone all the same, mail goes out once, with no personal data', async () => {
  for (const { subject } of admins()) stage.stored.people.remove(subject);
  stage.changed();
  stage.changed();
  await Promise.resolve();
  expect(stage.mails.map(({ to }) => to)).toEqual(['custody@acme-recovery.test']);
  expect(stage.mails[0]?.text).toContain('https://admin.acme.test/break-glass');
  expect(stage.records.at(-1)).toMatchObject({ event: 'directory.alarm.raised', code: 'directory.mass-change.last-admin-lost' });
});

test('a change without a record does not happen', async () => {
  stage.audit.append = () => Promise.reject(new TypeError('the disk is full'));
  const before = JSON.stringify(stage.stored.people.list());
  await expect(stage.doing(people.slice(10, 11).map(suspend))).rejects.toThrow('the disk is full');
  expect(JSON.stringify(stage.stored.people.list())).toBe(before);
});

test('a domain counts from its proof on, and for a year', async () => {
  const { domains } = stage.directory;
  expect(() => domains.claim('Acme.test')).toThrow(expect.objectContaining({ code: 'directory.domain.malformed' }));
  await expect(domains.verify('acme.test', () => {})).rejects.toMatchObject({ code: 'directory.domain.not-claimed' });
  domains.claim('acme.test').effect();
  await expect(domains.verify('acme.test', () => {})).rejects.toMatchObject({ code: 'directory.domain.names-silent' });
  expect(domains.covers('a@acme.test')).toBe(false);
  domains.remove('acme.test');
  domains.provision('acme.test');
  expect(['a@acme.test', 'a@ACME.test', 'a@sub.acme.test', 'a@acme.test.', 'a@b@acme.test', 'acme.test'].map(domains.covers)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
  stage.clock.advance(340 * 86_400_000);
  expect(domains.list()[0]?.state).toBe('expiring');
  stage.clock.advance(30 * 86_400_000);
  expect([domains.list()[0]?.state, domains.covers('a@acme.test')]).toEqual(['expired', false]);
});

test('how many org admins are active is counted as they come, go and are suspended', () => {
  const { stored, person, directory } = directoryStage();
  const kinds = fc.constantFrom('grant', 'revoke', 'suspend', 'reactivate', 'remove');
  const [one, other, third] = [person({}), person({}), person({})];
  for (const user of [one, other, third]) stored.people.put(user);
  directory.grant({ issuer: 'https://idp.acme.test', idpSubject: 'ada' }, 'org-admin');
  fc.assert(
    fc.property(fc.array(fc.tuple(kinds, fc.constantFrom(one, other, third)), { maxLength: 12 }), (acts) => {
      for (const [kind, { subject }] of acts) {
        const role = 'org-admin' as const;
        const known = stored.people.find(subject);
        if (!known) stored.people.put({ ...one, subject });
        const change = {
          grant: { kind: 'role-granted', subject, role },
          revoke: { kind: 'role-revoked', subject, role },
          suspend: { kind: 'user-suspended', subject },
          reactivate: { kind: 'user-reactivated', subject },
          remove: { kind: 'user-removed', subject },
        } as const;
        applyAll(stored, [change[kind]], { nowMs: 1 });
        expect(stored.people.countActiveOrgAdmins()).toBe(stored.people.activeOrgAdmins().length);
      }
    }),
  );
});
