/** Changes what the signature of an assertion says of itself, and signs that: the signature is then valid over what it says, whatever that is. XML Signature §3.1.2. */
import { createHmac, createSign } from 'node:crypto';
import { withoutSignature } from '../../saml/index.ts';
import { afterSigning, responseIdOf, type SamlResponseDeviation } from './response.ts';
import { elementIn, inElement, replaced, withText } from './text.ts';

const namespace = ' xmlns:ds="http://www.w3.org/2000/09/xmldsig#"';

/** Its exclusive canonical form: written with the prefix `ds`, with start and end tags, and with one attribute at most in each element. */
const canonical = (info: string): string =>
  replaced(info, '<ds:SignedInfo>', `<ds:SignedInfo${namespace}>`).replace(/<([\w:]+)((?:\s[^<>]*?)?)\s*\/>/g, '<$1$2></$1>');

/** The response around it is not signed: a change would break its signature, too. With `certificate` the text of the realm's certificate is the secret of an HMAC. */
export const signedInfoWith = (
  change: (info: string, xml: string) => string,
  by: 'key' | 'certificate' = 'key',
): SamlResponseDeviation['make'] =>
  afterSigning((response, { key }) => {
    const xml = withoutSignature(response, responseIdOf(response));
    return inElement('ds:Signature', (signature) => {
      const changed = inElement('ds:SignedInfo', (info) => change(info, xml))(signature);
      const signed = canonical(elementIn(changed, 'ds:SignedInfo'));
      const value =
        by === 'key'
          ? createSign('sha256').update(signed).sign(key.privateKeyPem, 'base64')
          : createHmac('sha256', key.certificatePem).update(signed).digest('base64');
      return withText('ds:SignatureValue', () => value)(changed);
    })(xml);
  });
