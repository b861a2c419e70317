/** The actions of a product: each is done only by whom a valid user context token names (I-09, I-10). */
import type { Answer } from './answer.ts';
import type { ContextVerifier, VerifiedContext } from './context-rules.ts';
import { Refusal, type SafeFacts } from './refusal.ts';
import type { Action, ServiceRequest } from './service.ts';

export type ContextAction = Pick<Action, 'method' | 'path' | 'event' | 'takesFile'> & {
  run(who: VerifiedContext, request: ServiceRequest): Answer | Promise<Answer>;
};
export type Admission = {
  readonly verify: ContextVerifier;
  /** Whether somebody who is known may come in: throws `Refusal` when not. What it returns goes on record with every answer. */
  admit?(who: VerifiedContext, request: ServiceRequest): SafeFacts;
};

/** The record of an allowed action names its actor, and every record the handle of the session: a refused use is a use, too. Refuses with the codes of the verifier, and with those of `admit`. */
export const contextActions = ({ verify, admit }: Admission, actions: readonly ContextAction[]): readonly Action[] =>
  actions.map(({ run, ...action }) => ({
    ...action,
    run: async (request) => {
      const who = await verify(request.context);
      const session = { session: who.sid };
      try {
        const admitted = admit?.(who, request);
        const said = await run(who, request);
        return { ...said, actor: who.sub, facts: { ...said.facts, ...admitted, ...session } };
      } catch (error) {
        throw error instanceof Refusal ? error.noting(session) : error;
      }
    },
  }));
