/** Takes a sign-in over on the product's own host: a one-time code becomes the session there (S7). */
import { type Answer, forgottenCookie, hostCookie, redirectAnswer } from '../../kernel/answer.ts';
import { sessionCookies } from '../../kernel/authentication.ts';
import type { ServiceRequest } from '../../kernel/service.ts';
import { cookies, type Parts } from './parts.ts';

/** Leads back to where the person began. Throws `Refusal` with a code of `session.hand-over`, or `session.host.parent-ended`. */
export async function redeem({ sessions }: Parts, request: ServiceRequest): Promise<Answer> {
  const { code = '', state = '' } = request.query;
  const [browser = '', held] = [request.cookies[cookies.handOver], request.cookies[sessionCookies.host]];
  const redeemed = sessions.redeem({ code, state, browser, host: request.host, held });
  return redirectAnswer(redeemed.returnTo, {
    actor: redeemed.subject,
    facts: redeemed.facts,
    cookies: [
      hostCookie(sessionCookies.host, redeemed.id, { maxAgeSeconds: sessions.absoluteSeconds, sameSite: 'Lax' }),
      forgottenCookie(cookies.handOver, 'Lax'),
    ],
  });
}
