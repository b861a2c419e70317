/** What the org admins' actions share: who asks, the form token, and the one way of answering. */
import { type Answer, jsonAnswer } from '../../kernel/answer.ts';
import type { ContextAction } from '../../kernel/context-actions.ts';
import type { VerifiedContext } from '../../kernel/context-rules.ts';
import type { EventName } from '../../kernel/events.ts';
import { demand } from '../../kernel/refusal.ts';
import type { RuleTable } from '../../kernel/rule.ts';
import type { ServiceRequest } from '../../kernel/service.ts';
import type { AdministrationFacts } from './administration.ts';
import type { Changing } from './change.ts';
import type { Connectors } from './connectors.ts';
import type { Directory } from './directory.ts';
import type { ActiveRules } from './group-rules/active-rules.ts';
import type { HeldChanges } from './held.ts';
import type { Window } from './scim/window.ts';

/** What AdminHub lends: the token that each of its forms carries (S4). */
export type Forms = {
  formToken(who: VerifiedContext): string;
  formTokenRight(who: VerifiedContext, request: ServiceRequest): boolean;
};
export type AdministrationParts = {
  readonly directory: Directory;
  readonly changing: Changing;
  readonly connectors: Connectors;
  readonly window: Window;
  readonly held: HeldChanges;
  readonly active: ActiveRules;
  readonly table: RuleTable<AdministrationFacts>;
};

export const administrationFacts = (said: Partial<AdministrationFacts>): AdministrationFacts => ({
  formTokenRight: true,
  actionKnown: true,
  found: true,
  nameUsable: true,
  ...said,
});

/** Somebody who asks for something to be done. */
export type Asker = { readonly actor: string; readonly peer: string; readonly of: string };
export type Doing = (request: ServiceRequest, asker: Asker) => Promise<Record<string, unknown>>;

/** A form of AdminHub's: judged for its token, done alone, and answered as data. */
export const formAction =
  ({ table, changing }: AdministrationParts, forms: Forms) =>
  (path: string, event: EventName, work: Doing): ContextAction => ({
    method: 'POST',
    path,
    event,
    run: async (who, request): Promise<Answer> => {
      demand(table, administrationFacts({ formTokenRight: forms.formTokenRight(who, request) }));
      const asker = { actor: who.sub, peer: request.peer, of: request.reference };
      return jsonAnswer(await changing.exclusively(() => work(request, asker)));
    },
  });
