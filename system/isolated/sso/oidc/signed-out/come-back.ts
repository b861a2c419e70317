/** Takes a person back who signed out at the identity provider. OIDC RP-Initiated Logout 1.0 §3. */
import { type Answer, forgottenCookie } from '../../../../kernel/answer.ts';
import { ageSeconds } from '../../../../kernel/expiring.ts';
import { demand } from '../../../../kernel/refusal.ts';
import { handleOf, sameSecret } from '../../../../kernel/secret-handle.ts';
import type { ServiceRequest } from '../../../../kernel/service.ts';
import { signedOutPage } from '../../pages.ts';
import { cookies } from '../../parts.ts';
import type { OidcParts } from '../parts.ts';

/** Spends the state whatever comes of it. Throws `Refusal` with a code of `sso.signed-out`. */
export async function signedOut({ leavings, clock, policy }: OidcParts, { query, cookies: sent }: ServiceRequest): Promise<Answer> {
  const leaving = leavings.take(handleOf(query.state ?? ''));
  demand(policy.signedOut, {
    leavingKnown: leaving !== undefined,
    ageSeconds: ageSeconds(leaving, clock),
    browserMatches: leaving !== undefined && sameSecret(leaving.browser, handleOf(sent[cookies.signOut] ?? '')),
  });
  return signedOutPage(true, [forgottenCookie(cookies.signOut, 'Lax')]);
}
