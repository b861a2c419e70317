/** Which claims and SAML attributes Keycloak gives our relying party beyond its standard scopes. */
import { relyingParty, samlRelyingParty } from '../../fixtures/fixtures.ts';
import { mapperId } from './ids.ts';

export type MapperRepresentation = {
  readonly id: string;
  readonly name: string;
  readonly protocol: 'openid-connect' | 'saml';
  readonly protocolMapper: string;
  readonly consentRequired: boolean;
  readonly config: Readonly<Record<string, string>>;
};

const claimMapper =
  (realm: string) =>
  (claim: string, protocolMapper: string, config: Readonly<Record<string, string>>): MapperRepresentation => ({
    id: mapperId(realm, relyingParty.clientId, claim),
    name: claim,
    protocol: 'openid-connect',
    protocolMapper,
    consentRequired: false,
    config: { 'claim.name': claim, 'id.token.claim': 'true', 'access.token.claim': 'true', 'userinfo.token.claim': 'true', ...config },
  });

export function claimMappers(realm: string): readonly MapperRepresentation[] {
  const mapper = claimMapper(realm);
  const attribute = (name: string) =>
    mapper(name, 'oidc-usermodel-attribute-mapper', { 'user.attribute': name, 'jsonType.label': 'String' });
  return [mapper('groups', 'oidc-group-membership-mapper', { 'full.path': 'false' }), attribute('department'), attribute('title')];
}

/** Attribute names of SAML 2.0 X.500/LDAP profiles are not used: customers name them as they like, and these are what administrators type. */
export function attributeMappers(realm: string): readonly MapperRepresentation[] {
  const mapper = (name: string, protocolMapper: string, config: Readonly<Record<string, string>>): MapperRepresentation => ({
    id: mapperId(realm, samlRelyingParty.entityId, name),
    name,
    protocol: 'saml',
    protocolMapper,
    consentRequired: false,
    config: { 'attribute.name': name, 'friendly.name': name, 'attribute.nameformat': 'Basic', ...config },
  });
  const property = (name: string, of: string) => mapper(name, 'saml-user-property-mapper', { 'user.attribute': of });
  return [
    property('email', 'email'),
    property('givenName', 'firstName'),
    property('familyName', 'lastName'),
    mapper('department', 'saml-user-attribute-mapper', { 'user.attribute': 'department' }),
    mapper('title', 'saml-user-attribute-mapper', { 'user.attribute': 'title' }),
    mapper('groups', 'saml-group-membership-mapper', { 'full.path': 'false', single: 'true' }),
  ];
}
