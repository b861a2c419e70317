/** What a scenario needs in which the identity provider ends a session by SAML: a held session with the answer that began it, and the signed word about both. SAML Profiles 2.0 §4.4. */
import { randomUUID } from 'node:crypto';
import { samlKit, samlLogoutOf, watchingSamlAnswer } from '../deviations/index.ts';
import { samlRelyingParty } from '../fixtures/fixtures.ts';
import type { Outcome } from '../verdict/results.ts';
import { type HeldSession, heldSessionUnder } from './held-session.ts';
import { bySaml } from './saml-sign-in.ts';
import type { World } from './scenario.ts';

export type HeldBySaml = HeldSession & { readonly responseXml: string };

/** Signed in by SAML. Throws when the sign-in or its answer was not seen. */
export async function heldBySaml(world: World): Promise<HeldBySaml> {
  await bySaml(world);
  let responseXml = '';
  const watching = watchingSamlAnswer(({ xml }) => {
    responseXml = xml;
  });
  const held = await heldSessionUnder(world, watching);
  return { ...held, responseXml };
}

/** From a page of the identity provider, in a browser that knows nothing of the person; signed with the realm's own key. */
export async function postSamlLogout({ actors, realm, target }: World, { responseXml }: HeldBySaml): Promise<Outcome> {
  const nowMs = target.clock?.now() ?? Date.now();
  const { key } = await samlKit(realm, { nowMs, answers: {} });
  const form = samlLogoutOf(responseXml, { id: `_${randomUUID()}`, destination: samlRelyingParty.sloUrl, nowMs }, key);
  return actors.visitor().postFrom(realm.issuer, { host: 'login', path: '/saml/slo', form });
}
