/** Signs a person on whom the identity provider vouched for, and leads them back to the product's host (I-08, S7). */
import { type Answer, forgottenCookie } from '../../kernel/answer.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { handOver } from './hand-over.ts';
import { cookies, type Parts, signOnCookie } from './parts.ts';
import type { Vouched } from './vouched.ts';

/** A new session, always. Throws `Refusal` with `session.hand-over.state-unknown` when nobody waits for it any more, with a code of `directory.sign-in`, or with a code of `session.sign-on`; then there is none. */
export function signOn(parts: Parts, vouched: Vouched): Answer {
  if (parts.signedInForTest) return parts.signedInForTest(vouched);
  const { sessions } = parts;
  const { handOver: state, identity, email, sid, notAfterMs, replaces } = vouched;
  const host = sessions.handOverHost(state);
  if (host === undefined) throw new Refusal('session.hand-over.state-unknown', { cites: ['I-05'] });
  const subject = parts.subjectOf(identity, { email });
  const idpSession = { ...identity, ...(sid === undefined ? {} : { sid }) };
  const { id, ended } = sessions.startSignOn(subject, { idpSession, notAfterMs, replaces });
  return handOver(parts, { state, host, signOn: id, subject, ended }, [signOnCookie(parts, id), forgottenCookie(cookies.signIn, 'Lax')]);
}
