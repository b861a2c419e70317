/** Every deviation of a SAML response meets the code that it names, and its honest twin none; and the page that takes a response along is changed in its form alone. */
import { expect, test } from 'vitest';
import { answerForOneUse, honestSamlAnswer, type SamlAnswer, type SamlKit } from '../fakes/deviations/saml-responses/response.ts';
import { elementIn, NothingToChange, withAttribute, withoutElement } from '../fakes/deviations/saml-responses/text.ts';
import { samlResponseDeviations } from '../fakes/deviations/saml-responses.ts';
import { passwordOverTls } from '../fakes/saml/index.ts';
import { samlFormIn, withSamlForm } from '../harness/fault-proxy/rewriting/saml-form.ts';
import { type Circumstances, honest, idpKey, judged, nowMs, otherKeys, relayState } from './saml-kit.ts';

const answer: SamlAnswer = { xml: await honest(), relayState };
const elsewhere: SamlAnswer = { xml: await honest({ inResponseTo: '_of-somebody-else' }), relayState: 'rs-of-somebody-else' };
const kit: SamlKit = {
  key: idpKey,
  stranger: otherKeys.signing,
  nowMs,
  ofSomebodyElse: elsewhere,
  used: honestSamlAnswer(answer, { key: idpKey }),
  usedOnce: answerForOneUse(answer, { key: idpKey }),
};

/** What the honest twin meets as well. */
const demands: Readonly<Record<string, NonNullable<Circumstances['settings']>>> = {
  'whose-envelope-is-not-signed': { profile: { signedResponsesOnly: true } },
  'of-a-weaker-context': { demandedAuthnContext: [passwordOverTls] },
  'of-an-old-sign-in': { profile: { forceAuthn: true } },
};

test('the honest twin is accepted, whatever is demanded', async () => {
  const { xml } = honestSamlAnswer(answer, kit);
  for (const settings of [{}, ...Object.values(demands)]) expect((await judged(xml, { settings })).code).toBe('allowed');
});

test.each(Object.entries(samlResponseDeviations))('a SAML response %s meets its code', async (name, deviation) => {
  const brought = new Set<string>();
  if ('needs' in deviation && deviation.needs !== 'ofSomebodyElse') await judged(kit[deviation.needs].xml, { brought });
  const made: SamlAnswer & { readonly encoded?: string } = deviation.make(answer, kit);
  const given: Circumstances = {
    settings: demands[name] ?? {},
    relayState: made.relayState,
    brought,
    ...(made.encoded === undefined ? {} : { asSent: made.encoded }),
  };
  const { code } = await judged(made.xml, given);
  // Without the store of the service the attempt of somebody else is one that nobody made.
  expect(code).toBe(made === elsewhere ? 'sso.saml-response.in-response-to-other' : deviation.refusedWith);
});

test('there are at least forty-five without variants, with the eight forms of wrapping among them', () => {
  const all = Object.values(samlResponseDeviations);
  expect(all.filter((each) => !('variantOf' in each)).length).toBeGreaterThanOrEqual(45);
  expect(all.filter(({ breaks }) => breaks.includes('(wrapping, form')).length).toBe(8);
});

test('an edit that finds nothing to change throws', () => {
  expect(() => elementIn(answer.xml, 'saml:Advice')).toThrow(NothingToChange);
  expect(() => withoutElement('saml:Advice')(answer.xml)).toThrow(NothingToChange);
  expect(() => withAttribute('saml:Conditions', 'ID', undefined)(answer.xml)).toThrow(NothingToChange);
});

const page = (fields: string): string => `<!doctype html><title>On</title><form method="post" action="https://x.test/">${fields}</form>`;

test.each([
  [
    'as the embedded one writes it',
    '<input type="hidden" name="SAMLResponse" value="YSs="><input type="hidden" name="RelayState" value="a&amp;b">',
  ],
  [
    'as Keycloak writes it',
    '<INPUT TYPE="HIDDEN" NAME="SAMLResponse" VALUE="YSs="/><INPUT TYPE="HIDDEN" NAME="RelayState" VALUE="a&#38;b"/>',
  ],
])('the form of a page is read and written: %s', (_what, fields) => {
  const given = { status: 200, fields: [], body: page(fields) };
  expect(samlFormIn(given)).toEqual({ SAMLResponse: 'YSs=', RelayState: 'a&b' });
  const changed = withSamlForm(given, { SAMLResponse: 'Yg==', RelayState: undefined });
  expect(samlFormIn(changed)).toEqual({ SAMLResponse: 'Yg==', RelayState: undefined });
  expect(changed.body).toBe(page('<input type="hidden" name="SAMLResponse" value="Yg=="/>'));
});

test('a page without a response has no such form', () => {
  const given = { status: 200, fields: [], body: page('<input name="username">') };
  expect(samlFormIn(given)).toBeUndefined();
  expect(() => withSamlForm(given, { SAMLResponse: '', RelayState: undefined })).toThrow(TypeError);
});
