/** Nothing is signed any more (C-03). SAML Profiles 2.0 §4.1.4.5. */
import { samlFault } from './saml-fault.ts';

export const samlNothingSigned = samlFault({
  name: 'idp.saml-nothing-signed',
  title: 'The identity provider signs nothing.',
  meets: 'sso.saml-response.assertion-not-signed',
  change: (realm) => realm.saml.sign('nothing'),
  seen: ({ signatures }) => signatures === 0,
});
