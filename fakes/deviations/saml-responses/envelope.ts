/** SAML responses whose envelope is another one: kind, version, issuer, destination, status, and how many assertions are in it. SAML Core 2.0 §3.2.2, SAML Profiles 2.0 §4.1.4.2. */
import { encryptedAssertion, resigned, withoutSignature } from '../../saml/index.ts';
import {
  afterSigning,
  andSigned,
  assertionIdOf,
  responseIdOf,
  type SamlKit,
  type SamlResponseDeviations,
  signedAgain,
} from './response.ts';
import { elementIn, inElement, lastIn, replaced, withAttribute, withoutElement, withText } from './text.ts';

const assertionMissing = 'sso.saml-response.assertion-missing';

/** Only the response is left to be signed. */
const responseSigned = (xml: string, { key }: SamlKit): string => resigned(xml, responseIdOf(xml), { key });

export const envelopeDeviations = {
  'that-is-an-artifact-response': {
    breaks: 'SAML Core 2.0 §3.3.3',
    refusedWith: 'sso.saml-response.root-other',
    title: 'it is the answer of another protocol, with the same things in it',
    make: afterSigning((xml) => xml.replaceAll('samlp:Response', 'samlp:ArtifactResponse')),
  },
  'of-saml-1-1': {
    breaks: 'SAML Core 2.0 §3.2.2 (version)',
    refusedWith: 'sso.saml-response.version-other',
    title: 'it says that it is SAML 1.1',
    make: andSigned(withAttribute('samlp:Response', 'Version', '1.1')),
  },
  'without-an-issuer': {
    breaks: 'SAML Profiles 2.0 §4.1.4.2 (issuer present)',
    refusedWith: 'sso.saml-response.issuer-missing',
    title: 'it does not say whose it is; the assertion in it does, and is signed',
    make: afterSigning((xml) => withoutElement('saml:Issuer')(withoutSignature(xml, responseIdOf(xml)))),
  },
  'of-another-issuer': {
    breaks: 'SAML Profiles 2.0 §4.1.4.2 (issuer)',
    refusedWith: 'sso.saml-response.issuer-other',
    title: 'it says that another realm gave it',
    make: andSigned(withText('saml:Issuer', (issuer) => `${issuer}-other`)),
  },
  'without-a-destination': {
    breaks: 'SAML Bindings 2.0 §3.5.5.2',
    refusedWith: 'sso.saml-response.destination-missing',
    title: 'it does not say where it should go',
    make: andSigned(withAttribute('samlp:Response', 'Destination', undefined)),
  },
  'for-another-destination': {
    breaks: 'SAML Core 2.0 §3.2.2 (destination)',
    refusedWith: 'sso.saml-response.destination-other',
    title: 'it should go to another relying party',
    make: andSigned(withAttribute('samlp:Response', 'Destination', 'https://payroll.acme.test/saml/acs')),
  },
  'that-reports-a-failure': {
    breaks: 'SAML Core 2.0 §3.2.2.2',
    refusedWith: 'sso.saml-response.status-not-success',
    title: 'its status says that the sign-in failed, and an assertion is in it all the same',
    make: andSigned(withAttribute('samlp:StatusCode', 'Value', 'urn:oasis:names:tc:SAML:2.0:status:AuthnFailed')),
  },
  'without-an-assertion': {
    breaks: 'SAML Profiles 2.0 §4.1.4.2 (one assertion)',
    refusedWith: assertionMissing,
    title: 'it says that the sign-in succeeded, and not whose',
    make: (honest, kit) => ({ ...honest, xml: responseSigned(withoutElement('saml:Assertion')(honest.xml), kit) }),
  },
  'whose-assertion-stands-elsewhere': {
    breaks: 'SAML Core 2.0 §3.3.3 (place of the assertion)',
    refusedWith: assertionMissing,
    title: 'its assertion hangs in the extensions, where the schema allows anything',
    make: andSigned(inElement('saml:Assertion', (assertion) => `<samlp:Extensions>${assertion}</samlp:Extensions>`)),
  },
  'with-two-assertions': {
    breaks: 'SAML Profiles 2.0 §4.1.4.2 (one person)',
    refusedWith: 'sso.saml-response.assertions-several',
    title: 'two assertions are in it, about two people, and both are signed',
    make: (honest, kit) => {
      const first = signedAgain(honest.xml, kit);
      const other = withText('saml:NameID', () => 'somebody-else')(withAttribute('saml:Assertion', 'ID', '_other')(honest.xml));
      const second = elementIn(signedAgain(withoutSignature(other, assertionIdOf(honest.xml)), kit), 'saml:Assertion');
      return { ...honest, xml: responseSigned(lastIn('samlp:Response', second)(first), kit) };
    },
  },
  'whose-assertion-is-encrypted-to-somebody-else': {
    breaks: 'SAML Core 2.0 §6.2',
    refusedWith: 'sso.saml-response.assertion-encrypted-unreadable',
    title: 'its assertion is encrypted to a key that is not ours',
    make: (honest, kit) => {
      const xml = signedAgain(honest.xml, kit);
      const assertion = elementIn(xml, 'saml:Assertion');
      const { xml: hidden } = encryptedAssertion({ xml: assertion }, kit.stranger.certificatePem);
      return { ...honest, xml: responseSigned(replaced(xml, assertion, hidden), kit) };
    },
  },
} as const satisfies SamlResponseDeviations;
