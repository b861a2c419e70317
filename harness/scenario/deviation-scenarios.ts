/** Makers of the scenarios about deviations: one sign-in in which one answer of the identity provider departs, and its honest twin, which was taken apart and put together in the same way. */
import type { SystemRefusal } from '../../system/index.ts';
import {
  authorizationResponseRewriter,
  type DeviationNames,
  deviationOf,
  idTokenKit,
  idTokenRewriter,
  keySetRewriter,
  type OrHonest,
  stranger,
  tokenAnswerRewriter,
  underRewriting,
} from '../deviations/index.ts';
import type { Outcome } from '../verdict/results.ts';
import { refusedWith } from './expectations.ts';
import { responseKitFor } from './response-kit.ts';
import { type Scenario, scenario, type World } from './scenario.ts';

/** What a file says of its deviation: which requirements it proves, and the code that it must meet. */
export type DeviationClaim = { readonly proves: Scenario['proves']; readonly refusedWith: SystemRefusal };

const signIn = ({ actors }: World): Promise<Outcome> => actors.user().signIn();

/** An ID token that departs; validly signed by the realm's own key unless the signature is what departs. */
export const idTokenScenario = (name: DeviationNames['idToken'], { proves, refusedWith: code }: DeviationClaim) =>
  scenario<{ idToken: OrHonest<'idToken'> }>({
    proves,
    hands: 'wire',
    listedDeviation: deviationOf('idToken', name),
    honest: { idToken: 'honest' },
    deviation: { idToken: name },
    act: async (world, { idToken }) => underRewriting(world, idTokenRewriter(idToken, await idTokenKit(world.realm)), () => signIn(world)),
    expect: [refusedWith(code)],
  });

/** An answer of the token endpoint that departs in something else than its ID token. */
export const tokenAnswerScenario = (name: DeviationNames['tokenAnswer'], { proves, refusedWith: code }: DeviationClaim) =>
  scenario<{ tokenAnswer: OrHonest<'tokenAnswer'> }>({
    proves,
    hands: 'wire',
    listedDeviation: deviationOf('tokenAnswer', name),
    honest: { tokenAnswer: 'honest' },
    deviation: { tokenAnswer: name },
    act: (world, { tokenAnswer }) => underRewriting(world, tokenAnswerRewriter(tokenAnswer), () => signIn(world)),
    expect: [refusedWith(code)],
  });

/** A published key set that departs, while tokens are signed as ever. */
export const keySetScenario = (name: DeviationNames['keySet'], { proves, refusedWith: code }: DeviationClaim) =>
  scenario<{ keySet: OrHonest<'keySet'> }>({
    proves,
    hands: 'wire',
    listedDeviation: deviationOf('keySet', name),
    honest: { keySet: 'honest' },
    deviation: { keySet: name },
    act: async (world, { keySet }) => {
      const [{ keyId }, nobody] = await Promise.all([world.realm.signingKey(), stranger()]);
      const kit = { keyId, weakKeyPem: nobody.weakKeyPem, otherKeyPem: nobody.rsa.privateKeyPem };
      return underRewriting(world, keySetRewriter(keySet, kit), () => signIn(world));
    },
    expect: [refusedWith(code)],
  });

/** What a person comes back with departs. Whatever it needs of other attempts is there for its honest twin, too. */
export const authorizationResponseScenario = (name: DeviationNames['authorizationResponse'], claim: DeviationClaim) =>
  scenario<{ authorizationResponse: OrHonest<'authorizationResponse'> }, Awaited<ReturnType<typeof responseKitFor>>>({
    proves: claim.proves,
    listedDeviation: deviationOf('authorizationResponse', name),
    honest: { authorizationResponse: 'honest' },
    deviation: { authorizationResponse: name },
    given: (world) => responseKitFor(world, name),
    act: (world, { authorizationResponse }, kit) =>
      underRewriting(world, authorizationResponseRewriter(authorizationResponse, kit), () => signIn(world)),
    expect: [refusedWith(claim.refusedWith)],
  });
