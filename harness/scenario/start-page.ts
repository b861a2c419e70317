/** What may be expected of the customer's own start page: what it says, and that it learns nothing of the cloud. */
import type { User } from '../actors/actors.ts';
import type { Outcome } from '../verdict/results.ts';
import { landsOnNothing } from './expectations.ts';
import type { Expectation, World } from './scenario.ts';

/** The person ends on the start page, in front of this section, in bounded time: A-12 lets no journey hang. */
export const startPageSays = (section: 'away' | 'welcome', { withinSeconds }: { readonly withinSeconds: number }): Expectation => ({
  claim: `the start page says “${section}” within ${withinSeconds} s`,
  judge: async ({ outcome, history, world }) => {
    const last = history.findLast(({ phase }) => phase === 'act');
    if (outcome.kind === 'unknown' || !last) return { judged: 'unclear', observed: outcome.kind };
    const tookSeconds = (last.endedAtMs - last.invokedAtMs) / 1000;
    const said = outcome.kind === 'fault' ? outcome.detail : outcome.kind;
    const met = said === `${world.target.startPage?.origin.hostname} says ${section}` && tookSeconds <= withinSeconds;
    return { judged: met ? 'met' : 'not-met', observed: `after ${tookSeconds.toFixed(1)} s: ${said}` };
  },
});

/** Signed in at the start page, whose tiles stand in front of them. Throws when that did not work. */
export async function atTheTiles({ actors }: World): Promise<User> {
  const user = actors.user();
  const outcome = await user.startPage.signIn();
  if (outcome.kind !== 'ok') throw new Error(`the sign-in at the start page ended as ${outcome.kind}`);
  return user;
}

const secrets = { 'a token': /eyJ[\w-]{8,}\.[\w-]{8,}/, 'a code': /[?&]code=/, 'a cookie': /^cookie:/im } as const;

/** Lands on `nothing`, or on what the start page's host was sent or its script can read of the cloud's: a session, a token, a code, any cookie. The start page stands in front of the user. */
export async function learntByStartPage({ target }: World, user: User): Promise<Outcome> {
  const heard = target.startPage?.heard() ?? [];
  const sessions = Object.values(await user.heldSessions()).filter((value) => value !== undefined);
  if (sessions.length === 0 || !heard.some((request) => request.startsWith('GET / ') || request.startsWith('GET /\r')))
    return { kind: 'unknown', why: `${heard.length} requests were heard of a visitor with ${sessions.length} sessions` };
  const known = [...heard, ...(await user.startPage.readable())].join('\n');
  const learnt = [
    ...Object.entries(secrets).flatMap(([what, form]) => (form.test(known) ? [what] : [])),
    ...(sessions.some((session) => known.includes(session)) ? ['a session'] : []),
  ];
  return { kind: 'ok', landedOn: learnt.join(', ') || 'nothing', reference: '' };
}

export const startPageLearnsNothing = landsOnNothing(
  'the start page learns no session, token, code or cookie of the cloud',
  (found) => `it learnt ${found}`,
);
