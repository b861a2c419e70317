/** Only the response is signed: what most products call "sign documents" is on, and "sign assertions" is off (C-03). SAML Profiles 2.0 §4.1.3.5. */
import { samlFault } from './saml-fault.ts';

export const samlAssertionUnsigned = samlFault({
  name: 'idp.saml-assertion-unsigned',
  title: 'The identity provider signs responses, and not the assertions in them.',
  meets: 'sso.saml-response.assertion-not-signed',
  change: (realm) => realm.saml.sign('response'),
  seen: ({ signatures }) => signatures === 1,
});
