/** What every driver promises of the changes that administrators make at keys, at people and at a realm as a whole: each shows, and is gone after `revert`. */
import { importPKCS8 } from 'jose';
import { expect, test } from 'vitest';
import { people } from '../../harness/fixtures/fixtures.ts';
import { attempt, claimsOf } from './attempt.ts';
import { refusedPage, type Stage } from './realm-changes.ts';
import { Agent, discover } from './relying-party-over-http.ts';
import { keySet, nils, uma } from './sign-in.ts';

export function keyContract(stage: Stage): void {
  test('rotates the signing key without overlap: the old one is published nowhere', async () => {
    const { idp, realm } = stage();
    const { keyId: seeded } = await realm.signingKey();
    const rotated = await realm.rotateKeys({ removeOldKeys: true });
    const { ids } = await keySet(new Agent(idp), realm);
    expect(ids).toContain(rotated);
    expect(ids).not.toContain(seeded);
    expect(await attempt(idp, realm)).toMatchObject({ kind: 'signed-in', header: { kid: rotated } });
    await realm.revert();
    expect((await realm.signingKey()).keyId).toBe(seeded);
    expect((await keySet(new Agent(idp), realm)).ids).toContain(seeded);
  });

  test('publishes a second key that does not sign', async () => {
    const { idp, realm } = stage();
    const { keyId } = await realm.signingKey();
    const second = await realm.addSecondActiveKey();
    expect((await keySet(new Agent(idp), realm)).ids).toEqual(expect.arrayContaining([keyId, second]));
    expect(await attempt(idp, realm)).toMatchObject({ header: { kid: keyId } });
  });

  test('gives a private key that is the certificate’s', async () => {
    const { realm } = stage();
    const { privateKeyPem } = await realm.signingKey();
    await importPKCS8(privateKeyPem, 'RS256');
    expect(await realm.saml.certificatePem()).toMatch(/^-----BEGIN CERTIFICATE-----\n/);
  });
}

export function userContract(stage: Stage): void {
  test('gives a person another subject, and the old one back', async () => {
    const { idp, realm } = stage();
    const { sub } = await claimsOf(idp, realm);
    const changed = await realm.changeSubject(uma.name);
    expect(changed).not.toBe(sub);
    expect(await claimsOf(idp, realm)).toMatchObject({ sub: changed, email: uma.email });
    await realm.revert();
    expect((await claimsOf(idp, realm)).sub).toBe(sub);
  });

  test('changes an e-mail address: to another, to none, to somebody else’s', async () => {
    const { idp, realm } = stage();
    await realm.changeEmail(uma.name, 'uma.elsewhere@acme.test');
    expect((await claimsOf(idp, realm)).email).toBe('uma.elsewhere@acme.test');
    await realm.changeEmail(uma.name, null);
    expect(await claimsOf(idp, realm)).not.toHaveProperty('email');
    await realm.changeEmail(uma.name, people.ada.email);
    expect((await claimsOf(idp, realm)).email).toBe(people.ada.email);
    await realm.revert();
    expect((await claimsOf(idp, realm)).email).toBe(uma.email);
    expect((await claimsOf(idp, realm, { person: { name: 'ada', ...people.ada } })).email).toBe(people.ada.email);
  });

  test('makes a user, with the e-mail address of somebody who is there already', async () => {
    const { idp, realm } = stage();
    const mallory = { name: 'mallory', email: people.ada.email, password: 'made-by-nobody-58' };
    const sub = await realm.createUser(mallory);
    expect(await claimsOf(idp, realm, { person: mallory })).toMatchObject({ sub, email: people.ada.email, preferred_username: 'mallory' });
    await realm.revert();
    expect(await attempt(idp, realm, { person: mallory })).toMatchObject({ kind: 'page' });
  });

  test('takes a person out of every group', async () => {
    const { idp, realm } = stage();
    await realm.removeFromGroups(nils.name);
    expect((await claimsOf(idp, realm, { person: nils })).groups ?? []).toEqual([]);
    await realm.revert();
    expect((await claimsOf(idp, realm, { person: nils })).groups).toHaveLength(people.nils.groups.length);
  });

  test('loses all its people, and gets them back as they were', async () => {
    const { idp, realm } = stage();
    const { sub } = await claimsOf(idp, realm);
    await realm.removeUsers();
    expect(await attempt(idp, realm)).toMatchObject({ kind: 'page', status: 200 });
    await realm.revert();
    expect((await claimsOf(idp, realm)).sub).toBe(sub);
  });
}

export function realmWideContract(stage: Stage): void {
  test('is disabled: discovery is answered, and nobody signs in', async () => {
    const { idp, realm } = stage();
    await realm.disableRealm();
    await discover(new Agent(idp), realm);
    expect(await attempt(idp, realm)).toMatchObject(refusedPage);
    await realm.revert();
    expect(await attempt(idp, realm)).toMatchObject({ kind: 'signed-in' });
  });

  test('is gone, as after a restart on an empty disk, and comes back as it was', async () => {
    const { idp, realm } = stage();
    const { sub } = await claimsOf(idp, realm);
    const { keyId } = await realm.signingKey();
    await realm.removeRealm();
    await expect(discover(new Agent(idp), realm)).rejects.toThrow('discovery answered 404');
    await realm.revert();
    expect((await claimsOf(idp, realm)).sub).toBe(sub);
    expect((await realm.signingKey()).keyId).toBe(keyId);
  });
}
