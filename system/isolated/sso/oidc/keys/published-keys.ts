/** The keys that the identity provider publishes now, as admins may see them, and which of them were struck out (C-04). */
import type { PublishedIdpKey } from '../../../../kernel/listed-keys.ts';
import { type OidcParts, oidcOnly } from '../parts.ts';

/** Empty while single sign-on does not go by OIDC, or nobody answers. */
export async function publishedKeys(parts: OidcParts): Promise<readonly PublishedIdpKey[]> {
  const settings = oidcOnly(parts.settings.current());
  if (!settings) return [];
  const { metadata } = await parts.discovery.look(settings);
  if (!metadata) return [];
  const { keys } = await parts.keys.look(new URL(metadata.jwks_uri), { kid: undefined, by: 'sign-in' });
  const isStruckOut = (name: string | undefined): boolean => name !== undefined && settings.struckOutKeyIds.includes(name);
  return keys.map(({ kid, thumbprint }) => ({ kid, thumbprint, struckOut: isStruckOut(kid) || isStruckOut(thumbprint) }));
}
