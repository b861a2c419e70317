/** What a deviating authorization response is made of beside the honest one: somebody else's valid response, or a code that was exchanged before. */
import type { User } from '../actors/actors.ts';
import { type DeviationNames, keepingResponse, neededBy, type ResponseKit, underRewriting, watchingResponse } from '../deviations/index.ts';
import type { Outcome } from '../verdict/results.ts';
import type { World } from './scenario.ts';

/** What the response of this deviation needs, and nothing else: asking the kit for more throws. */
export async function responseKitFor(world: World, name: DeviationNames['authorizationResponse']): Promise<ResponseKit> {
  const needed = neededBy(name);
  const response = needed === 'ofSomebodyElse' ? await keptResponse(world) : undefined;
  const used = needed === 'usedCode' ? (await usedResponse(world, world.actors.user())).response : undefined;
  return {
    get ofSomebodyElse() {
      return demanded(response, 'response of somebody else');
    },
    get usedCode() {
      return demanded(used?.searchParams.get('code') ?? undefined, 'used code');
    },
  };
}

/** An attacker's own valid response, which never reached us: the attacker kept it. */
async function keptResponse(world: World): Promise<URL> {
  let kept: URL | undefined;
  const keeping = keepingResponse((response) => {
    kept = response;
  });
  await underRewriting(world, keeping, () => world.actors.user({ as: 'nils', from: 'attacker' }).signIn());
  return demanded(kept, 'response of somebody else');
}

/** A whole honest sign-in of this user, and the response that it was made with. Throws when it did not work. */
export async function usedResponse(world: World, user: User): Promise<{ readonly response: URL; readonly outcome: Outcome }> {
  let seen: URL | undefined;
  const watching = watchingResponse((response) => {
    seen = response;
  });
  const outcome = await underRewriting(world, watching, () => user.signIn());
  if (outcome.kind !== 'ok') throw new Error(`the sign-in whose response is used again ended as ${outcome.kind}`);
  return { outcome, response: demanded(seen, 'response') };
}

function demanded<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Error(`there is no ${what} to make this deviation of`);
  return value;
}
