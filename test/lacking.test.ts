/** Every need of a scenario has an answer: met where it can be met, and named where it cannot. */
import { expect, test } from 'vitest';
import { type Ground, lacking } from '../harness/run/lacking.ts';
import type { Need } from '../harness/scenario/scenario.ts';

const bare: Ground = { mode: 'wire', pageMemory: false, target: {}, idp: { driver: 'embedded' } };
const able: Ground = {
  mode: 'browser',
  pageMemory: true,
  target: {
    mailbox: { messages: async () => [] },
    issueRegistrationLink: async () => {},
    hrFeed: { publish: () => {} },
    names: { publish: () => {}, alias: () => {}, fallSilent: () => {} },
    startPage: { origin: new URL('https://start.test'), heard: () => [] },
    clock: { now: () => 0, hold: async () => {}, step: async () => {} },
    restart: async () => {},
    inside: {
      issuers: { 'user-context': '', 'break-glass-context': '' },
      signingKey: async () => ({ keyId: '', privateKeyPem: '' }),
      handOver: async () => ({ status: 200, reference: '' }),
    },
    saml: { signingCertificatePem: '', encryptionCertificatePem: '', signInBySaml: async () => {} },
    operations: {
      routes: async () => [],
      replaceRoutes: async () => ({ kind: 'unknown', why: '' }),
      doors: async () => [],
      knock: async () => ({ kind: 'unknown', why: '' }),
      shut: async () => {},
    },
  },
  idp: { driver: 'keycloak-jvm', hang: async () => async () => {}, clock: { shift: async () => async () => {} } },
};
const every: Readonly<Record<Need, true>> = {
  mailbox: true,
  'hr-feed': true,
  'name-server': true,
  'start-page': true,
  saml: true,
  clock: true,
  restart: true,
  inside: true,
  operations: true,
  browser: true,
  'page-memory': true,
  'idp-hang': true,
  'idp-clock': true,
  'long-lived-answers': true,
  keycloak: true,
};
const needs = Object.keys(every) as Need[];

test.each(needs)('%s is met where it can be, and named where it cannot', (need) => {
  expect(lacking([need], need === 'long-lived-answers' ? { ...able, idp: { ...able.idp, driver: 'embedded' } } : able)).toBeUndefined();
  expect(lacking([need], need === 'long-lived-answers' ? able : bare)).toEqual({ lacks: need, detail: expect.stringMatching(/\w+ \w+/) });
});

test('nothing is lacking for a scenario that needs nothing, and the first of several is named', () => {
  expect(lacking([], bare)).toBeUndefined();
  expect(lacking(['browser', 'restart'], { ...bare, mode: 'browser' })).toMatchObject({ lacks: 'restart' });
});

test('a mailbox is of no use without whoever mails a link', () => {
  const { issueRegistrationLink: _, ...others } = able.target;
  expect(lacking(['mailbox'], { ...able, target: others })).toMatchObject({ lacks: 'mailbox' });
});
