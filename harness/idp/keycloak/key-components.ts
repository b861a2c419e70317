/** The keys of a realm as Keycloak's components: what signs, what others encrypt to, and what Keycloak keeps for itself. */
import type { RealmKeys } from './realm-keys.ts';

export const keyProviderType = 'org.keycloak.keys.KeyProvider';
/** Without a certificate in its configuration, Keycloak makes one for the key at import. */
export type KeyComponent = {
  readonly name: string;
  readonly providerId: string;
  readonly config: Readonly<Record<string, readonly [string]>>;
};

const seededSigningKid = (realm: string): string => `${realm}-sig`;
export const seededPriority = 100;

/** A signing key; the one with the highest priority signs. */
export function signingKeyComponent(
  kid: string,
  privateKeyPem: string,
  { priority, ...more }: { readonly priority: number; readonly algorithm?: string; readonly certificate?: string },
): KeyComponent {
  return keyComponent(kid, 'rsa', { algorithm: 'RS256', ...more, priority: `${priority}`, kid, privateKey: privateKeyPem });
}

export function keyComponent(name: string, providerId: string, config: Readonly<Record<string, string>>): KeyComponent {
  const settings = Object.entries({ priority: `${seededPriority}`, enabled: 'true', active: 'true', ...config });
  return { name, providerId, config: Object.fromEntries(settings.map(([key, value]) => [key, [value] as const])) };
}

/** All keys that the realm has; nothing is generated at import. */
export function keyComponents(realm: string, keys: RealmKeys): readonly KeyComponent[] {
  return [
    signingKeyComponent(seededSigningKid(realm), keys.signingKeyPem, { priority: seededPriority }),
    keyComponent('enc', 'rsa-enc', { algorithm: 'RSA-OAEP', privateKey: keys.encryptionKeyPem }),
    keyComponent('hmac', 'hmac-generated', { algorithm: 'HS512', kid: keys.hmac.kid, secret: keys.hmac.secret }),
    keyComponent('aes', 'aes-generated', { kid: keys.aes.kid, secret: keys.aes.secret }),
  ];
}
