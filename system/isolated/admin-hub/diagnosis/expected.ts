/** What the settings in force expect, beside the fact of a record that says what came: only names and times, never a secret (I-11). */
import type { IdpSettings, OidcSettings, SamlSettings } from '../../../kernel/idp-settings.ts';
import type { Comparison } from './entry.ts';

const notInForce = 'Another protocol is in force now.';
const byOidc =
  (read: (settings: OidcSettings) => string) =>
  (settings: IdpSettings): string =>
    settings.protocol === 'oidc' ? read(settings) : notInForce;
const bySaml =
  (read: (settings: SamlSettings) => string) =>
  (settings: IdpSettings): string =>
    settings.protocol === 'saml' ? read(settings) : notInForce;
const listed = (values: readonly string[]): string => values.join(' ') || 'none is demanded';
const always = (text: string) => (): string => text;

export const oidcExpected = {
  issuer: { what: 'Issuer', received: 'iss', expected: byOidc(({ issuer }) => issuer) },
  audience: { what: 'Audience', received: 'aud', expected: byOidc(({ clientId }) => clientId) },
  authorizedParty: { what: 'Authorized party', received: 'azp', expected: byOidc(({ clientId }) => clientId) },
  algorithm: { what: 'Algorithm', received: 'alg', expected: byOidc(({ idTokenAlgorithm }) => idTokenAlgorithm) },
  type: { what: 'Type', received: 'typ', expected: always('JWT, or none') },
  key: { what: 'Key id', received: 'kid', expected: always('one of those that the identity provider publishes') },
  keyNotStruckOut: {
    what: 'Key id',
    received: 'kid',
    expected: byOidc(({ struckOutKeyIds }) => `none of ${struckOutKeyIds.join(' ')}`),
  },
  acr: { what: 'Authentication context', received: 'acr', expected: byOidc(({ demandedAcr }) => listed(demandedAcr)) },
  expiry: { what: 'Seconds until it ends', received: 'expiresInSeconds', expected: always('more than -30') },
  issued: { what: 'Seconds until it was issued', received: 'issuedInSeconds', expected: always('at most 30, and more than -300') },
  lifetime: { what: 'Seconds until it ends', received: 'expiresInSeconds', expected: always('at most 86400 after its issue') },
  library: { what: 'Second opinion', received: 'library', expected: always('accepted') },
  status: { what: 'Status of the token endpoint', received: 'status', expected: always('200') },
  error: { what: 'Error of the token endpoint', received: 'error', expected: always('none') },
  failure: { what: 'Failure', received: 'failure', expected: always('none') },
} as const satisfies Readonly<Record<string, Comparison>>;

export const samlExpected = {
  issuer: { what: 'Issuer', received: 'issuer', expected: bySaml(({ entityId }) => entityId) },
  destination: { what: 'Destination', received: 'destination', expected: always('the assertion consumer service of our metadata') },
  audience: { what: 'Audience', received: 'audiences', expected: always('the entity id of our metadata') },
  status: { what: 'Status', received: 'status', expected: always('urn:oasis:names:tc:SAML:2.0:status:Success') },
  nameIdFormat: { what: 'NameID format', received: 'nameIdFormat', expected: bySaml(({ nameIdFormat }) => nameIdFormat) },
  authnContext: {
    what: 'Authentication context',
    received: 'authnContext',
    expected: bySaml(({ demandedAuthnContext }) => listed(demandedAuthnContext)),
  },
  algorithms: { what: 'Signature algorithms', received: 'algorithms', expected: always('RSA with SHA-256, SHA-384 or SHA-512') },
} as const satisfies Readonly<Record<string, Comparison>>;

export const domainExpected: Comparison = { what: 'E-mail domain', received: 'emailDomain', expected: always('one that is verified here') };
export const discovered: Comparison = { what: 'What a look found', received: 'discovered', expected: always('good') };
