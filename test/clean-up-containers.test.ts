/** That nothing is left of a run on a container that was killed: no container, process, folder or port. Skipped, with the reason, where no container can run. */
import { afterEach, expect, test, vi } from 'vitest';
import { withEngine } from '../harness/idp/keycloak-container/engine.ts';
import { keycloakContainer } from '../harness/idp/keycloak-container/index.ts';
import { listening } from './linux-tables.ts';
import { type WatchedRun, watchRun } from './watched-run.ts';

const usable =
  process.platform === 'linux' ? await keycloakContainer.usable() : ({ yes: false, why: 'it is judged by Linux’s tables' } as const);
/** With the preparation of an image, where none is ready. */
const runMs = 600_000;

let run: WatchedRun | undefined;
afterEach(() => run?.dispose());

type Seen = { readonly id: string; readonly ports: readonly number[] };

/** Of this run alone: others on the same engine are none of this test's business. */
const containersOf = ({ pid }: WatchedRun): Promise<readonly Seen[]> =>
  withEngine(async (docker) => {
    const found = await docker.listContainers({ all: true, filters: { label: [`test.tempered.harness-pid=${pid}`] } });
    return found.map(({ Id, Ports }) => ({ id: Id, ports: Ports.flatMap(({ PublicPort }) => PublicPort ?? []) }));
  });

async function left(of: WatchedRun, seen: readonly Seen[]): Promise<readonly string[]> {
  const open = new Set([...listening().values()].map(({ port }) => port));
  return [
    ...of.left(),
    ...(await containersOf(of)).map(({ id }) => `container ${id}`),
    ...seen.flatMap(({ ports }) => ports.filter((port) => open.has(port)).map((port) => `listening port ${port} of a container`)),
  ];
}

async function leavesNothingWhenKilled(at: (started: WatchedRun) => Promise<readonly Seen[]>): Promise<void> {
  run = watchRun(['--idp', 'keycloak-container', '--mode', 'wire', '--workers', '1', '--grep', 'sign-in/']);
  const started = run;
  const seen = await at(started);
  expect(seen).toHaveLength(1);
  started.signal('SIGKILL');
  expect(await started.ended).toMatchObject({ code: null, signal: 'SIGKILL' });
  await vi.waitFor(async () => expect(await left(started, seen)).toEqual([]), { timeout: 60_000, interval: 200 });
}

if (!usable.yes) {
  console.warn(`that runs on containers leave nothing is not tested here: ${usable.why}`);
  test.skip(`nothing is left of a run on a container that was killed: ${usable.why}`, () => {});
} else {
  test(
    'nothing is left of a run on a container that was killed in mid-run',
    () =>
      leavesNothingWhenKilled(async (started) => {
        await started.says('passed: ');
        const seen = await containersOf(started);
        expect(
          seen.flatMap(({ ports }) => ports),
          'published',
        ).toHaveLength(1);
        return seen;
      }),
    runMs,
  );

  test(
    'nothing is left of a run on a container that was killed as soon as its container was there',
    () =>
      leavesNothingWhenKilled((started) =>
        vi.waitFor(
          async () => {
            const seen = await containersOf(started);
            expect(seen).not.toEqual([]);
            return seen;
          },
          { timeout: runMs - 100_000, interval: 50 },
        ),
      ),
    runMs,
  );
}
