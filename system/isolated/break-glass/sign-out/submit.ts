/** Ends a session on the holder's own wish: gathers the facts of the form, judges them, and removes session and cookie (S4). */
import { type Answer, forgottenCookie, pageAnswer } from '../../../kernel/answer.ts';
import { sessionCookies } from '../../../kernel/authentication.ts';
import { demand } from '../../../kernel/refusal.ts';
import type { ServiceRequest } from '../../../kernel/service.ts';
import { signedOutPage } from '../pages.ts';
import type { Parts } from '../parts.ts';

/** Removes the session and its cookie. Throws `Refusal` with a code of `break-glass.sign-out`. */
export async function signOut({ sessions, formTokens, config, policy }: Parts, request: ServiceRequest): Promise<Answer> {
  const id = request.cookies[sessionCookies.breakGlass] ?? '';
  const session = sessions.find(id);
  const facts = { sessionKnown: session !== undefined, formTokenRight: formTokens.isIn(request.form, session?.handle ?? '') };
  demand(policy.tables.signOut, facts, { account: session?.account ?? 'unknown' });
  sessions.end(id);
  const cookies = [forgottenCookie(sessionCookies.breakGlass, 'Strict')];
  return pageAnswer(signedOutPage(config.cloud), { cookies, actor: session?.account ?? 'anonymous' });
}
