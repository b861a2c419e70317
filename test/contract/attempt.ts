/** One sign-in of the contract tests, however it ends: what the relying party learns of it, by OpenID Connect or by SAML. */
import { decodeJwt, decodeProtectedHeader, type JWTPayload, type ProtectedHeaderParameters } from 'jose';
import { oneTimeCode } from '../../fakes/index.ts';
import { people, relyingParty } from '../../harness/fixtures/fixtures.ts';
import type { Realm, RunningIdp } from '../../harness/idp/driver.ts';
import { Agent, authorizationRequest, exchange, formWith, loginForm, type SignInEnd } from './relying-party-over-http.ts';

export type Outcome =
  | { readonly kind: 'signed-in'; readonly header: ProtectedHeaderParameters; readonly claims: JWTPayload; readonly usedCode: boolean }
  /** The ID token is encrypted. */
  | { readonly kind: 'unreadable'; readonly header: ProtectedHeaderParameters }
  /** The relying party was told so, or its exchange was refused. */
  | { readonly kind: 'error'; readonly error: string }
  /** A page of the identity provider. */
  | { readonly kind: 'page'; readonly status: number; readonly body: string };

type Who = { readonly name: string; readonly password: string; readonly otpSecret?: string };
export type AttemptOptions = {
  readonly person?: Who;
  readonly change?: Readonly<Record<string, string | null>>;
  readonly agent?: Agent;
};

export const umaWithCode: Who = { name: 'uma', ...people.uma };

/** Passes every form that it is shown: password, then one-time code. */
export async function passForms(
  agent: Agent,
  asked: SignInEnd,
  { name, password, otpSecret = '' }: Who,
): Promise<{ end: SignInEnd; usedCode: boolean }> {
  const first = asked.kind === 'page' ? loginForm(asked.answer) : undefined;
  const end = first ? await agent.follow(first.action, { method: 'POST', form: { ...first.hidden, username: name, password } }) : asked;
  const second = end.kind === 'page' ? formWith(end.answer, 'otp') : undefined;
  if (!second) return { end, usedCode: false };
  const form = { ...second.hidden, otp: oneTimeCode(otpSecret, Date.now()) };
  return { end: await agent.follow(second.action, { method: 'POST', form }), usedCode: true };
}

export async function attempt(idp: RunningIdp, realm: Realm, options: AttemptOptions = {}): Promise<Outcome> {
  const { person = umaWithCode, change = {}, agent = new Agent(idp) } = options;
  const request = await authorizationRequest(agent, realm, change);
  const { end, usedCode } = await passForms(agent, await agent.follow(request.url), person);
  if (end.kind === 'page') return { kind: 'page', status: end.answer.status, body: end.answer.body };
  const code = end.parameters.get('code');
  if (code === null) return { kind: 'error', error: end.parameters.get('error') ?? '' };
  const tokens = await exchange(agent, realm, request, code, relyingParty.clientSecret).catch((problem: Error) => problem.message);
  if (typeof tokens === 'string') return { kind: 'error', error: tokens.replace('token endpoint: ', '') };
  const header = decodeProtectedHeader(tokens.idToken);
  if (tokens.idToken.split('.').length === 5) return { kind: 'unreadable', header };
  return { kind: 'signed-in', header, claims: decodeJwt(tokens.idToken), usedCode };
}

/** The claims of a sign-in that must work. */
export async function claimsOf(idp: RunningIdp, realm: Realm, options: AttemptOptions = {}): Promise<JWTPayload> {
  const outcome = await attempt(idp, realm, options);
  if (outcome.kind !== 'signed-in') throw new Error(`nobody was signed in: ${outcome.kind} ${'error' in outcome ? outcome.error : ''}`);
  return outcome.claims;
}
