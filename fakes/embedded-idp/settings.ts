/** Everything at a realm that an administrator can set wrong, as one plain value: equal to the seeded one, the realm is as it was. */
import type { RealmConfiguration, RelyingPartyKeys } from './configuration.ts';

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [name: string]: JsonValue };

/** What becomes of a claim or an attribute on its way into a token or an assertion. */
export type ClaimRule =
  | { readonly become: 'nothing' }
  | { readonly become: 'renamed'; readonly to: string }
  | { readonly become: 'fixed'; readonly value: JsonValue };

/** `not-honoured`: a password is enough whatever was asked for, and nothing else is said. `untrue`: the same, and two factors are said. */
export type AcrBehaviour = 'truthful' | 'missing' | 'not-honoured' | 'untrue';

export type SamlNameIdFormat = 'persistent' | 'transient' | 'email' | 'unspecified';
export type SamlSettings = {
  readonly present: boolean;
  readonly enabled: boolean;
  readonly signed: 'both' | 'assertion' | 'response' | 'nothing';
  readonly algorithm: 'RSA_SHA1' | 'RSA_SHA256' | 'RSA_SHA512';
  readonly nameIdFormat: SamlNameIdFormat;
  readonly acsUrl: string;
  readonly responseBinding: 'post' | 'redirect';
  /** PEM. Absent: assertions are readable. */
  readonly encryptFor?: string;
  readonly attributes: Readonly<Record<string, ClaimRule>>;
};

export type RealmSettings = {
  /** False: nothing of the realm is there at all. */
  readonly present: boolean;
  /** False: keys and descriptions are answered, and nobody signs in. */
  readonly enabled: boolean;
  readonly clientPresent: boolean;
  readonly clientEnabled: boolean;
  readonly clientSecret: string;
  readonly redirectUris: readonly string[];
  readonly clientAuthentication: 'client_secret_basic' | 'client_secret_post' | 'private_key_jwt';
  readonly clientKeys: 'introduced' | 'fetched';
  readonly introduced: RelyingPartyKeys;
  readonly consent: boolean;
  readonly tokenLifetimeSeconds: number;
  readonly idTokenAlgorithm: 'RS256' | 'PS256' | 'ES256' | 'HS256';
  /** A public key (JWK) that ID tokens are encrypted to. */
  readonly idTokensFor?: object;
  readonly acr: AcrBehaviour;
  readonly scopes: readonly string[];
  readonly claims: Readonly<Record<string, ClaimRule>>;
  readonly saml: SamlSettings;
};

export const seededSettings = ({ client, serviceProvider, introduced }: RealmConfiguration): RealmSettings => ({
  present: true,
  enabled: true,
  clientPresent: true,
  clientEnabled: true,
  clientSecret: client.clientSecret,
  redirectUris: [client.redirectUri],
  clientAuthentication: 'client_secret_basic',
  clientKeys: 'introduced',
  introduced,
  consent: false,
  tokenLifetimeSeconds: 300,
  idTokenAlgorithm: 'RS256',
  acr: 'truthful',
  scopes: ['openid', 'profile', 'email'],
  claims: {},
  saml: {
    present: true,
    enabled: true,
    signed: 'both',
    algorithm: 'RSA_SHA256',
    nameIdFormat: 'persistent',
    acsUrl: serviceProvider.acsUrl,
    responseBinding: 'post',
    attributes: {},
  },
});

/** What rules leave of the values; a value that is undefined is left out. */
export function afterRules(
  values: Readonly<Record<string, JsonValue | undefined>>,
  rules: Readonly<Record<string, ClaimRule>>,
): Readonly<Record<string, JsonValue>> {
  const entries = Object.entries(values).flatMap(([name, value]): [string, JsonValue][] => {
    const rule = rules[name];
    if (value === undefined || rule?.become === 'nothing' || rule?.become === 'fixed') return [];
    return [[rule?.become === 'renamed' ? rule.to : name, value]];
  });
  const fixed = Object.entries(rules).flatMap(([name, rule]): [string, JsonValue][] =>
    rule.become === 'fixed' ? [[name, rule.value]] : [],
  );
  return Object.fromEntries([...entries, ...fixed]);
}
