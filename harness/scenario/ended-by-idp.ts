/** Maker of the scenarios in which the identity provider ends a session: what was held of it must open nothing any more, by whichever way the word came. */
import { idpSessionIn, watchingIdToken } from '../deviations/index.ts';
import type { Outcome } from '../verdict/results.ts';
import { refusedWith } from './expectations.ts';
import { type HeldSession, heldSessionUnder } from './held-session.ts';
import { type Scenario, scenario, type World } from './scenario.ts';

/** As the identity provider calls its own session, and the person. */
export type KnownToIdp = HeldSession & { readonly sid: string; readonly subject: string };
export type EndedByIdp<Held extends HeldSession> = Pick<Scenario, 'proves' | 'needs' | 'alone'> & {
  /** The sign-in, and all that is known of it; `heldAtIdp` for one by OIDC. */
  readonly given: (world: World) => Promise<Held>;
  /** The word of the identity provider, and how it was answered if somebody of ours brought it. A way that leads back there ends on a page of its own, whatever that says. */
  readonly ends: (world: World, held: Held) => Promise<Outcome | undefined>;
};
type Input = { readonly idpSays: 'nothing' | 'that it is over' };

/** The way must say yes, and only what is said ends the session. */
export const endedByIdpScenario = <Held extends HeldSession>({ proves, needs = [], given, ends, ...more }: EndedByIdp<Held>) =>
  scenario<Input, Held>({
    proves,
    needs,
    ...more,
    hands: 'wire',
    honest: { idpSays: 'nothing' },
    deviation: { idpSays: 'that it is over' },
    given,
    act: async (world, { idpSays }, held) => {
      const answered = idpSays === 'nothing' ? undefined : await ends(world, held);
      return answered && !wasTaken(answered) ? answered : held.use();
    },
    expect: [refusedWith('session.host.ended-by-idp')],
  });

const wasTaken = (answered: Outcome): boolean =>
  answered.kind === 'ok' || (answered.kind === 'fault' && answered.symptom === 'stopped-elsewhere');

/** Signed in by OIDC. Throws when the ID token names no session. */
export async function heldAtIdp(world: World): Promise<KnownToIdp> {
  let compact = '';
  const watching = watchingIdToken((token) => {
    compact = token;
  });
  const held = await heldSessionUnder(world, watching);
  return { ...held, ...idpSessionIn(compact) };
}
