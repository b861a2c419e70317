/** What every driver promises of the changes that administrators make at relying parties and claims of OpenID Connect: each shows, and is gone after `revert`. */
import { decodeJwt, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { expect, test } from 'vitest';
import { acrValues, launchpadClient, otherRelyingParty, people, relyingParty } from '../../harness/fixtures/fixtures.ts';
import type { Realm, RunningIdp } from '../../harness/idp/driver.ts';
import { valueOfType } from '../../harness/idp/realm-changes.ts';
import { attempt, claimsOf } from './attempt.ts';
import { Agent, authorizationRequest, discover, exchange, passLoginForm } from './relying-party-over-http.ts';
import { landed, nils, uma } from './sign-in.ts';

export type Stage = () => { readonly idp: RunningIdp; readonly realm: Realm };

/** Registers the tests of clients and claims. Whoever calls reverts the realm after each. */
export function realmChangesContract(stage: Stage): void {
  clientContract(stage);
  claimContract(stage);
}

export const refusedPage = { kind: 'page', status: expect.toSatisfy((status: number) => status >= 400 && status < 500) };

function clientContract(stage: Stage): void {
  test('disables the client', async () => {
    const { idp, realm } = stage();
    await realm.disableClient();
    expect(await attempt(idp, realm)).toMatchObject(refusedPage);
    await realm.revert();
    expect(await attempt(idp, realm)).toMatchObject({ kind: 'signed-in' });
  });

  test('removes the redirect URI, or registers another', async () => {
    const { idp, realm } = stage();
    await realm.removeRedirectUri();
    expect(await attempt(idp, realm)).toMatchObject(refusedPage);
    const other = 'https://login.acme.isolated.test/elsewhere';
    await realm.setRedirectUri(other);
    expect(await attempt(idp, realm)).toMatchObject(refusedPage);
    const agent = new Agent(idp);
    const request = await authorizationRequest(agent, realm, { redirect_uri: other });
    expect(landed(await passLoginForm(agent, request, uma.name, uma.password)).get('code')).toEqual(expect.any(String));
  });

  test('authenticates the client by what was set, and by nothing else', async () => {
    const { idp, realm } = stage();
    const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
    await realm.introduceRelyingParty({ jwks: { keys: [{ ...(await exportJWK(publicKey)), kid: 'ours', alg: 'RS256', use: 'sig' }] } });
    const { token_endpoint: endpoint = '' } = await discover(new Agent(idp), realm);
    const assertion = await new SignJWT({})
      .setProtectedHeader({ alg: 'RS256', kid: 'ours' })
      .setIssuer(relyingParty.clientId)
      .setSubject(relyingParty.clientId)
      .setAudience(realm.issuer.href)
      .setJti(crypto.randomUUID())
      .setIssuedAt()
      .setExpirationTime('1m')
      .sign(privateKey);
    const ways = {
      basic: {
        authorization: `Basic ${Buffer.from(`${relyingParty.clientId}:${relyingParty.clientSecret}`).toString('base64')}`,
        form: {},
      },
      post: { form: { client_id: relyingParty.clientId, client_secret: relyingParty.clientSecret } },
      jwt: {
        form: {
          client_id: relyingParty.clientId,
          client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
          client_assertion: assertion,
        },
      },
    } as const;
    const accepted = async (way: keyof typeof ways): Promise<boolean> => {
      const grant = {
        grant_type: 'authorization_code',
        code: 'nobodys',
        redirect_uri: relyingParty.redirectUri,
        code_verifier: 'v'.repeat(43),
      };
      const { form, ...rest } = ways[way];
      const answer = await new Agent(idp).send(new URL(endpoint), { method: 'POST', ...rest, form: { ...grant, ...form } });
      return (JSON.parse(answer.body) as { error: string }).error === 'invalid_grant';
    };
    const all = async () => ({ basic: await accepted('basic'), post: await accepted('post'), jwt: await accepted('jwt') });
    expect(await all()).toEqual({ basic: true, post: false, jwt: false });
    await realm.setClientAuthentication('client_secret_post');
    expect(await all()).toEqual({ basic: false, post: true, jwt: false });
    await realm.setClientAuthentication('private_key_jwt');
    expect(await all()).toEqual({ basic: false, post: false, jwt: true });
  });

  test('tells the browser to call the front channel at logout, where it can be told to', async ({ skip }) => {
    const { idp, realm } = stage();
    if (!realm.useFrontChannelLogout) return skip('it knows no front channel');
    await realm.useFrontChannelLogout();
    const agent = new Agent(idp);
    const request = await authorizationRequest(agent, realm);
    const code = landed(await passLoginForm(agent, request, uma.name, uma.password)).get('code') ?? '';
    const { idToken } = await exchange(agent, realm, request, code, relyingParty.clientSecret);
    const endSession = new URL((await discover(agent, realm)).end_session_endpoint ?? '');
    endSession.searchParams.set('id_token_hint', idToken);
    const end = await agent.follow(endSession);
    const page = end.kind === 'page' ? end.answer.body.replaceAll('&amp;', '&') : '';
    const [, query = ''] = page.split(`${relyingParty.frontChannelLogoutUri}?`);
    const { iss, sid } = decodeJwt(idToken);
    expect(query).toContain(`sid=${sid}`);
    expect(query).toContain(`iss=${encodeURIComponent(iss ?? '')}`);
  });

  test('asks for consent, and does not send people back before they gave it', async () => {
    const { idp, realm } = stage();
    await realm.forceConsent();
    expect(await attempt(idp, realm)).toMatchObject({ kind: 'page', status: 200 });
  });

  test.each([0, 1, 7])('gives tokens a lifetime of %i s', async (seconds) => {
    const { idp, realm } = stage();
    await realm.setTokenLifetime(seconds);
    const { exp = 0, iat = 0 } = await claimsOf(idp, realm);
    expect(exp - iat).toBe(seconds);
  });

  test.each(['PS256', 'ES256', 'HS256'] as const)('signs ID tokens with %s', async (algorithm) => {
    const { idp, realm } = stage();
    await realm.setSigningAlgorithm(algorithm);
    expect(await attempt(idp, realm)).toMatchObject({ kind: 'signed-in', header: { alg: algorithm } });
  });

  test('encrypts ID tokens to nobody', async () => {
    const { idp, realm } = stage();
    await realm.encryptIdTokens();
    expect(await attempt(idp, realm)).toMatchObject({ kind: 'unreadable', header: { alg: 'RSA-OAEP', enc: 'A256GCM' } });
  });

  test('knows the launchpad as a public client, and another relying party', async () => {
    const { idp, realm } = stage();
    const codeFor = async (client: { clientId: string; redirectUri: string }) => {
      const agent = new Agent(idp);
      const asked = { client_id: client.clientId, redirect_uri: client.redirectUri, scope: 'openid' };
      const request = await authorizationRequest(agent, realm, asked);
      const code = landed(await passLoginForm(agent, request, uma.name, uma.password)).get('code') ?? '';
      return { agent, request, code };
    };
    const { agent, request, code } = await codeFor(launchpadClient);
    const { token_endpoint: endpoint = '' } = await discover(agent, realm);
    const form = {
      grant_type: 'authorization_code',
      code,
      redirect_uri: launchpadClient.redirectUri,
      code_verifier: request.verifier,
      client_id: launchpadClient.clientId,
    };
    const answer = await agent.send(new URL(endpoint), { method: 'POST', form, origin: launchpadClient.webOrigin });
    expect(answer).toMatchObject({ status: 200, headers: { 'access-control-allow-origin': launchpadClient.webOrigin } });
    // Whatever a script of the page can carry away names nobody.
    const { id_token: idToken, access_token: accessToken } = JSON.parse(answer.body) as Record<string, string>;
    for (const token of [idToken, accessToken])
      expect(Buffer.from(token?.split('.')[1] ?? '', 'base64url').toString()).not.toContain(uma.email);
    expect((await codeFor(otherRelyingParty)).code).not.toBe('');
  });
}

function claimContract(stage: Stage): void {
  test('gives the claims of the person: groups, department and title among them', async () => {
    const { idp, realm } = stage();
    const { department, title, groups } = people.nils;
    expect(await claimsOf(idp, realm, { person: nils })).toMatchObject({
      department,
      title,
      groups: expect.toSatisfy((got: string[]) => got.toSorted().join() === groups.toSorted().join()),
    });
  });

  test('tells the truth about how somebody signed in', async () => {
    const { idp, realm } = stage();
    expect(await attempt(idp, realm)).toMatchObject({ usedCode: false, claims: { acr: acrValues.password } });
    const agent = new Agent(idp);
    const asked = { change: { acr_values: acrValues.twoFactors } };
    expect(await attempt(idp, realm, { agent })).toMatchObject({ usedCode: false });
    expect(await attempt(idp, realm, { ...asked, agent })).toMatchObject({ usedCode: true, claims: { acr: acrValues.twoFactors } });
    expect(await attempt(idp, realm, { ...asked, agent })).toMatchObject({ usedCode: false, claims: { acr: acrValues.twoFactors } });
    const essential = { id_token: { acr: { essential: true, values: [acrValues.twoFactors] } } };
    expect(await attempt(idp, realm, { change: { claims: JSON.stringify(essential) } })).toMatchObject({
      usedCode: true,
      claims: { acr: acrValues.twoFactors },
    });
  });

  test.each([
    ['missing', true, undefined],
    ['not-honoured', false, acrValues.password],
    ['untrue', false, acrValues.twoFactors],
  ] as const)('says of two factors what it is set to: %s', async (how, usedCode, acr) => {
    const { idp, realm } = stage();
    await realm.setAcr(how);
    const outcome = await attempt(idp, realm, { change: { acr_values: acrValues.twoFactors } });
    expect(outcome).toMatchObject({ kind: 'signed-in', usedCode });
    expect(outcome.kind === 'signed-in' && outcome.claims.acr).toBe(acr);
  });

  test.each(['email', 'profile'] as const)('loses the scope %s', async (scope) => {
    const { idp, realm } = stage();
    await realm.removeScope(scope);
    expect(await attempt(idp, realm)).toEqual({ kind: 'error', error: 'invalid_scope' });
    await realm.revert();
    expect(await attempt(idp, realm)).toMatchObject({ kind: 'signed-in' });
  });

  test.each(['email', 'email_verified', 'given_name', 'groups', 'department'] as const)(
    'loses the claim %s, or renames it',
    async (claim) => {
      const { idp, realm } = stage();
      const honest = (await claimsOf(idp, realm))[claim];
      await realm.removeClaim(claim);
      expect(await claimsOf(idp, realm)).not.toHaveProperty(claim);
      await realm.revert();
      await realm.renameClaim(claim, 'something_else');
      const renamed = await claimsOf(idp, realm);
      expect(renamed).not.toHaveProperty(claim);
      expect(renamed.something_else).toEqual(honest);
      await realm.revert();
      expect((await claimsOf(idp, realm))[claim]).toEqual(honest);
    },
  );

  test.each(['text', 'number', 'list', 'object'] as const)('gives a claim another type: %s', async (type) => {
    const { idp, realm } = stage();
    await realm.setClaimType('email', type);
    expect((await claimsOf(idp, realm)).email).toEqual(valueOfType[type]);
  });

  test('says of everybody what it is set to say: null, another person’s address, another subject', async () => {
    const { idp, realm } = stage();
    await realm.setClaim('email', null);
    expect((await claimsOf(idp, realm)).email).toBeNull();
    await realm.revert();
    await realm.setClaim('email', people.ada.email);
    await realm.setClaim('sub', 'somebody-else');
    expect(await claimsOf(idp, realm)).toMatchObject({ email: people.ada.email, sub: 'somebody-else' });
  });
}
