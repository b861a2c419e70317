/** What a realm's own endpoints say to a relying party, asked past the fault proxy. */
import { relyingParty } from '../../fixtures/fixtures.ts';
import { ask } from './ask.ts';
import type { RealmAtHand } from './realm-at-hand.ts';

const nobodysCode = 'a-code-that-nobody-issued';
const verifier = 'a'.repeat(43);

/** A bad secret is `invalid_client`; with a good one, the code is found to be bad: `invalid_grant`. Anything else rejects. */
export async function clientSecretIsAccepted({ issuer, upstream }: RealmAtHand, secret: string): Promise<boolean> {
  const basic = Buffer.from(`${relyingParty.clientId}:${encodeURIComponent(secret)}`).toString('base64');
  const form = {
    grant_type: 'authorization_code',
    code: nobodysCode,
    redirect_uri: relyingParty.redirectUri,
    code_verifier: verifier,
  };
  const headers = { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded' };
  const { status, body } = await ask(upstream(), `${issuer.pathname}/token`, {
    method: 'POST',
    headers,
    body: new URLSearchParams(form).toString(),
  });
  const { error } = JSON.parse(body) as { readonly error?: string };
  if (status === 401 && error === 'invalid_client') return false;
  if (status === 400 && error === 'invalid_grant') return true;
  throw new Error(`the token endpoint answered ${status} ${error ?? ''} to a client secret`);
}

export async function publishedKeyIds({ issuer, upstream }: RealmAtHand): Promise<readonly string[]> {
  const { body } = await ask(upstream(), `${issuer.pathname}/jwks`);
  return (JSON.parse(body) as { readonly keys: readonly { readonly kid: string }[] }).keys.map((key) => key.kid);
}
