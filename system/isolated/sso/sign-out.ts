/** Ends a person's sign-on because they want it, and leads them to the identity provider to end it there, too. Threat: somebody else's page that ends it (S4). */
import { type Answer, forgottenCookie, pageAnswer, redirectAnswer } from '../../kernel/answer.ts';
import { sessionCookies } from '../../kernel/authentication.ts';
import { formTokenIn } from '../../kernel/form-token.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Action, ServiceRequest } from '../../kernel/service.ts';
import { nothingEndedPage, signedOutPage, signOutPage } from './pages.ts';
import type { Parts } from './parts.ts';
import { inForce, type Protocols } from './protocols.ts';

export type SigningOut = { readonly parts: Parts; readonly protocols: Protocols };

/** The page that asks, and its form. */
export const signOutActions = (signingOut: SigningOut): readonly Action[] => [
  {
    method: 'GET',
    path: '/sign-out',
    event: 'sso.sign-out-page.shown',
    run: async (request) => ask(signingOut, request),
    refused: nothingEndedPage,
  },
  {
    method: 'POST',
    path: '/sign-out',
    event: 'sso.sign-out.submitted',
    run: (request) => signOut(signingOut, request),
    refused: nothingEndedPage,
  },
];

/** Throws `Refusal` with `session.sign-out.session-unknown`. */
function ask({ parts, protocols }: SigningOut, request: ServiceRequest): Answer {
  const id = request.cookies[sessionCookies.singleSignOn];
  const subject = parts.sessions.signedOn(id);
  if (subject === undefined || id === undefined) throw new Refusal('session.sign-out.session-unknown', { cites: ['I-08'] });
  const leavesTo = inForce(protocols, parts.settings.current())?.leavesTo();
  const page = signOutPage(parts.sessions.signOnFormToken(id), leavesTo);
  return { ...page, actor: subject };
}

/** The sessions here end whatever becomes of the way to the identity provider. Throws `Refusal` with a code of `session.sign-out`. */
async function signOut({ parts, protocols }: SigningOut, request: ServiceRequest): Promise<Answer> {
  const { sessions } = parts;
  const id = request.cookies[sessionCookies.singleSignOn];
  const { subject: actor, idpSession, facts, end: effect } = sessions.signOut({ id, formToken: formTokenIn(request.form) });
  const forgotten = forgottenCookie(sessionCookies.singleSignOn, 'Lax');
  const wayOut = idpSession && (await inForce(protocols, parts.settings.current())?.leave(idpSession));
  const extras = { actor, facts: { ...facts, toldIdp: wayOut !== undefined }, effect };
  if (!wayOut) return { ...signedOutPage(false, [forgotten]), ...extras };
  const { by } = wayOut;
  const leading = { ...extras, cookies: [forgotten, ...wayOut.cookies] };
  return 'page' in by ? pageAnswer(by.page, leading) : redirectAnswer(by.location, leading);
}
