/** Answers the ingress for one request: yes with a context for its product, a way to sign in, or a refusal (I-09). */
import { hostCookie } from '../../kernel/answer.ts';
import type { AuthenticationAnswer, AuthenticationQuestion } from '../../kernel/authentication.ts';
import { cookies, type Parts } from './parts.ts';

export async function decide(parts: Parts, question: AuthenticationQuestion): Promise<AuthenticationAnswer> {
  const { sessions, signer, cloud, loginOrigin } = parts;
  const { judgement, subject, handle } = sessions.judgeHost(question.session, question.host, question.again ? 'again' : 'used');
  if (judgement.allowed) {
    const context = await signer.mint(question.audience, { sub: subject, sid: handle, cloud, channel: 'ingress' });
    return { kind: 'allowed', context, actor: subject };
  }
  const { code, cites } = judgement;
  if (!question.mayBeLedToSignIn) return { kind: 'refused', code, cites, facts: {} };
  const { state, browser } = sessions.startHandOver(question.host, question.returnTo);
  return {
    kind: 'sign-in',
    code,
    cites,
    location: `${loginOrigin}/start?${new URLSearchParams({ state })}`,
    cookies: [hostCookie(cookies.handOver, browser, { maxAgeSeconds: sessions.handOverSeconds, sameSite: 'Lax' })],
  };
}
