/** Signs a person on whom the identity provider vouched for, and leads them back to the product's host (I-08, S7). */
import { type Answer, hostCookie } from '../../kernel/answer.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { handOver } from './hand-over.ts';
import { cookies, type Parts, signOnCookie } from './parts.ts';

export type Vouched = {
  /** The state of the hand-over that the sign-in was for. */
  readonly handOver: string;
  readonly identity: { readonly issuer: string; readonly idpSubject: string };
  /** The address that the identity provider gives for the person: the directory judges its domain, and keeps it nowhere. */
  readonly email?: string | undefined;
  /** `sid` of the ID token or SessionIndex of the assertion: by it the identity provider ends this session again. */
  readonly sid?: string | undefined;
  /** When the identity provider wants it to be over at the latest, in milliseconds since the epoch. */
  readonly notAfterMs?: number | undefined;
  /** The sign-on cookie that the browser sent: what it names ends. */
  readonly replaces: string | undefined;
};

/** A new session, always. Throws `Refusal` with `session.hand-over.state-unknown` when nobody waits for it any more, with a code of `directory.sign-in`, or with a code of `session.sign-on`; then there is none. */
export function signOn(parts: Parts, vouched: Vouched): Answer {
  const { sessions } = parts;
  const { handOver: state, identity, email, sid, notAfterMs, replaces } = vouched;
  const host = sessions.handOverHost(state);
  if (host === undefined) throw new Refusal('session.hand-over.state-unknown', { cites: ['I-05'] });
  const subject = parts.subjectOf(identity, { email });
  const idpSession = { ...identity, ...(sid === undefined ? {} : { sid }) };
  const id = sessions.startSignOn(subject, { idpSession, notAfterMs, replaces });
  return handOver(parts, { state, host, signOn: id, subject }, [
    signOnCookie(parts, id),
    hostCookie(cookies.signIn, '', { maxAgeSeconds: 0, sameSite: 'Lax' }),
  ]);
}
