/** A realm in use is put back when somebody changed it, and only then. */
import { expect, test } from 'vitest';
import type { Realm } from '../harness/idp/driver.ts';
import { realmInUse } from '../harness/world/realm-in-use.ts';

function realmWith(members: Record<string, unknown>, saml: Record<string, unknown> = {}): { realm: Realm; reverted: () => number } {
  let count = 0;
  const revert = async () => {
    count += 1;
  };
  const realm = { relyingParty: { clientId: 'c', clientSecret: 'first-secret' }, saml, revert, ...members } as unknown as Realm;
  return { realm, reverted: () => count };
}

test.each(['disableRealm', 'setClaim', 'removeUsers', 'rotateKeys', 'endSessions'] as const)('notes a change: %s', async (name) => {
  const { realm, reverted } = realmWith({ [name]: async () => 'done' });
  const { realm: watched, revertIfTouched } = realmInUse(realm);
  await revertIfTouched();
  expect(reverted()).toBe(0);
  expect(await (watched[name] as () => Promise<unknown>)()).toBe('done');
  await revertIfTouched();
  await revertIfTouched();
  expect(reverted()).toBe(1);
});

test('notes a change of SAML too, and a change that did not take', async () => {
  const failing = async () => {
    throw new Error('not taken');
  };
  const { realm, reverted } = realmWith({}, { sign: failing, certificatePem: async () => 'pem' });
  const { realm: watched, revertIfTouched } = realmInUse(realm);
  expect(await watched.saml.certificatePem()).toBe('pem');
  await revertIfTouched();
  expect(reverted()).toBe(0);
  await expect(watched.saml.sign('nothing')).rejects.toThrow('not taken');
  await revertIfTouched();
  expect(reverted()).toBe(1);
});

test('does not note what only looks', async () => {
  const { realm, reverted } = realmWith({ clientExists: async () => true, signingKey: async () => ({ keyId: 'k' }) });
  const { realm: watched, revertIfTouched } = realmInUse(realm);
  await watched.clientExists();
  await watched.signingKey();
  await revertIfTouched();
  expect(reverted()).toBe(0);
});

test('remembers every client secret that the realm ever had', async () => {
  const { realm } = realmWith({ rotateClientSecret: async () => 'second-secret' });
  const { realm: watched, secrets } = realmInUse(realm);
  await watched.rotateClientSecret();
  expect(secrets).toEqual(['first-secret', 'second-secret']);
});
