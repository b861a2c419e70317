/** Authorization responses that depart from an honest one in exactly one thing: what comes back to the relying party in the address (I-05, I-07). RFC 6749 §4.1.2, RFC 9207, RFC 9700. */
import type { Deviation } from './deviation.ts';

/** What is at hand beside the honest response: one that somebody else got in another browser, and a code that was exchanged before. */
export type AuthorizationResponseKit = { readonly ofSomebodyElse: URL; readonly usedCode: string };
/** Pure: gives a new address. `needs` names what it takes out of the kit; for all others the kit may be empty. */
export type AuthorizationResponseDeviation = Deviation<(honest: URL, kit: AuthorizationResponseKit) => URL> & {
  readonly needs?: keyof AuthorizationResponseKit;
};
export type AuthorizationResponseDeviations = Readonly<Record<string, AuthorizationResponseDeviation>>;

const callback = 'sso.callback';
const parameterRepeated = `${callback}.parameter-repeated`;
const stateUnknown = `${callback}.state-unknown`;
const codeRejected = 'sso.code-exchange.code-rejected';

type Parameters = Readonly<Record<string, string>>;
const changed = (honest: URL, change: (parameters: URLSearchParams) => void): URL => {
  const url = new URL(honest);
  change(url.searchParams);
  return url;
};
const withSet = (parameters: Parameters) => (honest: URL) =>
  changed(honest, (query) => {
    for (const [name, value] of Object.entries(parameters)) query.set(name, value);
  });
const withMore = (name: string, value: (honest: URL) => string) => (honest: URL) =>
  changed(honest, (query) => query.append(name, value(honest)));
const lacking =
  (...names: readonly string[]) =>
  (honest: URL) =>
    changed(honest, (query) => {
      for (const name of names) query.delete(name);
    });
const said = (honest: URL, name: string): string => honest.searchParams.get(name) ?? '';

export const authorizationResponseDeviations = {
  'without-a-state': {
    breaks: 'RFC 6749 §4.1.2 (state)',
    refusedWith: stateUnknown,
    title: 'the state is not there',
    make: lacking('state'),
  },
  'with-a-made-up-state': {
    breaks: 'RFC 6749 §10.12',
    refusedWith: stateUnknown,
    title: 'the state is one that nobody was given',
    make: withSet({ state: 'a-state-that-nobody-was-given-0000000000000' }),
  },
  'whose-state-lost-its-end': {
    breaks: 'RFC 9700 §2.1',
    refusedWith: stateUnknown,
    title: 'the last character of the state is gone',
    make: (honest) => changed(honest, (query) => query.set('state', said(honest, 'state').slice(0, -1))),
  },
  'in-the-fragment': {
    breaks: 'OAuth 2.0 Multiple Response Types 1.0 §2.1',
    refusedWith: stateUnknown,
    title: 'all of it stands behind the number sign, where no server sees it',
    make: (honest) => {
      const url = new URL(honest);
      url.hash = url.search.slice(1);
      url.search = '';
      return url;
    },
  },
  'with-two-states': {
    breaks: 'RFC 6749 §3.1 (state)',
    refusedWith: parameterRepeated,
    title: 'the state stands in it twice',
    make: withMore('state', (honest) => said(honest, 'state')),
  },
  'with-two-codes': {
    breaks: 'RFC 6749 §3.1 (code)',
    refusedWith: parameterRepeated,
    title: 'two codes stand in it',
    variantOf: 'with-two-states',
    make: withMore('code', () => 'another-code'),
  },
  'with-two-issuers': {
    breaks: 'RFC 9207 §2',
    refusedWith: parameterRepeated,
    title: 'two issuers stand in it, ours first',
    make: withMore('iss', () => 'https://idp.stranger.test/realms/acme'),
  },
  'of-another-issuer': {
    breaks: 'RFC 9207 §2.4',
    refusedWith: `${callback}.issuer-other`,
    title: 'its issuer is another identity provider: a mix-up',
    make: withSet({ iss: 'https://idp.stranger.test/realms/acme' }),
  },
  'of-an-issuer-with-a-slash': {
    breaks: 'RFC 3986 §6.2.1',
    refusedWith: `${callback}.issuer-other`,
    title: 'its issuer ends in a slash that is not there in the settings',
    make: (honest) => changed(honest, (query) => query.set('iss', `${said(honest, 'iss')}/`)),
  },
  'without-an-issuer': {
    breaks: 'RFC 9207 §2.4',
    refusedWith: `${callback}.issuer-missing`,
    title: 'its issuer is not there, although the metadata promise it',
    make: lacking('iss'),
  },
  'with-an-error-instead-of-a-code': {
    breaks: 'OIDC Core 1.0 §3.1.2.6',
    refusedWith: `${callback}.refused-by-idp`,
    title: 'the identity provider says that access was denied',
    make: (honest) => withSet({ error: 'access_denied' })(lacking('code')(honest)),
  },
  'without-a-code': {
    breaks: 'RFC 6749 §4.1.2 (code)',
    refusedWith: `${callback}.code-missing`,
    title: 'neither a code nor an error is there',
    make: lacking('code'),
  },
  'with-an-empty-code': {
    breaks: 'RFC 6749 §3.1 (without a value)',
    refusedWith: `${callback}.code-missing`,
    title: 'the code is empty',
    make: withSet({ code: '' }),
  },
  'with-a-code-and-an-error': {
    breaks: 'RFC 6749 §4.1.2.1',
    refusedWith: `${callback}.code-and-error`,
    title: 'a code and an error are there together',
    make: withSet({ error: 'access_denied' }),
  },
  'with-an-id-token-in-its-address': {
    breaks: 'OIDC Core 1.0 §3.1.2.5',
    refusedWith: `${callback}.token-in-url`,
    title: 'an ID token stands in the address beside the code',
    make: withSet({ id_token: 'a-token-for-everybody-who-reads-addresses' }),
  },
  'with-an-access-token-in-its-address': {
    breaks: 'RFC 9700 §4.3.2',
    refusedWith: `${callback}.token-in-url`,
    title: 'an access token stands in the address beside the code',
    make: withSet({ access_token: 'a-token-for-everybody-who-reads-addresses' }),
  },
  'of-somebody-else': {
    breaks: 'RFC 9700 §4.7',
    refusedWith: `${callback}.of-another-browser`,
    title: 'it is the valid answer that somebody else got in another browser: login CSRF',
    needs: 'ofSomebodyElse',
    make: (_honest, { ofSomebodyElse }) => new URL(ofSomebodyElse),
  },
  'with-the-code-of-somebody-else': {
    breaks: 'RFC 9700 §4.5',
    refusedWith: codeRejected,
    title: 'its code is one that somebody else got in another browser: code injection',
    needs: 'ofSomebodyElse',
    make: (honest, { ofSomebodyElse }) => withSet({ code: said(ofSomebodyElse, 'code') })(honest),
  },
  'with-a-used-code': {
    breaks: 'RFC 6749 §4.1.2 (used more than once)',
    refusedWith: codeRejected,
    title: 'its code was exchanged before',
    needs: 'usedCode',
    make: (honest, { usedCode }) => withSet({ code: usedCode })(honest),
  },
  'with-a-made-up-code': {
    breaks: 'RFC 6749 §5.2 (invalid_grant)',
    refusedWith: codeRejected,
    title: 'its code is one that nobody was given',
    make: withSet({ code: 'a-code-that-nobody-was-given' }),
  },
} as const satisfies AuthorizationResponseDeviations;
export type AuthorizationResponseDeviationName = keyof typeof authorizationResponseDeviations;
