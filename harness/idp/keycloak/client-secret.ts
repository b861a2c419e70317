/** Whether a realm's token endpoint takes a client secret, asked past the fault proxy. */
import { relyingParty } from '../../fixtures/fixtures.ts';
import { AdminFailure } from './admin-api.ts';
import { loopbackRequest } from './loopback-request.ts';
import type { RealmAtHand } from './realm-at-hand.ts';

/** A code that nobody issued fails as `invalid_grant` behind a good secret, and is not looked at behind a bad one (RFC 6749 §5.2). */
export async function clientSecretIsAccepted({ name, upstream }: Pick<RealmAtHand, 'name' | 'upstream'>, secret: string): Promise<boolean> {
  const basic = Buffer.from(`${encodeURIComponent(relyingParty.clientId)}:${encodeURIComponent(secret)}`).toString('base64');
  const { status, text } = await loopbackRequest(upstream(), {
    method: 'POST',
    path: `/realms/${name}/protocol/openid-connect/token`,
    headers: { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: 'a-code-that-nobody-issued',
      redirect_uri: relyingParty.redirectUri,
      code_verifier: 'v'.repeat(43),
    }).toString(),
  });
  const { error } = JSON.parse(text) as { error?: string };
  if (error === 'invalid_grant') return true;
  if (error === 'invalid_client' || error === 'unauthorized_client') return false;
  throw new AdminFailure(`the token endpoint of ${name} answered ${status} in a way that tells nothing about the client secret`);
}
