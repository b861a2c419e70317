/** What scenarios about AdminHub share: drafts, what the diagnosis says, and what stands on record. */
import type { User } from '../actors/actors.ts';
import type { Outcome } from '../verdict/results.ts';
import type { Expectation, World } from './scenario.ts';
import { signedIn } from './signed-in-user.ts';

/** An org admin who is signed in. Throws when that does not work. */
export const signedInAdmin = (world: World): Promise<User> => signedIn(world, 'ada');

type SettingsRead = { readonly draft?: { readonly id: string } };

/** Activates the draft as a program would that has the page's token: whether or not the page offers it. */
export async function activateDraft(admin: User): Promise<Outcome> {
  const { outcome, body } = await admin.readHub('/idp-settings');
  if (outcome.kind !== 'ok') return outcome;
  const { draft } = body as SettingsRead;
  return (await admin.administer('idp-settings/activate', { draft: draft?.id ?? '' })).outcome;
}

type Diagnosed = { readonly failures: readonly { readonly code: string; readonly diagnosis?: { readonly link?: string } }[] };

/** The newest failure on AdminHub's diagnosis leads to this page or setting, whatever its query names: asked by break-glass, because nobody else may get in now. */
export const diagnosisLeadsTo = (link: string): Expectation => ({
  claim: `the diagnosis leads to ${link}`,
  judge: async ({ world }) => {
    const holder = world.actors.breakGlass();
    await holder.signIn();
    const { outcome, body } = await holder.readHub('/diagnosis');
    if (outcome.kind !== 'ok') return { judged: 'unclear', observed: `the diagnosis was not shown: ${outcome.kind}` };
    const [newest] = (body as Diagnosed).failures;
    const [place] = newest?.diagnosis?.link?.split('?') ?? [];
    const observed = newest ? `${newest.code} leads to ${place ?? 'nowhere'}` : 'no failure is listed';
    return { judged: place === link ? 'met' : 'not-met', observed };
  },
});

type Recorded = { readonly records: readonly { readonly facts: { readonly problems?: string } }[] };

/** The newest refused change of the settings told all of these problems at once (C-07). */
export const toldAllProblems = (...codes: readonly string[]): Expectation => ({
  claim: `all problems were told: ${codes.join(', ')}`,
  judge: async ({ world }) => {
    const holder = world.actors.breakGlass();
    await holder.signIn();
    const { outcome, body } = await holder.readHub('/audit?event=admin-hub.idp-settings.changed');
    if (outcome.kind !== 'ok') return { judged: 'unclear', observed: `the records were not shown: ${outcome.kind}` };
    const told = ((body as Recorded).records[0]?.facts.problems ?? '').split(' ');
    return { judged: codes.every((code) => told.includes(code)) ? 'met' : 'not-met', observed: told.join(' ') || 'nothing' };
  },
});
