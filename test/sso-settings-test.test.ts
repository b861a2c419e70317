/** A test sign-in with a draft: judged by the same rules, once, for the draft as it is, and noticed by no live sign-in (C-03, C-07). */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { clientSecret } from './sso-idp.ts';
import { loginHost, oidcSettings, openSsoStage, type SsoStage } from './sso-stage.ts';

let stage: SsoStage;
beforeEach(async () => {
  stage = await openSsoStage();
});
afterEach(() => stage.close());

const wrongSecret = oidcSettings({ clientAuthentication: { method: 'client_secret_basic', secret: 'not-the-secret' } });
const askFor = (draft = stage.tests.draft()?.id ?? ''): string => {
  const { secret, effect } = stage.tests.beginTest(draft, 'u-ada');
  effect();
  return `/settings-test?attempt=${secret}`;
};
async function testSignIn(path = askFor()) {
  const person = stage.browser();
  const sent = await person.get(loginHost, path);
  if (sent.status !== 303) return { person, reply: sent };
  return { person, reply: await person.get(loginHost, `/callback?${stage.idp.authorize(new URL(sent.location))}`) };
}

test('who passes is noted with the draft and signed on nowhere', async () => {
  stage.settings = wrongSecret;
  stage.tests.saveDraft(oidcSettings(), 'u-ada');
  const { person, reply } = await testSignIn();
  expect([reply.status, reply.code]).toEqual([200, 'allowed']);
  expect(reply.body).toContain('href="https://admin.acme.isolated.test/idp-settings"');
  expect(stage.tests.draft()?.tests).toMatchObject([{ by: 'u-ada', ended: 'passed' }]);
  expect([...person.cookies.keys()].filter((name) => name.includes('__Host-sso'))).toEqual([]);
  expect(stage.records.at(-1)).toMatchObject({ event: 'sso.sign-in.completed', actor: 'u-ada', facts: { settingsTest: true } });
  expect((await stage.signIn()).code).toBe('sso.code-exchange.client-rejected');
});

test('a draft that does not work says so with the code of the rule, and live sign-ins go on', async () => {
  stage.tests.saveDraft(wrongSecret, 'u-ada');
  const { reply } = await testSignIn();
  expect([reply.status, reply.code]).toEqual([403, 'sso.code-exchange.client-rejected']);
  expect(reply.body).toContain('The test sign-in did not work');
  expect(stage.tests.draft()?.tests).toMatchObject([{ ended: 'refused', code: 'sso.code-exchange.client-rejected' }]);
  expect((await stage.signIn()).code).toBe('allowed');
});

test('a draft that leads nowhere is told before anybody is sent away', async () => {
  stage.tests.saveDraft(oidcSettings({ issuer: 'https://elsewhere.test/realms/acme' }), 'u-ada');
  const { reply } = await testSignIn();
  expect([reply.status, reply.code]).toEqual([403, 'sso.idp.endpoint-not-allowed']);
  expect(stage.tests.draft()?.tests).toMatchObject([{ ended: 'refused', code: 'sso.idp.endpoint-not-allowed' }]);
});

test.each<[string, () => string, string]>([
  ['a made-up link', () => '/settings-test?attempt=made-up', 'unknown'],
  ['no link at all', () => '/settings-test', 'unknown'],
  [
    'a link that is too old',
    () => {
      const path = askFor();
      stage.clock.advance(120_000);
      return path;
    },
    'too-late',
  ],
  [
    'a link for a draft that was changed',
    () => {
      const path = askFor();
      stage.tests.saveDraft(oidcSettings({ demandedAcr: ['gold'] }), 'u-ada');
      return path;
    },
    'draft-changed',
  ],
  [
    'a link for a draft that was thrown away',
    () => {
      const path = askFor();
      stage.tests.discardDraft();
      return path;
    },
    'draft-changed',
  ],
])('refuses %s', async (_name, path, reason) => {
  stage.tests.saveDraft(oidcSettings(), 'u-ada');
  expect((await testSignIn(path())).reply.code).toBe(`sso.settings-test.${reason}`);
});

test('a link begins one test', async () => {
  stage.tests.saveDraft(oidcSettings(), 'u-ada');
  const path = askFor();
  await stage.browser().get(loginHost, path);
  expect((await stage.browser().get(loginHost, path)).code).toBe('sso.settings-test.used');
});

test('the answer is taken in the browser that began, once, and proves nothing about a draft of after', async () => {
  stage.tests.saveDraft(oidcSettings(), 'u-ada');
  const person = stage.browser();
  const sent = await person.get(loginHost, askFor());
  const back = stage.idp.authorize(new URL(sent.location));
  expect((await stage.browser().get(loginHost, `/callback?${back}`)).code).toBe('sso.callback.of-another-browser');
  expect((await person.get(loginHost, `/callback?${back}`)).code).toBe('sso.callback.state-unknown');
  const second = stage.browser();
  const again = await second.get(loginHost, askFor());
  stage.tests.saveDraft(oidcSettings({ struckOutKeyIds: ['k-9'] }), 'u-ada');
  await second.get(loginHost, `/callback?${stage.idp.authorize(new URL(again.location))}`);
  expect(stage.tests.draft()?.tests).toEqual([]);
});

test('what a test remembers is kept apart: its metadata are not those of live sign-ins', async () => {
  stage.tests.saveDraft(oidcSettings(), 'u-ada');
  await testSignIn();
  const collections = (name: string) => stage.store.list(name).length;
  expect([collections('settings-test.sso.last-known-metadata'), collections('sso.last-known-metadata')]).toEqual([1, 0]);
  expect(JSON.stringify(stage.records)).not.toContain(clientSecret);
});
