/** A feed with dates, imported on both sides of a midnight: what a day in it brings, comes with the import on that day (N-06). */
import { type HrExport, type HrRecord, hrColumns, hrDateColumns } from '../automation/index.ts';
import type { Outcome } from '../verdict/results.ts';
import { counted } from './counted-people.ts';
import { imported } from './directory-kit.ts';
import type { World } from './scenario.ts';

const secondMs = 1_000;
const daySeconds = 86_400;

/** What has changed in the house; `nextDay` is the day that the next midnight begins, UTC. */
type Dated = (people: readonly HrRecord[], nextDay: string) => readonly HrRecord[];

/** An export with dates, imported one second before the next midnight, UTC, and again when it has come; counted before, in between and after. By break-glass, because nobody else's session lasts as long. */
export async function importedAroundMidnight(world: World, change: Dated): Promise<Outcome> {
  const { clock } = world.target;
  if (!clock) throw new TypeError('this target has no clock that could be moved');
  await clock.hold();
  const midnightMs = Math.ceil((clock.now() + 2 * secondMs) / (daySeconds * secondMs)) * daySeconds * secondMs;
  const nextDay = new Date(midnightMs).toISOString().slice(0, 10);
  const after = (now: HrExport): HrExport => ({ ...now, columns: [...hrColumns, ...hrDateColumns], people: change(now.people, nextDay) });
  await clock.step({ seconds: (midnightMs - clock.now()) / secondMs - 1 });
  const holder = world.actors.breakGlass();
  await holder.signIn();
  await counted(world, holder);
  const early = await imported(world, holder, after);
  if (early.kind !== 'ok') return early;
  await counted(world, holder);
  await clock.step({ seconds: 1 });
  const last = await imported(world, holder, after);
  await counted(world, holder);
  return last;
}
