/** A realm of the embedded identity provider, as every driver's realm: each operation is read back before it resolves. */

import type { RealmState } from '../../../fakes/index.ts';
import { relyingParty } from '../../fixtures/fixtures.ts';
import type { Realm, RealmUser } from '../driver.ts';
import { ask, type Upstream } from './ask.ts';
import type { ControlChannel } from './control-channel.ts';

export type RealmOptions = {
  readonly name: string;
  readonly issuer: URL;
  readonly users: readonly RealmUser[];
  /** Asked each time: a restart changes both. */
  channel(): ControlChannel;
  upstream(): Upstream;
};

const redirectUri = relyingParty.redirectUri;
const nobodysCode = 'a-code-that-nobody-issued';
const verifier = 'a'.repeat(43);

/** Throws where an operation did not take; what it says holds no secret. */
function confirm(took: boolean, what: string): void {
  if (!took) throw new Error(`the embedded identity provider did not take it: ${what}`);
}

/** A bad secret is `invalid_client`; with a good one, the code is found to be bad: `invalid_grant`. Anything else rejects. */
async function clientSecretIsAccepted({ issuer, upstream }: RealmOptions, secret: string): Promise<boolean> {
  const basic = Buffer.from(`${relyingParty.clientId}:${encodeURIComponent(secret)}`).toString('base64');
  const form = { grant_type: 'authorization_code', code: nobodysCode, redirect_uri: redirectUri, code_verifier: verifier };
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

async function publishedKeyIds({ issuer, upstream }: RealmOptions): Promise<readonly string[]> {
  const { body } = await ask(upstream(), `${issuer.pathname}/jwks`);
  return (JSON.parse(body) as { readonly keys: readonly { readonly kid: string }[] }).keys.map((key) => key.kid);
}

export function embeddedRealm(options: RealmOptions): Realm {
  const { name, issuer, users, channel } = options;
  const realm = { realm: name };
  const state = (): Promise<RealmState> => channel().ask('state', realm);
  const accepts = (secret: string): Promise<boolean> => clientSecretIsAccepted(options, secret);
  return {
    name,
    issuer,
    users,
    relyingParty: { clientId: relyingParty.clientId, clientSecret: relyingParty.clientSecret },
    clientSecretIsAccepted: accepts,
    async rotateClientSecret() {
      const secret = await channel().ask('rotate-client-secret', realm);
      confirm(await accepts(secret), 'the new client secret is not accepted');
      confirm(!(await accepts(relyingParty.clientSecret)), 'the seeded client secret is still accepted');
      return secret;
    },
    async rotateKeys() {
      const keyId = await channel().ask('rotate-keys', realm);
      confirm((await state()).signingKeyId === keyId, 'the new key does not sign');
      confirm((await publishedKeyIds(options)).includes(keyId), 'the new key is not published');
      return keyId;
    },
    async signingKey() {
      const { keyId, privateKeyPem } = await channel().ask('signing-key', realm);
      confirm((await publishedKeyIds(options)).includes(keyId), 'its signing key is not published');
      return { keyId, algorithm: 'RS256', privateKeyPem };
    },
    clientExists: async () => (await state()).clientExists,
    async deleteClient() {
      await channel().ask('delete-client', realm);
      confirm(!(await state()).clientExists, 'the client is still there');
      confirm(!(await accepts(relyingParty.clientSecret)), 'the client is still accepted');
    },
    async userIsEnabled(user) {
      confirm(
        users.some((each) => each.name === user),
        `there is no user named ${user}`,
      );
      return !(await state()).disabledUsers.includes(user);
    },
    async disableUser(user) {
      await channel().ask('disable-user', { ...realm, name: user });
      confirm((await state()).disabledUsers.includes(user), 'the user is still enabled');
    },
    async setPassword(user, password) {
      confirm(await channel().ask('set-password', { ...realm, name: user, password }), 'the new password does not sign in');
    },
    async endSessions(user) {
      await channel().ask('end-sessions', { ...realm, name: user });
      confirm(!(await state()).sessions.includes(user), 'the user still has a session');
    },
    async revert() {
      await channel().ask('revert', realm);
      const { asSeeded, signingKeyId } = await state();
      confirm(asSeeded, 'the realm is not as it was seeded');
      confirm((await publishedKeyIds(options)).join() === signingKeyId, 'other keys than the seeded one are published');
      confirm(await accepts(relyingParty.clientSecret), 'the seeded client secret is not accepted');
    },
  };
}
