/** Only the assertion is signed, as many products have it by default: that is enough (C-03). SAML Profiles 2.0 §4.1.4.5. */
import { samlFault } from './saml-fault.ts';

export const samlResponseUnsigned = samlFault({
  name: 'idp.saml-response-unsigned',
  title: 'The identity provider signs assertions, and not the responses around them.',
  meets: 'goes-on',
  change: (realm) => realm.saml.sign('assertion'),
  seen: ({ signatures }) => signatures === 1,
});
