/** What scenarios about AdminHub share: drafts, what the diagnosis says, and what stands on record. */
import type { BreakGlassHolder, User } from '../actors/actors.ts';
import type { PersonName } from '../fixtures/fixtures.ts';
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

type Diagnosis = { readonly holder: BreakGlassHolder; readonly link: string | undefined; readonly observed: string };

/** Where the newest failure on AdminHub's diagnosis leads: asked by break-glass, because nobody else may get in now. In words when it was not shown. */
async function newestDiagnosis(world: World): Promise<Diagnosis | string> {
  const holder = world.actors.breakGlass();
  await holder.signIn();
  const { outcome, body } = await holder.readHub('/diagnosis');
  if (outcome.kind !== 'ok') return `the diagnosis was not shown: ${outcome.kind}`;
  const [newest] = (body as Diagnosed).failures;
  const link = newest?.diagnosis?.link;
  return { holder, link, observed: newest ? `${newest.code} leads to ${link ?? 'nowhere'}` : 'no failure is listed' };
}

/** To this page or setting, and to nobody there. */
export const diagnosisLeadsTo = (link: string): Expectation => ({
  claim: `the diagnosis leads to ${link}`,
  judge: async ({ world }) => {
    const found = await newestDiagnosis(world);
    if (typeof found === 'string') return { judged: 'unclear', observed: found };
    return { judged: found.link === link ? 'met' : 'not-met', observed: found.observed };
  },
});

type PeopleRead = { readonly people: readonly { readonly identities: readonly { readonly idpSubject: string }[] }[] };

/** To the page of the people, and there to whom the identity provider knows as this person, and to nobody else. */
export const diagnosisLeadsToPerson = (name: PersonName): Expectation => ({
  claim: `the diagnosis leads to ${name} among the people`,
  judge: async ({ world }) => {
    const found = await newestDiagnosis(world);
    const wanted = world.realm.users.find((user) => user.name === name)?.subject;
    if (typeof found === 'string') return { judged: 'unclear', observed: found };
    if (wanted === undefined) return { judged: 'unclear', observed: `${name} has no subject at this identity provider` };
    if (!found.link?.startsWith('/people?subject=')) return { judged: 'not-met', observed: found.observed };
    const { outcome, body } = await found.holder.readHub(found.link);
    if (outcome.kind !== 'ok') return { judged: 'unclear', observed: `the people were not shown: ${outcome.kind}` };
    const { people } = body as PeopleRead;
    const met = people.length === 1 && people[0]?.identities.some(({ idpSubject }) => idpSubject === wanted);
    return { judged: met ? 'met' : 'not-met', observed: met ? `leads to ${name}` : `leads to ${people.length} people, and not to ${name}` };
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
