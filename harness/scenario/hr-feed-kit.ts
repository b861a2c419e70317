/** What scenarios about HR feeds share: files with dates, imports around a midnight, and files that an org admin uploads (N-06). */
import type { User } from '../actors/actors.ts';
import { fileOf, type HrExport, type HrRecord, hrColumns, hrDateColumns } from '../automation/index.ts';
import type { Outcome } from '../verdict/results.ts';
import { counted } from './counted-people.ts';
import { imported, orgAdmin } from './directory-kit.ts';
import type { Expectation, World } from './scenario.ts';

const secondMs = 1_000;
const daySeconds = 86_400;

/** What has changed in the house; `nextDay` is the day that the next midnight begins, UTC. */
export type Dated = (people: readonly HrRecord[], nextDay: string) => readonly HrRecord[];

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

/** What the personnel system would hand out, as a file in somebody's hands. */
export const feedFile = ({ automation }: World, after: (now: HrExport) => HrExport = (now) => now): Uint8Array =>
  fileOf(after(automation.personnel.honest));

/** Uploads a file and looks at what it would do: its name, by which it is imported. Throws when it was not taken. */
export async function uploadedAndLookedAt(admin: User, file: Uint8Array): Promise<string> {
  const { outcome } = await admin.uploadTo('hr-feed/upload', file);
  const { shown } = (await admin.readHub('/hr-feed/upload/dry-run')).body as { readonly shown?: string };
  if (outcome.kind !== 'ok' || shown === undefined) throw new Error(`the file was not taken: ${JSON.stringify(outcome)}`);
  return shown;
}

export const importUploaded = async (admin: User, shown: string): Promise<Outcome> =>
  (await admin.administer('hr-feed/upload/import', { shown })).outcome;

type NotDoneRead = { readonly notDone?: { readonly leftSuspended: readonly { readonly userName?: string; readonly by: string }[] } };

/** The dry run of the feed as it is after the act names exactly this person among those who stay suspended. */
export const dryRunLeavesSuspended = (userName: string, by: string): Expectation => ({
  claim: `the dry run of the feed says that ${userName} stays suspended, by the word of ${by}`,
  judge: async ({ world }) => {
    const { outcome, body } = await (await orgAdmin(world)).readHub('/hr-feed/dry-run');
    if (outcome.kind !== 'ok') return { judged: 'unclear', observed: `there was no dry run: ${outcome.kind}` };
    const left = (body as NotDoneRead).notDone?.leftSuspended ?? [];
    const observed = left.map((each) => `${each.userName ?? 'somebody'} by ${each.by}`).join(', ') || 'nobody';
    return { judged: observed === `${userName} by ${by}` ? 'met' : 'not-met', observed };
  },
});
