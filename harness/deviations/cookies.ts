/** The named deviations of session cookies, as lines of the header that carries them; and the honest ones, written by the same hand. */
import { cookieDeviations, type HeldCookies, honestCookies } from '../../fakes/deviations/cookies.ts';
import type { OrHonest } from './rewriters.ts';

export type { HeldCookies };

export const cookieLines = (name: OrHonest<'cookie'>, held: HeldCookies): readonly string[] =>
  name === 'honest' ? honestCookies(held) : cookieDeviations[name].make(held);
