/** Leads a person who signed out here to sign out at the identity provider, unless there is no way to. OIDC RP-Initiated Logout 1.0 §2. */
import { hostCookie } from '../../../../kernel/answer.ts';
import type { OidcSettings } from '../../../../kernel/idp-settings.ts';
import { judge } from '../../../../kernel/rule.ts';
import { handleOf, newSecret } from '../../../../kernel/secret-handle.ts';
import type { IdpSession } from '../../../../kernel/sessions.ts';
import { cookies } from '../../parts.ts';
import type { WayOut } from '../../protocol.ts';
import { lastKnown, type OidcParts } from '../parts.ts';
import { leavingLifetimeSeconds } from '../signed-out/rules.ts';

/** Nobody is sent to a provider that is away, or to another than the one that the session is of. */
export async function leave(parts: OidcParts, settings: OidcSettings, idpSession: IdpSession): Promise<WayOut | undefined> {
  const { discovered, metadata } = await parts.discovery.look(settings);
  const endpoint = metadata?.end_session_endpoint;
  const facts = {
    idpIsThere: discovered === 'good',
    placeKnown: endpoint !== undefined,
    sameIssuer: idpSession.issuer === settings.issuer,
  };
  if (!judge(parts.policy.leaving, facts).allowed || endpoint === undefined) return undefined;
  const [state, browser] = [newSecret(parts.random), newSecret(parts.random)];
  parts.leavings.put(handleOf(state), { browser: handleOf(browser), startedAtMs: parts.clock.now() });
  const url = new URL(endpoint);
  const hint = parts.hints.take(idpSession);
  const asked = { client_id: settings.clientId, post_logout_redirect_uri: `${parts.loginOrigin}/signed-out`, state };
  for (const [name, value] of Object.entries({ ...(hint === undefined ? {} : { id_token_hint: hint }), ...asked }))
    url.searchParams.set(name, value);
  return {
    by: { location: url.href },
    cookies: [hostCookie(cookies.signOut, browser, { maxAgeSeconds: leavingLifetimeSeconds, sameSite: 'Lax' })],
  };
}

/** The origin of the place that its metadata named last. */
export function leavesTo(parts: OidcParts, settings: OidcSettings): string | undefined {
  const endpoint = lastKnown(parts, settings)?.end_session_endpoint;
  return endpoint === undefined ? undefined : new URL(endpoint).origin;
}
