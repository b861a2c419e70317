/** The eight classic ways to wrap a signature: what was signed is still there and still verifies, and something else is read. "On Breaking SAML: Be Whoever You Want to Be" (USENIX Security 2012) §4. Threat: signature wrapping (S9). */
import { withoutSignature } from '../../saml/index.ts';
import { afterSigning, assertionIdOf, responseIdOf, type SamlResponseDeviation, type SamlResponseDeviations } from './response.ts';
import { elementIn, inElement, lastIn, replaced, withAttribute, withText } from './text.ts';

/** What there is to wrap: the assertion with its signature and without, the signature, and a forgery about somebody else. */
type Pieces = { readonly signed: string; readonly bare: string; readonly signature: string; readonly forged: string };

const forgery = (assertion: string): string =>
  withAttribute('saml:Assertion', 'ID', '_forged')(withText('saml:NameID', () => 'somebody-else')(assertion));

/** Of a response in which the assertion alone is signed; `compose` says what stands in the assertion's place. */
const wrapped = (compose: (pieces: Pieces) => string): SamlResponseDeviation['make'] =>
  afterSigning((response) => {
    const xml = withoutSignature(response, responseIdOf(response));
    const signed = elementIn(xml, 'saml:Assertion');
    const bare = withoutSignature(signed, assertionIdOf(xml));
    return replaced(xml, signed, compose({ signed, bare, signature: elementIn(signed, 'ds:Signature'), forged: forgery(bare) }));
  });

/** Of a signed response: the forged one around it, with the signature; `compose` says where signature and original stand. */
const wrappedResponse = (compose: (original: string, signature: string) => string): SamlResponseDeviation['make'] =>
  afterSigning((xml) => {
    const signature = elementIn(xml, 'ds:Signature');
    const original = replaced(xml, signature, '').replace(/^<\?xml[^>]*\?>/, '');
    const assertion = elementIn(original, 'saml:Assertion');
    const bare = forgery(withoutSignature(assertion, assertionIdOf(xml)));
    const forged = withAttribute('samlp:Response', 'ID', '_forged-response')(replaced(original, assertion, bare));
    return replaced(forged, '</saml:Issuer>', `</saml:Issuer>${compose(original, signature)}`);
  });

const signedWith = (assertion: string, signature: string): string => replaced(assertion, '</saml:Issuer>', `</saml:Issuer>${signature}`);
const within = (signature: string, name: string, piece: string): string => lastIn(name, piece)(signature);

const several = 'sso.saml-response.assertions-several';
const clause = (form: number): `SAML Core 2.0 §5.4.2 (wrapping, form ${number})` => `SAML Core 2.0 §5.4.2 (wrapping, form ${form})`;

export const wrappingDeviations = {
  'within-its-own-signature': {
    breaks: clause(1),
    refusedWith: several,
    title: 'a forged response is around the signature, which holds the one that was signed',
    make: wrappedResponse((original, signature) => within(signature, 'ds:Signature', original)),
  },
  'beside-its-own-signature': {
    breaks: clause(2),
    refusedWith: several,
    title: 'a forged response is around the one that was signed and its signature, which stand side by side',
    variantOf: 'within-its-own-signature',
    make: wrappedResponse((original, signature) => original + signature),
  },
  'with-a-forged-assertion-before-the-signed-one': {
    breaks: clause(3),
    refusedWith: several,
    title: 'a forged assertion stands right before the signed one',
    variantOf: 'within-its-own-signature',
    make: wrapped(({ forged, signed }) => forged + signed),
  },
  'with-a-forged-assertion-around-the-signed-one': {
    breaks: clause(4),
    refusedWith: several,
    title: 'the signed assertion stands within a forged one',
    variantOf: 'within-its-own-signature',
    make: wrapped(({ forged, signed }) => lastIn('saml:Assertion', signed)(forged)),
  },
  'with-the-signature-in-a-forged-assertion': {
    breaks: clause(5),
    refusedWith: several,
    title: 'the signature stands in a forged assertion, and what it is over at the end',
    variantOf: 'within-its-own-signature',
    make: wrapped(({ forged, signature, bare }) => signedWith(forged, signature) + bare),
  },
  'with-the-assertion-in-the-signature-of-a-forged-one': {
    breaks: clause(6),
    refusedWith: several,
    title: 'the signature stands in a forged assertion and holds the one that it is over',
    variantOf: 'within-its-own-signature',
    make: wrapped(({ forged, signature, bare }) => signedWith(forged, within(signature, 'ds:Signature', bare))),
  },
  'with-a-forged-assertion-in-its-extensions': {
    breaks: clause(7),
    refusedWith: several,
    title: 'a forged assertion stands in the extensions, before the signed one',
    variantOf: 'within-its-own-signature',
    make: wrapped(({ forged, signed }) => `<samlp:Extensions>${forged}</samlp:Extensions>${signed}`),
  },
  'with-the-assertion-in-an-object-of-a-forged-one': {
    breaks: clause(8),
    refusedWith: several,
    title: 'the signature stands in a forged assertion, and the one that it is over in an object of the signature',
    variantOf: 'within-its-own-signature',
    make: wrapped(({ forged, signature, bare }) => signedWith(forged, within(signature, 'ds:Signature', `<ds:Object>${bare}</ds:Object>`))),
  },
  'with-the-id-of-the-signed-assertion-on-a-forged-one': {
    breaks: 'SAML Core 2.0 §5.4.2 (one id, two assertions)',
    refusedWith: 'sso.saml-response.id-duplicated',
    title: 'a forged assertion with the same id stands before the signed one',
    make: wrapped(({ bare, signed }) => withText('saml:NameID', () => 'somebody-else')(bare) + signed),
  },
  'altered-after-it-was-signed': {
    breaks: 'XML Signature §3.2.1',
    refusedWith: 'sso.saml-response.signature-wrong',
    title: 'it names another person than the one whom the signature is over',
    make: afterSigning(
      inElement(
        'saml:Assertion',
        withText('saml:NameID', () => 'somebody-else'),
      ),
    ),
  },
} as const satisfies SamlResponseDeviations;
