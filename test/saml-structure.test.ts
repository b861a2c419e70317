/** However a signed response is taken apart and put together again, nobody else is signed in; and whatever comes, there is a code. I-07, S9. */
import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { samlResponse, withoutSignature } from '../fakes/saml/index.ts';
import { lexis } from '../system/isolated/sso/saml/xml/lexis.ts';
import { parse, textOf, within } from '../system/isolated/sso/saml/xml/tree.ts';
import { honest, honestSpec, idpKey, judged, ownKeys } from './saml-kit.ts';
import { rearranged, steps } from './saml-rearranged.ts';

const evil = 'G-eve';
const { responseId } = honestSpec;
const [both, assertionOnly] = [await honest(), await honest({}, { signed: 'assertion' })];

test.each([
  ['signed twice', both],
  ['with a signed assertion only', assertionOnly],
])(
  'a response %s signs in whom it was signed for, or nobody',
  async (_name, xml) => {
    const refused = new Set<string>();
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        const { code, facts } = await judged(rearranged(xml, taken, evil));
        refused.add(code);
        // Not even what is read before the verdict is ever anything but what was signed.
        return [undefined, honestSpec.nameId].includes(facts.assertion.nameId?.value);
      }),
      { numRuns: 250 },
    );
    expect(refused.size).toBeGreaterThan(8);
  },
  60_000,
);

test('a reader that takes the first assertion that it finds is caught by this', async () => {
  const firstFound = ({ text }: { readonly text: string }): string | undefined =>
    /<saml:Assertion[\s\S]*?<\/saml:Assertion>/.exec(text)?.[0];
  const found = await fc.check(
    fc.asyncProperty(steps, async (taken) => {
      const { facts } = await judged(rearranged(assertionOnly, taken, evil), { policy: { verifySignature: firstFound } });
      return [undefined, honestSpec.nameId].includes(facts.assertion.nameId?.value);
    }),
    { numRuns: 400 },
  );
  expect(found.failed).toBe(true);
}, 60_000);

/** The eight forms of wrapping that Somorovsky et al. (USENIX Security 2012) found, as SAML Raider lists them. */
const signedAssertion = /<saml:Assertion[\s\S]*<\/saml:Assertion>/.exec(assertionOnly)?.[0] ?? '';
const signature = /<ds:Signature[\s\S]*<\/ds:Signature>/.exec(signedAssertion)?.[0] ?? '';
const bare = signedAssertion.replace(signature, '');
const forged = bare.replace(honestSpec.nameId, evil).replace(honestSpec.assertionId, '_evil');
const responseSignature = /<ds:Signature[\s\S]*?<\/ds:Signature>/.exec(both)?.[0] ?? '';
const inner = (xml: string): string => xml.replace(/^<\?.*\?>/, '');
const evilResponse = both.replaceAll(responseId, '_evil-response').replace(responseSignature, '').replace(honestSpec.nameId, evil);
const put = (assertion: string): string => assertionOnly.replace(signedAssertion, assertion);
const intoSignature = (what: string): string => signature.replace('</ds:Signature>', `<ds:Object>${what}</ds:Object></ds:Signature>`);
const wrappings: Readonly<Record<string, string>> = {
  XSW1: evilResponse.replace(
    '<samlp:Status>',
    `${responseSignature.replace('</ds:Signature>', `<ds:Object>${inner(both.replace(responseSignature, ''))}</ds:Object></ds:Signature>`)}<samlp:Status>`,
  ),
  XSW2: evilResponse.replace('<samlp:Status>', `${inner(both.replace(responseSignature, ''))}${responseSignature}<samlp:Status>`),
  XSW3: put(`${forged}${signedAssertion}`),
  XSW4: put(forged.replace('</saml:Assertion>', `${signedAssertion}</saml:Assertion>`)),
  XSW5: put(`${forged.replace('</saml:Issuer>', `</saml:Issuer>${signature}`)}${bare}`),
  XSW6: put(forged.replace('</saml:Issuer>', `</saml:Issuer>${intoSignature(bare)}`)),
  XSW7: put(`<samlp:Extensions>${forged}</samlp:Extensions>${signedAssertion}`),
  XSW8: put(forged.replace('</saml:Issuer>', `</saml:Issuer>${intoSignature(bare)}`).replace('_evil', honestSpec.assertionId)),
};
test.each(Object.entries(wrappings))('%s is refused, and nobody else is read', async (_name, xml) => {
  const { code, facts } = await judged(xml);
  expect(code).toMatch(
    /^sso\.saml-response\.(assertions-several|signature-elsewhere|id-duplicated|assertion-missing|signature-malformed)$/,
  );
  expect([undefined, honestSpec.nameId]).toContain(facts.assertion.nameId?.value);
});

test('an encrypted assertion inside which somebody wraps another is refused', async () => {
  const twice = await samlResponse(honestSpec, { key: idpKey, encryptFor: ownKeys.encryption.certificatePem, signed: 'assertion' });
  const [encrypted = ''] = /<saml:EncryptedAssertion[\s\S]*<\/saml:EncryptedAssertion>/.exec(twice) ?? [];
  expect((await judged(twice.replace(encrypted, encrypted + encrypted))).code).toBe('sso.saml-response.assertions-several');
  expect((await judged(twice.replace(encrypted, forged + encrypted))).code).toBe('sso.saml-response.assertions-several');
});

/** Characters that a parser cares about, and a few that it should not. */
const markup = fc.constantFrom(
  '<',
  '>',
  '/',
  '&',
  ';',
  '"',
  "'",
  '=',
  '!',
  '?',
  '-',
  '[',
  ']',
  'CDATA',
  'DOCTYPE',
  'xmlns',
  ':',
  'a',
  ' ',
  '\n',
  '\u2028',
  '#x',
  '\0',
);
test('whatever text comes, there is a code and no answer takes long', async () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.array(markup, { maxLength: 300 }).map((parts) => parts.join('')),
    fc
      .tuple(fc.nat(both.length), fc.nat(40), fc.array(markup, { maxLength: 4 }))
      .map(([at, length, parts]) => both.slice(0, at) + parts.join('') + both.slice(at + length)),
  );
  await fc.assert(
    fc.asyncProperty(anything, async (text) => {
      const { code } = await judged(text);
      return code.startsWith('sso.saml-response.') || (code === 'allowed' && text.includes(honestSpec.nameId));
    }),
    { numRuns: 600 },
  );
}, 60_000);

test.each([
  ['a tag that never ends', `<a x="${'b'.repeat(60_000)}`],
  ['sixty thousand angle brackets', '<'.repeat(60_000)],
  ['a deep nest', `${'<a>'.repeat(9_000)}${'</a>'.repeat(9_000)}`],
  ['ten thousand attributes', `<a ${Array.from({ length: 4_000 }, (_, index) => `b${index}="1"`).join(' ')}/>`],
  ['ten thousand children', `<a>${'<b/>'.repeat(10_000)}</a>`],
  ['many namespaces', `${Array.from({ length: 150 }, (_, index) => `<a xmlns:n${index}="urn:${index}">`).join('')}${'</a>'.repeat(150)}`],
  ['many document types', '<!DOCTYPE'.repeat(6_000)],
])('%s is refused in time', async (_name, text) => {
  const began = process.cpuUsage();
  const { code } = await judged(text);
  const { user, system } = process.cpuUsage(began);
  expect(code).toMatch(/^sso\.saml-response\.(malformed|too-deep|too-large|too-many-elements|root-other|doctype)$/);
  expect((user + system) / 1000).toBeLessThan(1_500);
});

test('what the lexer lets through, the parser reads without a complaint and in one way', () => {
  const name = fc.constantFrom('a', 'b', 'p:c', 'd.e-f');
  const text = fc
    .string({ unit: 'grapheme-ascii', maxLength: 12 })
    .map((raw) => raw.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
  const tree = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small' },
      text,
      fc
        .tuple(name, text, fc.array(tie('node'), { maxLength: 4 }))
        .map(([tag, value, children]) => `<${tag} x="${value.replaceAll('"', '&quot;')}">${children.join('')}</${tag}>`),
    ),
  })).node;
  fc.assert(
    fc.property(tree, (inside) => {
      const document = `<r xmlns:p="urn:p">${inside}</r>`;
      const complaints: string[] = [];
      new DOMParser({ errorHandler: (_level, message) => void complaints.push(String(message)) }).parseFromString(document, 'text/xml');
      const { root } = parse(document);
      return (
        lexis(document).wellFormed &&
        complaints.length === 0 &&
        root !== undefined &&
        within(root).length === document.split(/<[a-z]/).length - 1
      );
    }),
  );
});

test('the text of an element is whole, or it is nothing', () => {
  for (const inside of ['ada<!-- -->.evil', 'ada<b></b>.evil', '<![CDATA[ada]]>']) {
    const { root } = parse(`<a>${inside}</a>`);
    expect(textOf(root)).toBeUndefined();
  }
  expect(withoutSignature(both, responseId)).not.toContain(`URI="#${responseId}"`);
});
