/** People sign out by SAML: either side ends what the other began (I-08, S8). */
import { expect, test } from 'vitest';
import {
  readForm,
  readLogoutRequest,
  readLogoutResponse,
  readRedirect,
  samlLogoutRequest,
  samlLogoutResponse,
  writeForm,
  writeRedirect,
} from '../fakes/saml/index.ts';
import { people } from '../harness/fixtures/fixtures.ts';
import { markersIn } from '../harness/tap/marker-search.ts';
import { fixtureMarkers } from '../harness/tap/markers.ts';
import { formTokenOn } from './form-token-on.ts';
import { entityId, idpEntityId, idpKey } from './saml-kit.ts';
import { configure, ourCertificate, ownSloUrl, signIn, signOnOf, sloUrl, stage, started, withSamlStage } from './saml-stage.ts';
import { loginHost } from './sso-stage.ts';

withSamlStage();

const logoutSpec = () => ({
  id: '_logout-1',
  issuer: idpEntityId,
  destination: ownSloUrl,
  nowMs: stage.clock.now(),
  nameId: 'G-ada',
  sessionIndexes: ['session-7'],
});
const targetOf = (address: string): string => new URL(address).pathname + new URL(address).search;

test.each(['redirect', 'form'] as const)(
  'the identity provider ends its session by a %s, without any cookie, and is told so',
  async (binding) => {
    const [person, carrier] = [stage.browser(), stage.browser()];
    await signIn(person);
    const xml = samlLogoutRequest(logoutSpec(), binding === 'form' ? idpKey : undefined);
    const sent = { to: ownSloUrl, field: 'SAMLRequest', xml, relayState: 'theirs' } as const;
    const reply =
      binding === 'form'
        ? await carrier.post(loginHost, '/saml/slo', writeForm(sent))
        : await carrier.get(loginHost, targetOf(writeRedirect(sent, idpKey)));
    expect(reply.code).toBe('allowed');
    const said = readRedirect(new URL(reply.location), ourCertificate);
    expect([readLogoutResponse(said.xml)?.inResponseTo, said.relayState]).toEqual(['_logout-1', 'theirs']);
    expect(new URL((await started(person)).location).host).toBe('idp.acme.test');
  },
);

test('who signs out here is taken to sign out there, and back', async () => {
  const person = stage.browser();
  await signIn(person);
  const asked = await person.get(loginHost, '/sign-out');
  const left = await person.post(loginHost, '/sign-out', { 'form-token': formTokenOn(asked.body) });
  const request = readLogoutRequest(readRedirect(new URL(left.location), ourCertificate).xml);
  expect(request).toMatchObject({ issuer: entityId, destination: sloUrl, nameId: 'G-ada', sessionIndexes: ['session-7'] });
  const spec = { id: '_answer-1', issuer: idpEntityId, destination: ownSloUrl, nowMs: stage.clock.now(), inResponseTo: request?.id ?? '' };
  const sent = { to: ownSloUrl, field: 'SAMLResponse', xml: samlLogoutResponse(spec), relayState: undefined } as const;
  const back = await person.get(loginHost, targetOf(writeRedirect(sent, idpKey)));
  expect([back.code, back.status, person.cookies.has(`${loginHost} __Host-saml`)]).toEqual(['allowed', 200, false]);
  expect(signOnOf(person)).toBeUndefined();
});

const emailAddress = 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress';
const unspecified = 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified';
const persistent = 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent';

test.each([
  [emailAddress, people.uma.email],
  [unspecified, people.uma.familyName],
  [persistent, people.uma.email],
] as const)('nobody’s name of the format %s leaves in an address: it is posted by a form (I-11)', async (nameIdFormat, nameId) => {
  const person = stage.browser();
  configure({ nameIdFormat });
  await signIn(person, { nameId, nameIdFormat });
  const asked = await person.get(loginHost, '/sign-out');
  const left = await person.post(loginHost, '/sign-out', { 'form-token': formTokenOn(asked.body) });
  const markers = fixtureMarkers.filter(({ whose }) => whose === 'uma');
  expect(markersIn(left.location, markers)).toEqual([]);
  expect([left.code, left.status, left.policy.includes(`form-action 'self' ${new URL(sloUrl).origin};`)]).toEqual(['allowed', 200, true]);
  const [, to, message] = /action="([^"]+)"><input type="hidden" name="SAMLRequest" value="([^"]+)">/.exec(left.body) ?? [];
  const request = readLogoutRequest(readForm({ SAMLRequest: message }, ourCertificate).xml);
  expect(to).toBe(sloUrl);
  expect(request).toMatchObject({ issuer: entityId, destination: sloUrl, nameId, sessionIndexes: ['session-7'] });
  expect(signOnOf(person)).toBeUndefined();
});
