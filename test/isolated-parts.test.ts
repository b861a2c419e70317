/** Small promises of the isolated cloud's own parts: settings that cannot be read, and roles that no claim grants (S10, S12). */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDirectory } from '../system/isolated/directory/index.ts';
import { idpSettingsInForce } from '../system/isolated/idp-settings/index.ts';
import { releasedIsolatedPolicy } from '../system/isolated/policy.ts';
import { clientKeysIn } from '../system/isolated/sso/index.ts';
import type { OidcSettings } from '../system/kernel/idp-settings.ts';
import { policyDigest } from '../system/kernel/policy-digest.ts';
import { sqliteStore } from '../system/kernel/store.ts';
import { manualClock, systemRandom } from './manual-ports.ts';

const settings: OidcSettings = {
  protocol: 'oidc',
  issuer: 'https://idp.acme.test/realms/acme',
  clientId: 'tempered',
  clientAuthentication: { method: 'client_secret_basic', secret: 'a-secret' },
  idTokenAlgorithm: 'RS256',
  demandedAcr: [],
  struckOutKeyIds: [],
};

test.each([
  ['cut off', '{"issuer":"https://idp.acme'],
  ['empty', ''],
  ['another shape', '{"issuer":7}'],
  ['a list', '[]'],
  ['with something more', JSON.stringify({ ...settings, more: 1 })],
  ['without a secret', JSON.stringify({ ...settings, clientAuthentication: { method: 'client_secret_basic', secret: '' } })],
])('settings that are %s count as not set', async (_name, text) => {
  const folder = await mkdtemp(join(tmpdir(), 'tempered-settings-'));
  const store = sqliteStore(join(folder, 'settings.sqlite'));
  try {
    const kept = idpSettingsInForce(store);
    kept.save(settings);
    expect(kept.current()).toEqual(settings);
    const database = new DatabaseSync(join(folder, 'settings.sqlite'));
    database.prepare('UPDATE item SET value = ?').run(text);
    database.close();
    expect(kept.current()).toBeUndefined();
  } finally {
    store.close();
    await rm(folder, { recursive: true });
  }
});

test('a client key whose text was damaged is replaced, and nothing else stops', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tempered-client-key-'));
  const store = sqliteStore(join(folder, 'identity.sqlite'));
  try {
    const [first] = (await clientKeysIn(store).published()).keys;
    const database = new DatabaseSync(join(folder, 'identity.sqlite'));
    database.prepare('UPDATE item SET value = \'{"kty":"EC\'').run();
    database.close();
    const [second] = (await clientKeysIn(store).published()).keys;
    expect(second?.kid).toEqual(expect.stringMatching(/^[\w-]{43}$/));
    expect(second?.kid).not.toBe(first?.kid);
  } finally {
    store.close();
    await rm(folder, { recursive: true });
  }
});

test('two identities are never one person, however their parts are cut', () => {
  const part = fc.string({ unit: fc.constantFrom('a', '"', ',', '[', ']', '\\', ' '), maxLength: 4 });
  fc.assert(
    fc.property(fc.tuple(part, part), fc.tuple(part, part), ([issuer, idpSubject], [otherIssuer, otherSubject]) => {
      const directory = createDirectory({ store: sqliteStore(':memory:'), random: systemRandom, clock: manualClock(0) });
      const one = directory.subjectOf({ issuer, idpSubject });
      const other = directory.subjectOf({ issuer: otherIssuer, idpSubject: otherSubject });
      expect(one === other).toBe(issuer === otherIssuer && idpSubject === otherSubject);
    }),
  );
});

test('an org admin is who the directory says, and nobody else', () => {
  const directory = createDirectory({ store: sqliteStore(':memory:'), random: systemRandom, clock: manualClock(0) });
  const ada = { issuer: settings.issuer, idpSubject: 'ada' };
  directory.grant(ada, 'org-admin');
  expect(directory.isOrgAdmin(directory.subjectOf(ada))).toBe(true);
  expect(directory.isOrgAdmin(directory.subjectOf({ ...ada, issuer: 'https://idp.initech.test' }))).toBe(false);
  for (const subject of ['', 'ada', 'org-admin']) expect(directory.isOrgAdmin(subject)).toBe(false);
});

test('a policy in which one rule is missing, moved or changed has another digest', () => {
  const released = policyDigest(releasedIsolatedPolicy);
  const rules = releasedIsolatedPolicy.ingress.request;
  const changed = [
    rules.slice(1),
    rules.toReversed(),
    rules.with(0, { code: 'ingress.request.target-not-canonical', cites: ['I-10'], holds: () => true }),
  ];
  for (const request of changed)
    expect(policyDigest({ ...releasedIsolatedPolicy, ingress: { ...releasedIsolatedPolicy.ingress, request } })).not.toBe(released);
  expect(policyDigest(releasedIsolatedPolicy)).toBe(released);
});
