/** What an org admin throws away with a connector comes back, and nobody else does; and a change names whom it touches. */
import { beforeEach, expect, test } from 'vitest';
import type { AdministrationParts } from '../system/isolated/directory/administration/parts.ts';
import { windowIn } from '../system/isolated/directory/scim/window.ts';
import { takeBack } from '../system/isolated/directory/take-back.ts';
import type { DirectoryChange, DirectoryUser } from '../system/kernel/directory.ts';
import { directoryStage } from './directory-stage.ts';

const minuteMs = 60_000;
let stage: ReturnType<typeof directoryStage>;
let people: readonly DirectoryUser[];
let window: ReturnType<typeof windowIn>;
const source = 'scim:suite' as const;
const subjectAt = (index: number): string => people[index]?.subject ?? '';
const statusAt = (index: number) => stage.stored.people.find(subjectAt(index))?.status;

beforeEach(async () => {
  stage = directoryStage();
  window = windowIn(stage.stored.store, stage.clock);
  people = Array.from({ length: 40 }, (_, index) => stage.person({ userName: `user-${index}` }));
  await stage.doing([
    ...people.map((user) => ({ kind: 'user-created', user }) as const),
    { kind: 'group-created', group: { id: 'g', name: 'Foundry', changedAtMs: 0 } },
    ...people.slice(0, 9).map(({ subject }) => ({ kind: 'member-added', group: 'g', subject, source }) as const),
  ]);
});

/** As the connector does it, and as it is noted. */
const pushed = async (...changes: readonly DirectoryChange[]): Promise<void> => {
  const { loss } = await stage.doing(changes);
  window.note('suite', { ...loss, orgAdminsLost: 0 });
};
const thrownAway = (): Promise<number> => {
  const parts = { changing: stage.changing, directory: stage.directory, window } as unknown as AdministrationParts;
  return takeBack(parts, 'suite', { by: { actor: 'u-admin', peer: '', of: 'r' } });
};

test('whoever was suspended or put out of a group is back', async () => {
  await pushed({ kind: 'user-suspended', subject: subjectAt(0), by: source });
  await pushed({ kind: 'member-removed', group: 'g', subject: subjectAt(0), source });
  await pushed({ kind: 'member-removed', group: 'g', subject: subjectAt(1), source });
  expect(await thrownAway()).toBe(3);
  expect(statusAt(0)).toBe('active');
  expect(stage.stored.groups.members('g')).toHaveLength(9);
});

test('whoever was removed stays away, and whoever was dealt with since stays as they are', async () => {
  await pushed({ kind: 'user-removed', subject: subjectAt(0) });
  await pushed({ kind: 'user-suspended', subject: subjectAt(1) });
  stage.clock.advance(minuteMs);
  await stage.doing([{ kind: 'user-reactivated', subject: subjectAt(1) }], 'by-hand');
  await stage.doing([{ kind: 'user-suspended', subject: subjectAt(1) }], 'by-hand');
  expect(await thrownAway()).toBe(0);
  expect([statusAt(0), statusAt(1)]).toEqual([undefined, 'suspended']);
});

test('what it took before its window is not taken back', async () => {
  await pushed({ kind: 'user-suspended', subject: subjectAt(0) });
  stage.clock.advance(61 * minuteMs);
  expect(await thrownAway()).toBe(0);
  expect(statusAt(0)).toBe('suspended');
});

test('a change of several people names all of them, in records of a hundred', async () => {
  const many = Array.from({ length: 250 }, (_, index) => stage.person({ userName: `more-${index}` }));
  const before = stage.records.length;
  await stage.doing(many.map((user) => ({ kind: 'user-created', user })));
  const written = stage.records.slice(before).map(({ facts }) => facts);
  expect(written.map(({ part, parts, subjects }) => [part, parts, subjects])).toEqual([1, 2, 3].map((part) => [part, 3, 250]));
  expect(written.flatMap(({ named }) => String(named).split(' '))).toEqual(many.map(({ subject }) => subject));
  expect(written.map((facts) => facts['user-created'])).toEqual([250, undefined, undefined]);
});

test('a change of several people says who of them left', async () => {
  const [left, alsoLeft, stays] = [subjectAt(3), subjectAt(4), subjectAt(5)];
  await stage.doing([
    { kind: 'user-suspended', subject: left },
    { kind: 'user-removed', subject: alsoLeft },
    { kind: 'user-changed', subject: stays, to: { attributes: { title: 'Moulder' } } },
  ]);
  expect(stage.records.at(-1)?.facts).toMatchObject({ named: `${left} ${alsoLeft} ${stays}`, left: `${left} ${alsoLeft}` });
});

test('a change of one person names that person', async () => {
  await stage.doing([{ kind: 'user-suspended', subject: subjectAt(3) }]);
  expect(stage.records.at(-1)?.facts).toEqual({ origin: 'scim', 'user-suspended': 1, subject: subjectAt(3) });
});
