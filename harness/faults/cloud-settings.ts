/** The settings on AdminHub, by their names in its form, by which people repair what a fault breaks, and what each has to be while the identity provider is as it was seeded: a repair outlives its fault, and locks people out then. */
import type { Realm } from '../idp/driver.ts';

export type CloudSetting = keyof typeof cloudSettings;

type Described = {
  /** Its name on AdminHub's page. */
  readonly label: string;
  seeded(realm: Realm): string;
};

export const cloudSettings = {
  issuer: { label: 'Issuer', seeded: ({ issuer }) => issuer.href },
  clientSecret: { label: 'Client secret', seeded: ({ relyingParty }) => relyingParty.clientSecret },
  clientAuthentication: { label: 'How we prove who we are', seeded: () => 'client_secret_basic' },
  idTokenAlgorithm: { label: 'ID tokens are signed with', seeded: () => 'RS256' },
  demandedAcr: { label: 'Demanded authentication contexts', seeded: () => 'what was demanded before' },
  'endpoint-keys': { label: 'Keys (JWKS)', seeded: () => 'empty, as the other fixed endpoints' },
  entityId: { label: 'Entity ID', seeded: ({ saml }) => saml.entityId },
  certificates: { label: 'Signing certificates', seeded: ({ saml }) => `imported anew from ${saml.metadataUrl.href}` },
  nameIdFormat: { label: 'NameID format', seeded: () => 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent' },
} as const satisfies Readonly<Record<string, Described>>;
