/** SAML responses that answer another attempt than the one that this browser made, or none, or answer it again. SAML Profiles 2.0 §4.1.4.3, §4.1.5. Threats: replay, an attacker's own good response in the browser of a victim, a landing that somebody else chose (S8). */
import { andSigned, type SamlResponseDeviations } from './response.ts';
import { inElement, withAttribute } from './text.ts';

const replayed = 'sso.saml-response.replayed';

/** In the response and in the confirmation alike. */
const inResponseTo = (id: string | undefined) => (xml: string) =>
  withAttribute(
    'samlp:Response',
    'InResponseTo',
    id,
  )(inElement('saml:Assertion', withAttribute('saml:SubjectConfirmationData', 'InResponseTo', id))(xml));

export const attemptDeviations = {
  'that-nobody-asked-for': {
    breaks: 'SAML Profiles 2.0 §4.1.5',
    refusedWith: 'sso.saml-response.in-response-to-missing',
    title: 'it answers no request at all',
    make: andSigned(inResponseTo(undefined)),
  },
  'to-a-request-that-nobody-made': {
    breaks: 'SAML Core 2.0 §3.2.2 (in response to)',
    refusedWith: 'sso.saml-response.in-response-to-other',
    title: 'it answers a request that we never made',
    make: andSigned(inResponseTo('_0123456789abcdef0123456789abcdef01234567')),
  },
  'to-the-request-of-somebody-else': {
    breaks: 'S8 (login request forgery)',
    refusedWith: 'sso.saml-response.of-another-browser',
    title: 'it is the good answer to an attempt that an attacker made in another browser',
    needs: 'ofSomebodyElse',
    make: (_honest, { ofSomebodyElse }) => ofSomebodyElse,
  },
  'without-a-relay-state': {
    breaks: 'SAML Bindings 2.0 §3.5.3',
    refusedWith: 'sso.saml-response.relay-state-missing',
    title: 'the form does not say which attempt it belongs to',
    make: ({ xml }) => ({ xml, relayState: undefined }),
  },
  'with-another-relay-state': {
    breaks: 'SAML Bindings 2.0 §3.5.3 (as it was sent)',
    refusedWith: 'sso.saml-response.relay-state-other',
    title: 'the form names another attempt than the one that it belongs to',
    make: ({ xml, relayState = '' }) => ({ xml, relayState: [...relayState].toReversed().join('') }),
  },
  'with-an-address-as-relay-state': {
    breaks: 'CWE-601',
    refusedWith: 'sso.saml-response.relay-state-other',
    title: 'the form says where the person should be led: to another house',
    make: ({ xml }) => ({ xml, relayState: 'https://payroll.acme.test/' }),
  },
  'that-was-used': {
    breaks: 'SAML Profiles 2.0 §4.1.4.5 (replay)',
    refusedWith: replayed,
    title: 'somebody signed in with it before',
    needs: 'used',
    make: (_honest, { used }) => used,
  },
  'for-one-use-that-was-used': {
    breaks: 'SAML Core 2.0 §2.5.1.5',
    refusedWith: 'sso.saml-response.one-time-use-replayed',
    title: 'it was for one use only, and that was made of it',
    needs: 'usedOnce',
    make: (_honest, { usedOnce }) => usedOnce,
  },
} as const satisfies SamlResponseDeviations;
