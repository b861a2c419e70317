/** A deviation as the harness names it: its family, its clause, and the code that must refuse it. The report shows all of them. */
import { type AssertionDeviationName, assertionDeviations } from '../../fakes/deviations/assertions.ts';
import { type AttestationDeviationName, attestationDeviations } from '../../fakes/deviations/attestations.ts';
import {
  type AuthorizationResponseDeviationName,
  authorizationResponseDeviations,
} from '../../fakes/deviations/authorization-responses.ts';
import { type ContextTokenDeviationName, contextTokenDeviations } from '../../fakes/deviations/context-tokens.ts';
import { type CookieDeviationName, cookieDeviations } from '../../fakes/deviations/cookies.ts';
import { type IdTokenDeviationName, idTokenDeviations } from '../../fakes/deviations/id-tokens.ts';
import { type KeySetDeviationName, keySetDeviations } from '../../fakes/deviations/key-sets.ts';
import { type LogoutTokenDeviationName, logoutTokenDeviations } from '../../fakes/deviations/logout-tokens.ts';
import { type RequestDeviationName, requestDeviations } from '../../fakes/deviations/requests.ts';
import { type SamlResponseDeviationName, samlResponseDeviations } from '../../fakes/deviations/saml-responses.ts';
import { type TokenAnswerDeviationName, tokenAnswerDeviations } from '../../fakes/deviations/token-answers.ts';

/** Everything about a deviation but how it is made. */
export type DescribedDeviation = {
  /** `ID token`: "an ID token" and the name read on as one phrase. */
  readonly family: string;
  readonly name: string;
  readonly title: string;
  readonly breaks: string;
  readonly refusedWith: string;
};

/** `variantOf`: the one of its family with the same clause and rule, beside which it is tried and not counted. */
export type Variant = { readonly variantOf?: string };

/** Where a family stands: the export of its table and the file, from the project's root. */
type Family = {
  readonly family: string;
  readonly table: string;
  readonly file: string;
  readonly deviations: Readonly<Record<string, Omit<DescribedDeviation, 'family' | 'name'> & Variant>>;
};

const families = {
  idToken: { family: 'ID token', table: 'idTokenDeviations', file: 'fakes/deviations/id-tokens.ts', deviations: idTokenDeviations },
  authorizationResponse: {
    family: 'authorization response',
    table: 'authorizationResponseDeviations',
    file: 'fakes/deviations/authorization-responses.ts',
    deviations: authorizationResponseDeviations,
  },
  tokenAnswer: {
    family: 'token answer',
    table: 'tokenAnswerDeviations',
    file: 'fakes/deviations/token-answers.ts',
    deviations: tokenAnswerDeviations,
  },
  contextToken: {
    family: 'user context',
    table: 'contextTokenDeviations',
    file: 'fakes/deviations/context-tokens.ts',
    deviations: contextTokenDeviations,
  },
  cookie: { family: 'session cookie', table: 'cookieDeviations', file: 'fakes/deviations/cookies.ts', deviations: cookieDeviations },
  keySet: { family: 'key set', table: 'keySetDeviations', file: 'fakes/deviations/key-sets.ts', deviations: keySetDeviations },
  logoutToken: {
    family: 'logout token',
    table: 'logoutTokenDeviations',
    file: 'fakes/deviations/logout-tokens.ts',
    deviations: logoutTokenDeviations,
  },
  samlResponse: {
    family: 'SAML response',
    table: 'samlResponseDeviations',
    file: 'fakes/deviations/saml-responses.ts',
    deviations: samlResponseDeviations,
  },
  attestation: {
    family: 'security key',
    table: 'attestationDeviations',
    file: 'fakes/deviations/attestations.ts',
    deviations: attestationDeviations,
  },
  assertion: {
    family: 'WebAuthn assertion',
    table: 'assertionDeviations',
    file: 'fakes/deviations/assertions.ts',
    deviations: assertionDeviations,
  },
  request: { family: 'request', table: 'requestDeviations', file: 'fakes/deviations/requests.ts', deviations: requestDeviations },
} as const satisfies Readonly<Record<string, Family>>;

export type DeviationNames = {
  readonly idToken: IdTokenDeviationName;
  readonly authorizationResponse: AuthorizationResponseDeviationName;
  readonly tokenAnswer: TokenAnswerDeviationName;
  readonly keySet: KeySetDeviationName;
  readonly cookie: CookieDeviationName;
  readonly contextToken: ContextTokenDeviationName;
  readonly logoutToken: LogoutTokenDeviationName;
  readonly request: RequestDeviationName;
  readonly attestation: AttestationDeviationName;
  readonly assertion: AssertionDeviationName;
  readonly samlResponse: SamlResponseDeviationName;
};
export type FamilyName = keyof DeviationNames;

const described = (
  family: string,
  name: string,
  { title, breaks, refusedWith }: Omit<DescribedDeviation, 'family' | 'name'>,
): DescribedDeviation => ({
  family,
  name,
  title,
  breaks,
  refusedWith,
});

const variantIn = ({ variantOf }: Variant): Variant => (variantOf === undefined ? {} : { variantOf });

export type ListedDeviation = DescribedDeviation & Variant & { readonly key: FamilyName; readonly table: string; readonly file: string };

/** All of them, family by family. */
export const listedDeviations: readonly ListedDeviation[] = (Object.entries(families) as [FamilyName, Family][]).flatMap(
  ([key, { family, table, file, deviations }]) =>
    Object.entries(deviations).map(([name, deviation]) => ({
      ...described(family, name, deviation),
      ...variantIn(deviation),
      key,
      table,
      file,
    })),
);

/** The one with this name. Throws a RangeError when its family has none. */
export function deviationOf<Key extends FamilyName>(key: Key, name: DeviationNames[Key]): DescribedDeviation {
  const found = listedDeviations.find((each) => each.key === key && each.name === name);
  if (!found) throw new RangeError(`there is no deviation ${String(name)} of ${key}`);
  const { family } = found;
  return described(family, found.name, found);
}
