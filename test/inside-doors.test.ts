/** Every listener of a whole cloud, knocked at with every certificate that anybody could have: one role each is let in, and nobody else (S2). */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Door, Guise, Operations } from '../harness/target/operations.ts';
import type { RunningWorld } from '../harness/world/world.ts';
import { roles } from '../system/kernel/workload.ts';
import { type BootedWorld, bootedWorld } from './booted-world.ts';

let whole: BootedWorld;
let world: RunningWorld;
let operations: Operations;
beforeAll(async () => {
  whole = await bootedWorld({ seed: 9 });
  ({ world } = whole);
  if (!world.target.operations) throw new TypeError('the reference target is operated');
  operations = world.target.operations;
}, 60_000);
afterAll(() => whole?.close());

const guises: readonly Guise[] = [...roles.map((role) => ({ role })), 'host', 'impostor', 'nobody'];
const expected = ({ accepts }: Door, as: Guise): string => {
  if (typeof as === 'string') return 'workload.connection.no-certificate-of-ours';
  return as.role === accepts ? 'let in' : 'workload.connection.another-role';
};

test('every door lets in the one role that it is for, whoever knocks', async () => {
  const doors = await operations.doors();
  expect(doors.map(({ at }) => at)).toEqual(
    expect.arrayContaining(['ingress', 'authentication-service', 'break-glass', 'admin-hub', 'tracker']),
  );
  const seen: (readonly [string, string])[] = [];
  const wanted: (readonly [string, string])[] = [];
  for (const door of doors)
    for (const as of guises) {
      const what = `${JSON.stringify(as)} at ${door.at} for ${door.accepts}`;
      const outcome = await operations.knock(door, as);
      seen.push([what, outcome.kind === 'ok' ? 'let in' : outcome.kind === 'refused' ? outcome.code : JSON.stringify(outcome)]);
      wanted.push([what, expected(door, as)]);
    }
  expect(seen).toEqual(wanted);
  expect(doors.length * guises.length).toBeGreaterThan(60);
}, 120_000);

test('every service is for the ingress alone, and the ingress for the edge alone', async () => {
  const doors = await operations.doors();
  expect(doors.filter(({ at }) => at === 'ingress').map(({ accepts }) => accepts)).toEqual(['edge']);
  const others = doors.filter(({ at }) => at !== 'ingress').map(({ at, accepts }) => `${at} for ${accepts}`);
  expect(others.filter((each) => !each.endsWith('for ingress'))).toEqual(['break-glass for support-desk']);
});

test('a part that is shut is closed for everybody, and a reset opens it again', async () => {
  const [door] = (await operations.doors()).filter(({ at }) => at === 'authentication-service');
  if (!door) throw new TypeError('there is no authentication service');
  await operations.shut('authentication-service');
  expect(await operations.knock(door, { role: 'ingress' })).toMatchObject({ kind: 'unknown' });
  await world.reset();
  expect(await operations.knock(door, { role: 'ingress' })).toMatchObject({ kind: 'ok' });
}, 60_000);
