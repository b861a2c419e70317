/** Judges the end of a session on the holder's own wish. Threat: somebody else's page that ends it (S4). */
import { type Answer, hostCookie, pageAnswer } from '../../kernel/answer.ts';
import { sessionCookies } from '../../kernel/authentication.ts';
import { demand } from '../../kernel/refusal.ts';
import type { CodeOf, RuleTable } from '../../kernel/rule.ts';
import { formToken, sameSecret } from '../../kernel/secret-handle.ts';
import type { ServiceRequest } from '../../kernel/service.ts';
import { signedOutPage } from './pages.ts';
import type { Parts } from './parts.ts';

export type SignOutFacts = { readonly sessionKnown: boolean; readonly formTokenRight: boolean };

export const signOutRules = [
  { code: 'break-glass.sign-out.session-unknown', cites: ['G-03'], holds: (f) => f.sessionKnown },
  { code: 'break-glass.sign-out.form-token-wrong', cites: ['S4'], holds: (f) => f.formTokenRight },
] as const satisfies RuleTable<SignOutFacts>;
export type SignOutRefusal = CodeOf<typeof signOutRules>;

/** Removes the session and its cookie. Throws `Refusal` with a code of `break-glass.sign-out`. */
export async function signOut({ sessions, formKey, config, policy }: Parts, request: ServiceRequest): Promise<Answer> {
  const id = request.cookies[sessionCookies.breakGlass] ?? '';
  const session = sessions.find(id);
  const expected = formToken(formKey, session?.handle ?? '');
  const facts = { sessionKnown: session !== undefined, formTokenRight: sameSecret(request.form['form-token'] ?? '', expected) };
  demand(policy.tables.signOut, facts, { account: session?.account ?? 'unknown' });
  sessions.end(id);
  const cookies = [hostCookie(sessionCookies.breakGlass, '', { maxAgeSeconds: 0, sameSite: 'Strict' })];
  return pageAnswer(signedOutPage(config.cloud), { cookies, actor: session?.account ?? 'anonymous' });
}
