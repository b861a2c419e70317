/** A user context of an org admin for AdminHub, honest or departing, for somebody who stands where the ingress stands. */
import { contextTokens, type OrHonest } from '../deviations/index.ts';
import type { World } from './scenario.ts';

/** About the org admin of the fixtures, who has signed in before. Throws when that did not work. */
export async function adminHubContext({ actors, target }: World, name: OrHonest<'contextToken'>): Promise<readonly string[]> {
  const known = await actors.user({ as: 'ada' }).signIn();
  if (known.kind !== 'ok' || known.actor === undefined) throw new Error(`the org admin could not sign in: ${known.kind}`);
  const noIdToken = () => Promise.reject(new TypeError('a context of AdminHub is not made of an ID token'));
  const { lines } = await contextTokens(name, { target, idToken: noIdToken, product: 'admin-hub', subject: known.actor });
  return lines;
}
