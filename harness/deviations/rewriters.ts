/** Deviations of what the identity provider answers, as changes of its answers on their way. `honest` is the twin of each: taken apart and put together in the same way, and the same. */
import {
  type AuthorizationResponseDeviation,
  authorizationResponseDeviations,
  type AuthorizationResponseKit as ResponseKit,
} from '../../fakes/deviations/authorization-responses.ts';
import { honestIdToken, type IdTokenKit, idTokenIn } from '../../fakes/deviations/id-tokens/token.ts';
import { idTokenDeviations } from '../../fakes/deviations/id-tokens.ts';
import { type KeySet, type KeySetKit, keySetDeviations } from '../../fakes/deviations/key-sets.ts';
import { type TokenAnswer, tokenAnswerDeviations } from '../../fakes/deviations/token-answers.ts';
import type { IdpAnswer } from '../fault-proxy/rewriting/idp-answer.ts';
import type { Rewriter } from '../fault-proxy/rewriting/rewriters.ts';
import { fieldOf, withField } from '../network/fields.ts';
import type { DeviationNames, FamilyName } from './listed.ts';

export type { ResponseKit };
export type OrHonest<Key extends FamilyName> = DeviationNames[Key] | 'honest';

const saidOf = (title: string): string => `the identity provider's answer departs: ${title}`;
const unchanged = "the identity provider's answer was taken apart and put together as it was";

/** The ID token in the answer of the token endpoint, signed anew. An answer without one passes as it came. */
export function idTokenRewriter(name: OrHonest<'idToken'>, kit: IdTokenKit): Rewriter {
  const deviation = name === 'honest' ? undefined : idTokenDeviations[name];
  const make = deviation?.make ?? honestIdToken;
  return {
    kind: 'token',
    change: deviation ? saidOf(deviation.title) : unchanged,
    rewrite(answer) {
      const tokens = tokensIn(answer);
      if (!tokens) return undefined;
      return { ...answer, body: JSON.stringify({ ...tokens, id_token: make(idTokenIn(tokens.id_token), kit) }) };
    },
  };
}

/** The answer of the token endpoint as a whole. */
export function tokenAnswerRewriter(name: OrHonest<'tokenAnswer'>): Rewriter {
  const deviation = name === 'honest' ? undefined : tokenAnswerDeviations[name];
  const make: (honest: TokenAnswer) => TokenAnswer = deviation?.make ?? ((honest) => ({ ...honest }));
  return {
    kind: 'token',
    change: deviation ? saidOf(deviation.title) : unchanged,
    rewrite: (answer) => tokensIn(answer) && withNamedFields(answer, make),
  };
}

/** The published keys. */
export function keySetRewriter(name: OrHonest<'keySet'>, kit: KeySetKit): Rewriter {
  const deviation = name === 'honest' ? undefined : keySetDeviations[name];
  const make = deviation?.make ?? ((honest: KeySet): Readonly<Record<string, unknown>> => ({ ...honest }));
  return {
    kind: 'jwks',
    change: deviation ? saidOf(deviation.title) : unchanged,
    rewrite: (answer) =>
      answer.status === 200 ? { ...answer, body: JSON.stringify(make(JSON.parse(answer.body) as KeySet, kit)) } : undefined,
  };
}

/** The address with which a person comes back. */
export function authorizationResponseRewriter(name: OrHonest<'authorizationResponse'>, kit: ResponseKit): Rewriter {
  const deviation = name === 'honest' ? undefined : authorizationResponseDeviations[name];
  const make: (honest: URL, kit: ResponseKit) => URL = deviation?.make ?? ((honest) => new URL(honest));
  return {
    kind: 'authorization',
    change: deviation ? saidOf(deviation.title) : unchanged,
    rewrite(answer) {
      const location = fieldOf(answer.fields, 'location') ?? '';
      return { ...answer, fields: withField(answer.fields, 'Location', make(new URL(location), kit).href) };
    },
  };
}

/** What a deviation takes out of its kit; nothing for most. */
export function neededBy(name: DeviationNames['authorizationResponse']): keyof ResponseKit | undefined {
  const deviation: AuthorizationResponseDeviation = authorizationResponseDeviations[name];
  return deviation.needs;
}

/** Stops a person on the way back, with their valid response in hand. */
export const keepingResponse = (keep: (response: URL) => void): Rewriter => ({
  kind: 'authorization',
  change: 'somebody kept their answer of the identity provider to themselves',
  rewrite(answer) {
    keep(new URL(fieldOf(answer.fields, 'location') ?? ''));
    const cookies = answer.fields.filter(([name]) => name.toLowerCase() === 'set-cookie');
    return { status: 200, fields: [['Content-Type', 'text/html; charset=utf-8'], ...cookies], body: '<!doctype html><title>Kept</title>' };
  },
});

/** Looks at a genuine ID token, which goes on as it came. */
export const watchingIdToken = (look: (compact: string) => void): Rewriter => ({
  kind: 'token',
  change: unchanged,
  rewrite(answer) {
    const tokens = tokensIn(answer);
    if (tokens) look(tokens.id_token);
    return tokens && { ...answer };
  },
});

/** Looks at a valid response, which goes on as it came. */
export const watchingResponse = (look: (response: URL) => void): Rewriter => ({
  kind: 'authorization',
  change: unchanged,
  rewrite(answer) {
    look(new URL(fieldOf(answer.fields, 'location') ?? ''));
    return { ...answer };
  },
});

type Tokens = Readonly<Record<string, unknown>> & { readonly id_token: string };

function tokensIn({ status, body }: IdpAnswer): Tokens | undefined {
  if (status !== 200) return undefined;
  const said = JSON.parse(body) as Readonly<Record<string, unknown>>;
  return typeof said.id_token === 'string' ? { ...said, id_token: said.id_token } : undefined;
}

function withNamedFields(answer: IdpAnswer, make: (honest: TokenAnswer) => TokenAnswer): IdpAnswer {
  const fields = Object.fromEntries(answer.fields.map(([name, value]) => [name.toLowerCase(), value]));
  const made = make({ ...answer, fields });
  return { ...made, fields: Object.entries(made.fields) };
}
