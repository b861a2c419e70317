/** Whole sign-ins of the contract tests, and what can be asked of the browser that made one. */
import { connect } from 'node:net';
import { createLocalJWKSet, decodeProtectedHeader, importPKCS8, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import { expect } from 'vitest';
import { people, relyingParty } from '../../harness/fixtures/fixtures.ts';
import type { Realm, RunningIdp } from '../../harness/idp/driver.ts';
import { Agent, authorizationRequest, discover, exchange, passLoginForm, type SignInEnd } from './relying-party-over-http.ts';

export type SignedIn = { readonly agent: Agent; readonly claims: JWTPayload; readonly keyId: string | undefined };

export type Person = {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly givenName: string;
  readonly familyName: string;
};
export const uma: Person = { name: 'uma', ...people.uma };
export const nils: Person = { name: 'nils', ...people.nils };
/** The parameters with which the relying party was reached; throws when the way ended on a page. */
export const landed = (end: SignInEnd): URLSearchParams => {
  if (end.kind === 'page') throw new Error(`ended on a page that answered ${end.answer.status} instead of a redirect to the relying party`);
  return end.parameters;
};

/** What the realm publishes to verify its signatures with. */
export async function keySet(
  agent: Agent,
  realm: Realm,
): Promise<{ readonly ids: readonly string[]; readonly set: ReturnType<typeof createLocalJWKSet> }> {
  const answer = await agent.send(new URL((await discover(agent, realm)).jwks_uri ?? ''));
  const keys = JSON.parse(answer.body) as { readonly keys: { readonly kid: string }[] };
  return { ids: keys.keys.map((key) => key.kid), set: createLocalJWKSet(keys) };
}

/** The id of the key with which the harness can sign as the realm does; rejects unless the published keys verify such a signature. */
export async function signsAsPublished(idp: RunningIdp, realm: Realm): Promise<string> {
  const { keyId, algorithm, privateKeyPem } = await realm.signingKey();
  const key = await importPKCS8(privateKeyPem, algorithm);
  const token = await new SignJWT({ made: 'here' }).setProtectedHeader({ alg: algorithm, kid: keyId }).sign(key);
  await jwtVerify(token, (await keySet(new Agent(idp), realm)).set);
  return keyId;
}

type SignInOptions = { readonly person?: Person; readonly secret?: string; readonly now?: Date };

/** A whole sign-in in a new browser, its ID token verified as a relying party would. Rejects where it does not work. */
export async function signIn(idp: RunningIdp, realm: Realm, options: SignInOptions = {}): Promise<SignedIn> {
  const { person = uma, secret = relyingParty.clientSecret, now = new Date() } = options;
  const agent = new Agent(idp);
  const attempt = await authorizationRequest(agent, realm);
  const answer = landed(await passLoginForm(agent, attempt, person.name, person.password));
  expect({ state: answer.get('state'), iss: answer.get('iss') }).toEqual({ state: attempt.state, iss: realm.issuer.href });
  const { idToken } = await exchange(agent, realm, attempt, answer.get('code') ?? '', secret);
  const verified = await jwtVerify(idToken, (await keySet(agent, realm)).set, {
    issuer: realm.issuer.href,
    audience: relyingParty.clientId,
    clockTolerance: 2,
    currentDate: now,
  });
  expect(verified.payload.nonce).toBe(attempt.nonce);
  return { agent, claims: verified.payload, keyId: decodeProtectedHeader(idToken).kid };
}

/** Asks again in the same browser without a form: whether the session at the identity provider still lives. */
export async function sessionLives(signedIn: SignedIn, realm: Realm): Promise<boolean> {
  const again = landed(await signedIn.agent.follow((await authorizationRequest(signedIn.agent, realm, { prompt: 'none' })).url));
  if (again.get('code') !== null) return true;
  expect(again.get('error')).toBe('login_required');
  return false;
}

/** True when name and password lead to a page of the identity provider and not back to the relying party. */
export async function isRefused(
  idp: RunningIdp,
  realm: Realm,
  person: { readonly name: string; readonly password: string },
): Promise<boolean> {
  const agent = new Agent(idp);
  const end = await passLoginForm(agent, await authorizationRequest(agent, realm), person.name, person.password);
  return end.kind === 'page';
}

/** True when a TCP connection to the upstream is accepted (by the kernel at least). */
export const accepts = (idp: RunningIdp): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(idp.upstream()).on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
