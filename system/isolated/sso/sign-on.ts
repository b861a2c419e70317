/** Signs a person on whom the identity provider vouched for, and leads them back to the product's host (I-08, S7). */
import { type Answer, hostCookie } from '../../kernel/answer.ts';
import { sessionCookies } from '../../kernel/authentication.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { handOver } from './hand-over.ts';
import { cookies, type Parts } from './parts.ts';

export type Vouched = {
  /** The state of the hand-over that the sign-in was for. */
  readonly handOver: string;
  readonly identity: { readonly issuer: string; readonly idpSubject: string };
};

/** A new session, always. Throws `Refusal` with `session.hand-over.state-unknown` when nobody waits for it any more; then there is none. */
export function signOn(parts: Parts, { handOver: state, identity }: Vouched): Answer {
  const { sessions } = parts;
  const host = sessions.handOverHost(state);
  if (host === undefined) throw new Refusal('session.hand-over.state-unknown', { cites: ['I-05'] });
  const subject = parts.subjectOf(identity);
  const id = sessions.startSignOn(subject);
  return handOver(parts, { state, host, signOn: id, subject }, [
    hostCookie(sessionCookies.singleSignOn, id, { maxAgeSeconds: sessions.absoluteSeconds, sameSite: 'Lax' }),
    hostCookie(cookies.signIn, '', { maxAgeSeconds: 0, sameSite: 'Lax' }),
  ]);
}
