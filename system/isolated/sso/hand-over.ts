/** Leads a person who is signed on back to the product's host, with a one-time code for the session there (S7). */
import { type Answer, redirectAnswer } from '../../kernel/answer.ts';
import { handleOf } from '../../kernel/secret-handle.ts';
import { endedFacts } from './ended-facts.ts';
import type { Parts } from './parts.ts';

/** `state` and `host` of the hand-over, the sign-on's id, and whose it is; the handles of those that it put an end to. */
export type Ready = {
  readonly state: string;
  readonly host: string;
  readonly signOn: string;
  readonly subject: string;
  readonly ended?: readonly string[];
};

export function handOver({ sessions }: Parts, { state, host, signOn, subject, ended = [] }: Ready, set: readonly string[] = []): Answer {
  const code = sessions.issueCode(state, signOn);
  return redirectAnswer(`https://${host}/.auth/session?${new URLSearchParams({ code, state })}`, {
    cookies: set,
    actor: subject,
    facts: { signOn: handleOf(signOn), ...endedFacts(ended) },
  });
}
