/** Puts another verifier in the place of one of a policy's own; all that it does not name stays as it is. */
import type { ReferencePolicy } from '../target/reference/index.ts';

export type BreakGlassVerifiers = Omit<ReferencePolicy['cloud']['breakGlass'], 'tables'>;
export type VerifyAssertion = BreakGlassVerifiers['verifyAssertion'];
export type VerifyAttestation = BreakGlassVerifiers['verifyAttestation'];
export type PeerAddress = ReferencePolicy['edge']['peerAddress'];
export type ExchangeCode = ReferencePolicy['cloud']['sso']['oidc']['exchangeCode'];
export type Identify = ReferencePolicy['cloud']['sso']['oidc']['identify'];

export const withBreakGlass = (policy: ReferencePolicy, replaced: Partial<BreakGlassVerifiers>): ReferencePolicy => ({
  ...policy,
  cloud: { ...policy.cloud, breakGlass: { ...policy.cloud.breakGlass, ...replaced } },
});
export type IngressVerifiers = Pick<ReferencePolicy['cloud']['ingress'], 'readTarget' | 'findRoute'>;
export type ReadTarget = IngressVerifiers['readTarget'];
export type FindRoute = IngressVerifiers['findRoute'];

export const withIngress = (policy: ReferencePolicy, replaced: Partial<IngressVerifiers>): ReferencePolicy => ({
  ...policy,
  cloud: { ...policy.cloud, ingress: { ...policy.cloud.ingress, ...replaced } },
});
export const withPeerAddress = (policy: ReferencePolicy, peerAddress: PeerAddress): ReferencePolicy => ({
  ...policy,
  edge: { ...policy.edge, peerAddress },
});
export const withOidc = (
  policy: ReferencePolicy,
  replaced: { readonly exchangeCode: ExchangeCode } | { readonly identify: Identify },
): ReferencePolicy => ({
  ...policy,
  cloud: { ...policy.cloud, sso: { ...policy.cloud.sso, oidc: { ...policy.cloud.sso.oidc, ...replaced } } },
});

export type SamlVerifiers = Pick<ReferencePolicy['cloud']['sso']['saml'], 'verifySignature' | 'secondOpinion'>;
export const withSaml = (policy: ReferencePolicy, replaced: Partial<SamlVerifiers>): ReferencePolicy => ({
  ...policy,
  cloud: { ...policy.cloud, sso: { ...policy.cloud.sso, saml: { ...policy.cloud.sso.saml, ...replaced } } },
});

type SessionVerifiers = Pick<ReferencePolicy['cloud']['session'], 'isMeantByIdp' | 'keptId' | 'returnTo'>;
export const withSession = (policy: ReferencePolicy, replaced: Partial<SessionVerifiers>): ReferencePolicy => ({
  ...policy,
  cloud: { ...policy.cloud, session: { ...policy.cloud.session, ...replaced } },
});

type ScimPolicy = ReferencePolicy['cloud']['directory']['scim'];
type ScimVerifiers = Pick<ScimPolicy, 'connectorByToken' | 'readResource'>;
export const withScim = (policy: ReferencePolicy, replaced: Partial<ScimVerifiers>): ReferencePolicy => ({
  ...policy,
  cloud: { ...policy.cloud, directory: { ...policy.cloud.directory, scim: { ...policy.cloud.directory.scim, ...replaced } } },
});
