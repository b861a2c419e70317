/** Which level of authentication a request of OpenID Connect asks for. OIDC Core 1.0 §3.1.2.1 (acr_values), §5.5.1.1 (acr claim). */
import type { LevelNames } from './configuration.ts';
import type { AcrBehaviour } from './settings.ts';

export type Level = 'password' | 'twoFactors';

type AcrRequest = { readonly value?: unknown; readonly values?: unknown };
/** The part of an authorization request that counts here. */
export type LevelRequest = { readonly acr_values?: unknown; readonly claims?: unknown };

/** A realm that does not honour levels never asks for more than a password. */
export const honoursLevels = (acr: AcrBehaviour): boolean => acr === 'truthful' || acr === 'missing';

/** `twoFactors` when any way of asking names it. What cannot be read asks for nothing. */
export function askedLevel({ acr_values: acrValues, claims }: LevelRequest, names: LevelNames): Level {
  const asked = [...(typeof acrValues === 'string' ? acrValues.split(' ') : []), ...essentialValues(claims)];
  return asked.includes(names.twoFactors) ? 'twoFactors' : 'password';
}

function essentialValues(claims: unknown): readonly unknown[] {
  if (typeof claims !== 'string') return [];
  try {
    const { id_token: idToken } = JSON.parse(claims) as { id_token?: { acr?: AcrRequest | null } };
    const { value, values } = idToken?.acr ?? {};
    return [value, ...(Array.isArray(values) ? values : [])];
  } catch {
    return [];
  }
}
