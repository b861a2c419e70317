/** Signing in by SAML: the cloud is told of the identity provider, which its world told of the cloud, and a person goes through both. SAML Profiles 2.0 §4.1. */
import type { SamlIdp } from '../target/saml-side.ts';
import type { Outcome } from '../verdict/results.ts';
import type { World } from './scenario.ts';

const hourMs = 3_600_000;

/** What an organisation demands besides the defaults. */
export type SamlDemands = Pick<SamlIdp, 'demandedAuthnContext' | 'profile'>;

/** From now on people sign in by SAML at the realm, until the world is reset. Throws a TypeError when the target cannot. */
export async function bySaml({ target, realm }: Pick<World, 'target' | 'realm'>, demands: SamlDemands = {}): Promise<void> {
  if (!target.saml) throw new TypeError('this target signs nobody in by SAML');
  const { entityId, ssoUrl, sloUrl, metadataUrl } = realm.saml;
  await target.saml.signInBySaml({
    entityId,
    ssoUrl: ssoUrl.href,
    sloUrl: sloUrl.href,
    metadataUrl: metadataUrl.href,
    certificates: [await realm.saml.certificatePem()],
    ...demands,
  });
}

/** The first of the realm's people, from the tracker's front page. */
export async function signInBySaml(world: World, demands: SamlDemands = {}): Promise<Outcome> {
  await bySaml(world, demands);
  return world.actors.user().signIn();
}

/** From now on the realm encrypts assertions to the target. Throws a TypeError when the target knows no SAML. */
export async function encryptedToUs({ target, realm }: Pick<World, 'target' | 'realm'>): Promise<void> {
  if (!target.saml) throw new TypeError('this target signs nobody in by SAML');
  await realm.saml.encryptAssertions(target.saml.encryptionCertificatePem);
}

/** The realm's key stays and gets a certificate that ends in so many hours of the target's clock. */
export const certificateEndingIn = (
  { target, realm }: Pick<World, 'target' | 'realm'>,
  { hours }: { readonly hours: number },
): Promise<void> => {
  const nowMs = target.clock?.now() ?? Date.now();
  return realm.setCertificateValidity({ fromMs: nowMs - 24 * hourMs, toMs: nowMs + hours * hourMs });
};
