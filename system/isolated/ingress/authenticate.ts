/** The one authentication call of a request: asked of the one who knows, and fail closed when nobody answers (I-04, M-05). */
import {
  type AuthenticationAnswer,
  type AuthenticationQuestion,
  authenticationAnswerSchema,
  decidePath,
  decideTimeoutMs,
  sessionCookies,
} from '../../kernel/authentication.ts';
import type { Hop } from '../../kernel/hop.ts';
import type { Log } from '../../kernel/ports.ts';
import type { Route } from './route.ts';
import type { Visit } from './visit.ts';

export type Answerers = {
  /** Where the one authentication call goes. */
  readonly authentication: Hop;
  readonly breakGlass: Hop;
  readonly log: Log;
};
export type Authenticated = {
  readonly answer: AuthenticationAnswer | 'no-answer' | 'not-asked';
  readonly askedBreakGlass: boolean;
  /** Asks the same again, as no use of the session: whether it still lives. */
  again(): Promise<AuthenticationAnswer | 'no-answer'>;
};

/** A break-glass cookie is break-glass's business on every host, so that it opens nothing but AdminHub. */
export async function authenticate(
  answerers: Answerers,
  { route, visit, returnTo }: { readonly route: Route; readonly visit: Visit; readonly returnTo: string },
): Promise<Authenticated> {
  if (route.access !== 'session') return { answer: 'not-asked', askedBreakGlass: false, again: async () => 'no-answer' };
  const breakGlassSession = visit.cookies[sessionCookies.breakGlass];
  const askedBreakGlass = breakGlassSession !== undefined;
  const session = breakGlassSession ?? visit.cookies[sessionCookies.host];
  const question: AuthenticationQuestion = {
    reference: visit.reference,
    host: visit.host,
    audience: route.to,
    returnTo,
    peer: visit.peer,
    mayBeLedToSignIn: visit.mayBeLedToSignIn,
    ...(session === undefined ? {} : { session }),
  };
  const asked = askedBreakGlass ? answerers.breakGlass : answerers.authentication;
  const ask = async (said: AuthenticationQuestion): Promise<AuthenticationAnswer | 'no-answer'> => {
    try {
      return authenticationAnswerSchema.parse(await asked.call(decidePath, said, decideTimeoutMs));
    } catch (error) {
      answerers.log.error('the authentication call got no answer', error);
      return 'no-answer';
    }
  };
  const again = (): Promise<AuthenticationAnswer | 'no-answer'> => ask({ ...question, mayBeLedToSignIn: false, again: true });
  return { answer: await ask(question), askedBreakGlass, again };
}
