/** The holder of a break-glass account: a person who also has a key, and a password that nobody else knows. */
import { type BreakGlassAccountName, breakGlassAccounts, type NetworkName } from '../fixtures/fixtures.ts';
import type { BreakGlassHolder, BreakGlassOptions } from './actors.ts';
import type { AgentOptions } from './agent.ts';
import type { KeyRing, SecurityKey } from './authenticator/key-ring.ts';
import type { ActorsOptions } from './company.ts';
import { doing } from './doing.ts';
import * as holding from './holder-acts.ts';
import type { Player } from './player.ts';
import { pathOnly } from './trail.ts';
import { userOf } from './user.ts';

/** `enter` brings the hands on the stage. Throws when the key that is asked for does not exist. */
export function holderOf(
  options: ActorsOptions,
  enter: (actor: string, agentOptions: AgentOptions) => Player,
  holder: BreakGlassOptions & { readonly from: NetworkName },
): BreakGlassHolder {
  const { account = 'harbour-one', from, key = 'own', assertion = 'honest', password = 'right', headers = {} } = holder;
  const { target, keys } = options;
  const owner = key === 'own' ? account : key === 'other-account' ? otherThan(account) : undefined;
  const held = key === 'forged' ? forged(keys, account) : owner ? keys.keysOf(owner) : [];
  if (key !== 'none' && key !== 'own' && held.length === 0) throw new Error(`there is no second key to use for ${account}`);
  const player = enter(`break-glass ${account}`, { network: from, headers, keys: held });
  const does = doing(options, player);
  let session: string | undefined;
  return {
    ...userOf(options, player, undefined),
    register: ({ attestation = 'honest' } = {}) =>
      does('register password and key', async (agent) => {
        const chosen = keys.nextPasswordOf(account);
        const outcome = await holding.registerWithNewKey(agent, target, {
          email: breakGlassAccounts[account].email,
          password: chosen,
          attestation,
        });
        if (outcome.kind === 'ok') keys.keep(account, await agent.keys(), chosen);
        return outcome;
      }),
    signIn: () =>
      does('sign in by break-glass', async (agent) => {
        const right = keys.passwordOf(account);
        const outcome = await holding.signInWithKey(agent, target, {
          account,
          password: password === 'right' ? right : `${right} not`,
          assertion,
        });
        if (owner && outcome.kind !== 'fault') keys.keep(owner, await agent.keys());
        session = await holding.sessionOf(agent, target);
        return outcome;
      }),
    saveIdpSettings: (change) =>
      does(`save identity provider settings: ${Object.keys(change).join(', ')}`, (agent) => holding.saveIdpSettings(agent, target, change)),
    signOut: () => does('sign out', (agent) => holding.signOut(agent, target)),
    carrySessionTo: (host, path = '/') =>
      does(`carry the session to ${host} ${pathOnly(path)}`, async (agent) =>
        holding.carrySessionTo(agent, target, {
          to: new URL(path, target.origins[host]),
          session: session ?? (await holding.sessionOf(agent, target)),
        }),
      ),
  };
}

/** The credentials of an account, to be signed for by the keys of another: the id is right, the signature cannot be. */
const forged = (keys: KeyRing, account: BreakGlassAccountName): readonly SecurityKey[] => {
  const [stranger] = keys.keysOf(otherThan(account));
  return stranger ? keys.keysOf(account).map((each) => ({ ...each, privateKey: stranger.privateKey })) : [];
};

const otherThan = (account: BreakGlassAccountName): BreakGlassAccountName => (account === 'harbour-one' ? 'harbour-two' : 'harbour-one');
