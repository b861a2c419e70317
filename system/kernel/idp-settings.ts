/** The organisation's identity provider settings, by either protocol: changed on AdminHub, read by the authentication service at every sign-in (I-05, C-03). */
import { type KeyObject, X509Certificate } from 'node:crypto';
import { z } from 'zod';

const text = z.string().min(1);
const texts = z.array(text).readonly();

/** How we prove to the token endpoint who we are. RFC 6749 §2.3.1, OIDC Core 1.0 §9. */
export const clientAuthenticationMethods = ['client_secret_basic', 'client_secret_post', 'private_key_jwt'] as const;
const clientAuthentication = z.discriminatedUnion('method', [
  z.strictObject({ method: z.enum(['client_secret_basic', 'client_secret_post']), secret: text }).readonly(),
  z.strictObject({ method: z.literal('private_key_jwt') }).readonly(),
]);

/** What an ID token may be signed with: asymmetric, and never `none`. RFC 8725 §3.1, RFC 7518 §3.1, RFC 9864 §2. */
export const idTokenAlgorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'] as const;

const oidcSettings = z
  .strictObject({
    protocol: z.literal('oidc'),
    issuer: z.url(),
    clientId: text,
    clientAuthentication,
    endpoints: z
      .strictObject({ authorization: z.url(), token: z.url(), keys: z.url(), endSession: z.url().optional() })
      .readonly()
      .optional()
      .describe('fixed endpoints: then no discovery document is asked for'),
    idTokenAlgorithm: z
      .enum(idTokenAlgorithms)
      .default('RS256')
      .describe('the one algorithm that ID tokens are signed with; OIDC Core 1.0 §3.1.3.7 (7)'),
    demandedAcr: texts
      .default([])
      .describe('an ID token must name one of these authentication contexts; empty: none is demanded (I-06, OIDC Core 1.0 §2)'),
    struckOutKeyIds: texts.default([]).describe('keys that are refused from now on, whatever the identity provider publishes (C-04)'),
  })
  .readonly();

/** RSA of 2048 bits or more. NIST SP 800-131A Rev. 2 §3. */
export const isStrongKey = ({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): boolean =>
  asymmetricKeyType === 'rsa' && (asymmetricKeyDetails?.modulusLength ?? 0) >= 2048;
const isStrongCertificate = (pem: string): boolean => {
  try {
    return isStrongKey(new X509Certificate(pem).publicKey);
  } catch {
    return false;
  }
};
const certificate = text.refine(isStrongCertificate, 'a certificate (PEM) of an RSA key of 2048 bits or more');

/** How a subject is named: `transient` names nobody twice and is not among them. SAML Core 2.0 §8.3. */
export const nameIdFormats = [
  'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
  'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified',
  'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress',
] as const;

const samlSettings = z
  .strictObject({
    protocol: z.literal('saml'),
    entityId: text,
    ssoUrl: z.url(),
    sloUrl: z.url().optional(),
    metadataUrl: z
      .url()
      .optional()
      .describe('looked at before anybody is sent away; absent: the sign-in address is asked whether somebody answers'),
    certificates: z
      .array(certificate)
      .min(1)
      .max(8)
      .readonly()
      .describe('whose signatures are accepted; several at once while the identity provider changes its key'),
    struckOutCertificates: texts
      .default([])
      .describe('SHA-256 fingerprints, lower-case hexadecimal: refused from now on, whoever still names them (C-04)'),
    nameIdFormat: z.enum(nameIdFormats).default(nameIdFormats[0]).describe('the one format in which subjects are named'),
    demandedAuthnContext: texts.default([]).describe('an assertion must name one of these classes; empty: none is demanded (I-06)'),
    profile: z
      .strictObject({
        requestBinding: z.enum(['redirect', 'post']).default('redirect').describe('how our requests travel; SAML Bindings 2.0 §3.4, §3.5'),
        forceAuthn: z.boolean().default(false).describe('the person has to sign in anew at the identity provider'),
        idpInitiated: z.boolean().default(false).describe('accepts a response that nobody asked for; SAML Profiles 2.0 §4.1.5'),
        encryptedAssertionsOnly: z.boolean().default(false).describe('refuses an assertion that everybody on the way could read'),
        signedResponsesOnly: z.boolean().default(false).describe('besides the assertion, which is always signed'),
        certificatesFromMetadata: z.boolean().default(false).describe('accepts, besides, the signing keys that the metadata names'),
      })
      .readonly()
      .prefault({}),
  })
  .readonly();

export const idpSettingsSchema = z.discriminatedUnion('protocol', [oidcSettings, samlSettings]);
export type OidcSettings = z.output<typeof oidcSettings>;
export type SamlSettings = z.output<typeof samlSettings>;
export type IdpSettings = OidcSettings | SamlSettings;
/** With everything that has a default left out, if one likes. */
export type IdpSettingsInput = z.input<typeof idpSettingsSchema>;

/** Under which name the identity provider speaks: the issuer, or the entity id. */
export const idpName = (settings: IdpSettings): string => (settings.protocol === 'oidc' ? settings.issuer : settings.entityId);

/** The one place where they are kept. `current` is undefined when nothing was set, or when what is stored cannot be read (SSO then fails closed). */
export type IdpSettingsStore = { current(): IdpSettings | undefined; save(settings: IdpSettings): void };
