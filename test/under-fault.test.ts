/** However an installation ends, the fault is undone, and the probe has the last word. */
import { expect, test, vi } from 'vitest';
import type { Fault } from '../harness/faults/fault.ts';
import { underFault } from '../harness/run/under-fault.ts';
import type { Outcome, ScenarioResult } from '../harness/verdict/results.ts';
import type { RunningWorld } from '../harness/world/world.ts';

const view = { mark: () => {} } as unknown as RunningWorld['view'];
const done: Outcome = { kind: 'ok' } as Outcome;

/** A fault on a switch; `install` decides when, and whether, the switch is thrown. */
function stage(install: (throwSwitch: () => void) => Promise<void>) {
  const state = { on: false, undone: 0, acts: 0 };
  const fault: Fault = {
    name: 'test.switch',
    title: 'A switch is thrown.',
    family: 'network',
    means: 'network',
    meets: 'goes-on',
    needs: [],
    shared: false,
    observe: async () => ({ seen: state.on ? 'present' : 'absent', detail: state.on ? 'on' : 'off' }),
    install: async () => {
      await install(() => {
        state.on = true;
      });
      return async () => {
        state.undone += 1;
        state.on = false;
      };
    },
  };
  const sightings: ScenarioResult['sightings'] = [];
  const act = async (): Promise<Outcome> => {
    state.acts += 1;
    return done;
  };
  const run = (limits: { readonly install?: number; readonly heal?: number } = {}) =>
    underFault(fault, { world: { view }, sightings, act, limitsMs: { install: 5_000, observe: 5_000, heal: 5_000, ...limits } });
  return { state, sightings, run };
}
const looks = ({ sightings }: { readonly sightings: ScenarioResult['sightings'] }): readonly string[] =>
  sightings.map(({ when, seen }) => `${when}: ${seen}`);

test('an honest fault is seen and undone', async () => {
  const switched = stage(async (on) => on());
  expect(await switched.run()).toEqual(done);
  expect(switched.state).toEqual({ on: false, undone: 1, acts: 1 });
  expect(looks(switched)).toEqual(['before: absent', 'during: present', 'during: present', 'after: absent']);
});

test('one that is installed too late is undone before anything is said, and nobody acts under it', async () => {
  const late = Promise.withResolvers<void>();
  const switched = stage(async (on) => {
    await late.promise;
    on();
  });
  const running = switched.run({ install: 20 });
  setTimeout(late.resolve, 60);
  await expect(running).rejects.toThrow('installing test.switch took longer than 0.02 s');
  expect(switched.state).toEqual({ on: false, undone: 1, acts: 0 });
  expect(looks(switched)).toEqual(['before: absent', 'after: absent']);
});

test('one that comes later than anybody waits is said to be not healed, and is undone when it comes', async () => {
  const late = Promise.withResolvers<void>();
  const switched = stage(async (on) => {
    await late.promise;
    on();
  });
  expect(await switched.run({ install: 20, heal: 20 })).toMatchObject({ kind: 'inconclusive', why: 'not-healed' });
  expect(looks(switched)).toEqual(['before: absent', 'after: unclear']);
  late.resolve();
  await vi.waitFor(() => expect(switched.state).toEqual({ on: false, undone: 1, acts: 0 }));
});

test('one that breaks half-way is not healed while the probe still sees it', async () => {
  const switched = stage(async (on) => {
    on();
    throw new Error('the second half did not work');
  });
  expect(await switched.run()).toEqual({ kind: 'inconclusive', why: 'not-healed', detail: 'on' });
  expect(switched.state.acts).toBe(0);
});

test('one that breaks before anything changed is an error, seen to be absent', async () => {
  const switched = stage(async () => {
    throw new Error('nothing could be done');
  });
  await expect(switched.run()).rejects.toThrow('nothing could be done');
  expect(looks(switched)).toEqual(['before: absent', 'after: absent']);
});
