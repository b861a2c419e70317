/** The relying parties that each Keycloak realm knows, as its import format writes them. */
import { launchpadClient, otherRelyingParty, relyingParty, samlContextClasses, samlRelyingParty } from '../../fixtures/fixtures.ts';
import { launchpadId, otherRelyingPartyId, relyingPartyId, samlRelyingPartyId } from './ids.ts';
import { attributeMappers, claimMappers } from './mappers.ts';
import { levelNames } from './sign-in-flow.ts';

const codeFlowOnly = {
  enabled: true,
  protocol: 'openid-connect',
  standardFlowEnabled: true,
  implicitFlowEnabled: false,
  directAccessGrantsEnabled: false,
  serviceAccountsEnabled: false,
  frontchannelLogout: false,
};

/** The isolated cloud: confidential, authorization code with PKCE only, told of logouts on its back channel. */
const relyingPartyRepresentation = (realm: string) => ({
  ...codeFlowOnly,
  id: relyingPartyId(realm),
  clientId: relyingParty.clientId,
  name: 'Isolated cloud acme',
  publicClient: false,
  clientAuthenticatorType: 'client-secret',
  secret: relyingParty.clientSecret,
  redirectUris: [relyingParty.redirectUri],
  webOrigins: [],
  protocolMappers: claimMappers(realm),
  attributes: {
    'pkce.code.challenge.method': 'S256',
    'client.secret.authentication.allowed.method': 'client_secret_basic',
    'post.logout.redirect.uris': relyingParty.postLogoutRedirectUri,
    'backchannel.logout.url': relyingParty.backChannelLogoutUri,
    'backchannel.logout.session.required': 'true',
    'frontchannel.logout.url': relyingParty.frontChannelLogoutUri,
    'frontchannel.logout.session.required': 'true',
  },
});

/** The same in SAML: everything signed on both sides. Its certificates are introduced when a world has made them; until then none of its requests is taken. */
const samlRelyingPartyRepresentation = (realm: string) => ({
  id: samlRelyingPartyId(realm),
  clientId: samlRelyingParty.entityId,
  name: 'Isolated cloud acme (SAML)',
  enabled: true,
  protocol: 'saml',
  frontchannelLogout: true,
  fullScopeAllowed: true,
  redirectUris: [samlRelyingParty.acsUrl],
  defaultClientScopes: ['AuthnContextClassRef'],
  optionalClientScopes: [],
  protocolMappers: attributeMappers(realm),
  attributes: {
    'saml.server.signature': 'true',
    'saml.assertion.signature': 'true',
    'saml.client.signature': 'true',
    'saml.signature.algorithm': 'RSA_SHA256',
    'saml.server.signature.keyinfo.xmlSigKeyInfoKeyNameTransformer': 'KEY_ID',
    saml_signature_canonicalization_method: 'http://www.w3.org/2001/10/xml-exc-c14n#',
    'saml.encrypt': 'false',
    'saml.authnstatement': 'true',
    'saml.force.post.binding': 'true',
    'saml.onetimeuse.condition': 'false',
    'saml.allow.ecp.flow': 'false',
    'acr.loa.map': levelNames(samlContextClasses),
    saml_force_name_id_format: 'true',
    saml_name_id_format: 'persistent',
    saml_assertion_consumer_url_post: samlRelyingParty.acsUrl,
    saml_single_logout_service_url_post: samlRelyingParty.sloUrl,
    saml_single_logout_service_url_redirect: samlRelyingParty.sloUrl,
  },
});

/** The customer's start page asks who signed in, and for nothing about them: what it holds, any script of its page may carry away. */
const launchpadRepresentation = (realm: string) => ({
  ...codeFlowOnly,
  id: launchpadId(realm),
  clientId: launchpadClient.clientId,
  name: 'Launchpad',
  publicClient: true,
  redirectUris: [launchpadClient.redirectUri],
  webOrigins: [launchpadClient.webOrigin],
  defaultClientScopes: ['basic', 'web-origins'],
  optionalClientScopes: [],
  attributes: { 'pkce.code.challenge.method': 'S256', 'post.logout.redirect.uris': launchpadClient.redirectUri },
});

const otherRelyingPartyRepresentation = (realm: string) => ({
  ...codeFlowOnly,
  id: otherRelyingPartyId(realm),
  clientId: otherRelyingParty.clientId,
  name: 'Payroll',
  publicClient: false,
  clientAuthenticatorType: 'client-secret',
  secret: otherRelyingParty.clientSecret,
  redirectUris: [otherRelyingParty.redirectUri],
  webOrigins: [],
  attributes: { 'pkce.code.challenge.method': 'S256' },
});

export const clientRepresentations = (realm: string) => [
  relyingPartyRepresentation(realm),
  samlRelyingPartyRepresentation(realm),
  launchpadRepresentation(realm),
  otherRelyingPartyRepresentation(realm),
];
