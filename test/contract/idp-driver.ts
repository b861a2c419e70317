/** What every identity provider driver promises, as tests: call the one function from a test file of the driver, and the same claims are judged on it. */
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jwtVerify } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { hosts, publicIdpOrigin, relyingParty } from '../../harness/fixtures/fixtures.ts';
import type { IdpDriver, Realm, RunningIdp } from '../../harness/idp/driver.ts';
import { type OpenLease, openLease } from '../../harness/lease/index.ts';
import { type BackChannel, openBackChannel } from './back-channel-listener.ts';
import { keyContract, realmWideContract, userContract } from './key-and-user-changes.ts';
import { realmChangesContract } from './realm-changes.ts';
import { Agent, type Attempt, authorizationRequest, discover, exchange, passLoginForm } from './relying-party-over-http.ts';
import { samlRealmContract } from './saml-realm.ts';
import { accepts, isRefused, keySet, landed, nils, sessionLives, signIn, signsAsPublished, uma } from './sign-in.ts';

export type ContractOptions = {
  /** Where the driver may keep what it prepares between runs. Default: a folder of its own below the temporary folder, kept. */
  readonly cacheFolder?: string;
  /** The address on which the exit listens, when the identity provider cannot reach 127.0.0.1 of this machine. */
  readonly exitHost?: string;
  /** For the first start, preparation included. Default 600 000. */
  readonly startTimeoutMs?: number;
  /** For every other claim. Default 60 000. */
  readonly claimTimeoutMs?: number;
  readonly image?: string;
};

/** Registers the tests. One identity provider with two realms serves all of them; each claim ends with the realm reverted. */
export function idpDriverContract(driver: IdpDriver, options: ContractOptions = {}): void {
  const { startTimeoutMs = 600_000, claimTimeoutMs = 60_000 } = options;
  describe(`the contract of an identity provider driver: ${driver.name}`, { timeout: claimTimeoutMs }, () => {
    let lease: OpenLease;
    let backChannel: BackChannel;
    let idp: RunningIdp;
    let realm: Realm;
    let other: Realm;

    beforeAll(async () => {
      const cacheFolder = options.cacheFolder ?? join(tmpdir(), `tempered-contract-cache-${process.getuid?.() ?? 'user'}`);
      await mkdir(cacheFolder, { recursive: true });
      lease = await openLease({ cacheFolder });
      backChannel = await openBackChannel(hosts.login, options.exitHost);
      const authorityPemFile = join(lease.runFolder, 'authority.pem');
      await writeFile(authorityPemFile, backChannel.authorityPem);
      idp = await driver.start({
        publicOrigin: new URL(publicIdpOrigin),
        realms: 2,
        seed: 7,
        exit: backChannel.exit,
        authorityPemFile,
        runFolder: lease.runFolder,
        cacheFolder,
        ...(options.image === undefined ? {} : { image: options.image }),
        lease,
        progress: () => {},
      });
      [realm, other] = await Promise.all([idp.realm(1), idp.realm(2)]);
    }, startTimeoutMs);

    // Nobody changes the other one.
    afterEach(() => realm.revert(), claimTimeoutMs);

    afterAll(async () => {
      await idp?.stop();
      await backChannel?.close();
      await lease?.close();
    }, claimTimeoutMs);

    test('says that it is usable, in under two seconds', async () => {
      const before = performance.now();
      expect(await driver.usable(options.image === undefined ? {} : { image: options.image })).toMatchObject({ yes: true });
      expect(performance.now() - before).toBeLessThan(2_000);
    });

    test('names its realms by their public origin, whoever asks', async () => {
      for (const [each, name] of [
        [realm, 'w1'],
        [other, 'w2'],
      ] as const) {
        const document = await discover(new Agent(idp), each);
        expect(each.name).toBe(name);
        expect(document.issuer).toBe(`${publicIdpOrigin}/realms/${name}`);
        expect(each.issuer.href).toBe(document.issuer);
        for (const endpoint of ['authorization_endpoint', 'token_endpoint', 'jwks_uri', 'end_session_endpoint'])
          expect(document[endpoint]).toMatch(new RegExp(`^${publicIdpOrigin}/realms/${name}/`));
      }
      expect(await idp.answers()).toBe(true);
    });

    test('signs a person in by code flow with PKCE, and vouches for who they are', async () => {
      const { claims } = await signIn(idp, realm);
      expect(claims).toMatchObject({
        email: uma.email,
        email_verified: true,
        preferred_username: uma.name,
        given_name: uma.givenName,
        family_name: uma.familyName,
        sid: expect.any(String),
        auth_time: expect.any(Number),
      });
      expect(claims.sub).toMatch(/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/);
      expect((await signIn(idp, realm)).claims.sub).toBe(claims.sub);
      const known = realm.users.find((user) => user.name === uma.name);
      expect(known).toMatchObject({ email: uma.email, password: uma.password });
      if (known?.subject !== undefined) expect(claims.sub).toBe(known.subject);
    });

    test('takes the e-mail address for the name too', async () => {
      expect((await signIn(idp, realm, { person: { ...uma, name: uma.email } })).claims.preferred_username).toBe(uma.name);
    });

    test('refuses a wrong password', async () => {
      expect(await isRefused(idp, realm, { name: uma.name, password: `${uma.password}-not` })).toBe(true);
    });

    test('refuses a request without PKCE, and one for another redirect URI', async () => {
      const agent = new Agent(idp);
      const bare = await agent.follow(
        (await authorizationRequest(agent, realm, { code_challenge: null, code_challenge_method: null })).url,
      );
      expect(landed(bare).get('error')).toBe('invalid_request');
      const stray = await agent.follow(
        (await authorizationRequest(agent, realm, { redirect_uri: `${relyingParty.redirectUri}/more` })).url,
      );
      expect(stray).toMatchObject({ kind: 'page', answer: { status: 400 } });
    });

    test('gives tokens for a code once, and only to who knows the verifier', async () => {
      const agent = new Agent(idp);
      const attempt = await authorizationRequest(agent, realm);
      const code = landed(await passLoginForm(agent, attempt, uma.name, uma.password)).get('code') ?? '';
      await exchange(agent, realm, attempt, code, relyingParty.clientSecret);
      await expect(exchange(agent, realm, attempt, code, relyingParty.clientSecret)).rejects.toThrow('invalid_grant');
      const second: Attempt = await authorizationRequest(agent, realm);
      const fresh = landed(await agent.follow(second.url)).get('code') ?? '';
      const guess = { ...second, verifier: attempt.verifier };
      await expect(exchange(agent, realm, guess, fresh, relyingParty.clientSecret)).rejects.toThrow('invalid_grant');
    });

    test('rotates the client secret: the new one works, the old one is dead, and reverting brings it back', async () => {
      expect(await realm.clientSecretIsAccepted(relyingParty.clientSecret)).toBe(true);
      expect(await realm.clientSecretIsAccepted('never-was-one')).toBe(false);
      const secret = await realm.rotateClientSecret();
      expect(secret).not.toBe(relyingParty.clientSecret);
      expect(await realm.clientSecretIsAccepted(secret)).toBe(true);
      expect(await realm.clientSecretIsAccepted(relyingParty.clientSecret)).toBe(false);
      await expect(signIn(idp, realm)).rejects.toThrow(/token endpoint: (invalid_client|unauthorized_client)/);
      expect((await signIn(idp, realm, { secret })).claims.email).toBe(uma.email);
      expect(await other.clientSecretIsAccepted(relyingParty.clientSecret)).toBe(true);
      await realm.revert();
      expect(await realm.clientSecretIsAccepted(relyingParty.clientSecret)).toBe(true);
      expect(await realm.clientSecretIsAccepted(secret)).toBe(false);
    });

    test('rotates the signing key: the next token carries it, the key set shows it, and reverting brings the seeded one back', async () => {
      const { keyId: seeded } = await signIn(idp, realm);
      const rotated = await realm.rotateKeys();
      expect(rotated).not.toBe(seeded);
      expect((await keySet(new Agent(idp), realm)).ids).toContain(rotated);
      expect((await signIn(idp, realm)).keyId).toBe(rotated);
      await realm.revert();
      expect((await signIn(idp, realm)).keyId).toBe(seeded);
      expect((await keySet(new Agent(idp), realm)).ids).not.toContain(rotated);
    });

    test('gives the private key that signs right now: what it signs verifies by the published keys', async () => {
      const seeded = await signsAsPublished(idp, realm);
      const rotated = await realm.rotateKeys();
      expect(await signsAsPublished(idp, realm)).toBe(rotated);
      await realm.revert();
      expect(await signsAsPublished(idp, realm)).toBe(seeded);
    });

    test('deletes the client: nobody is sent back to it, and reverting brings it back', async () => {
      expect(await realm.clientExists()).toBe(true);
      await realm.deleteClient();
      expect(await realm.clientExists()).toBe(false);
      expect(await realm.clientSecretIsAccepted(relyingParty.clientSecret)).toBe(false);
      const agent = new Agent(idp);
      const end = await agent.follow((await authorizationRequest(agent, realm)).url);
      expect(end.kind === 'page' && end.answer.status >= 400 && end.answer.status < 500).toBe(true);
      await realm.revert();
      expect(await realm.clientExists()).toBe(true);
      await signIn(idp, realm);
    });

    test('disables one user and no other', async () => {
      expect(await realm.userIsEnabled(uma.name)).toBe(true);
      await realm.disableUser(uma.name);
      expect(await realm.userIsEnabled(uma.name)).toBe(false);
      expect(await isRefused(idp, realm, uma)).toBe(true);
      expect((await signIn(idp, realm, { person: nils })).claims.email).toBe(nils.email);
      await realm.revert();
      expect(await realm.userIsEnabled(uma.name)).toBe(true);
      await signIn(idp, realm);
    });

    test('ends the sessions of one user, and tells the relying party by its back channel through the exit', async () => {
      const umas = await signIn(idp, realm);
      const nilss = await signIn(idp, realm, { person: nils });
      expect(await sessionLives(umas, realm)).toBe(true);
      const arriving = backChannel.nextLogoutToken(20_000);
      await realm.endSessions(uma.name);
      const logout = await jwtVerify(await arriving, (await keySet(umas.agent, realm)).set, {
        issuer: realm.issuer.href,
        audience: relyingParty.clientId,
      });
      expect(logout.payload).toMatchObject({
        sub: umas.claims.sub,
        sid: umas.claims.sid,
        events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
      });
      expect(backChannel.asked.at(-1)).toBe(`${hosts.login}:443`);
      expect(await sessionLives(umas, realm)).toBe(false);
      expect(await sessionLives(nilss, realm)).toBe(true);
    });

    test('ends every session when it is reverted', async () => {
      const signedIn = await signIn(idp, realm);
      await realm.revert();
      expect(await sessionLives(signedIn, realm)).toBe(false);
    });

    test('hangs: connections are accepted and nothing is answered, until it is undone', async ({ skip }) => {
      if (idp.hang === undefined) return skip('this driver cannot hang on this machine');
      const undo = await idp.hang();
      try {
        expect(await accepts(idp)).toBe(true);
        expect(await idp.answers()).toBe(false);
      } finally {
        await undo();
      }
      expect(await idp.answers()).toBe(true);
      await signIn(idp, realm);
    });

    const stage = () => ({ idp, realm });
    realmChangesContract(stage);
    keyContract(stage);
    userContract(stage);
    realmWideContract(stage);
    samlRealmContract(stage);

    test('shifts its clock, tokens included, until it is undone', async ({ skip }) => {
      if (idp.clock === undefined) return skip('this driver has no clock to shift');
      const undo = await idp.clock.shift(7_200);
      try {
        const { claims } = await signIn(idp, realm, { now: new Date(Date.now() + 7_200_000) });
        expect(Math.abs((claims.iat ?? 0) - (Date.now() / 1000 + 7_200))).toBeLessThan(30);
      } finally {
        await undo();
      }
      expect(Math.abs(((await signIn(idp, realm)).claims.iat ?? 0) - Date.now() / 1000)).toBeLessThan(30);
    });

    test('is gone when it is killed, and comes back as it was seeded', { timeout: startTimeoutMs }, async () => {
      const { keyId, claims } = await signIn(idp, realm);
      await realm.rotateClientSecret();
      await realm.disableUser(nils.name);
      await idp.kill();
      expect(await accepts(idp)).toBe(false);
      expect(await idp.answers()).toBe(false);
      await idp.restart();
      expect(await idp.answers()).toBe(true);
      expect(await realm.clientSecretIsAccepted(relyingParty.clientSecret)).toBe(true);
      expect(await realm.userIsEnabled(nils.name)).toBe(true);
      const again = await signIn(idp, realm);
      expect({ keyId: again.keyId, sub: again.claims.sub }).toEqual({ keyId, sub: claims.sub });
    });

    test('stops, and starts again', { timeout: startTimeoutMs }, async () => {
      await idp.stop();
      expect(await accepts(idp)).toBe(false);
      expect(await idp.answers()).toBe(false);
      await idp.restart();
      await signIn(idp, realm);
    });
  });
}
