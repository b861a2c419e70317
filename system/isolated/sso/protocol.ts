/** What one protocol does of a sign-in. All else is the same for both: who is signed on already, what a person is told, and the way back to the product. */
import type { Answer } from '../../kernel/answer.ts';
import type { Page } from '../../kernel/html.ts';
import type { Action, ServiceRequest } from '../../kernel/service.ts';
import type { IdpSession } from '../../kernel/sessions.ts';
import type { Discovered } from './idp.ts';

/** What a look at the identity provider came to. */
export type Look = {
  readonly discovered: Discovered;
  /** Sends a person there for the hand-over with this state. Absent while that cannot be done. */
  readonly send?: (handOver: string) => Answer;
};

/** Leads a person to sign out at the identity provider, too. */
export type WayOut = {
  /** An address; or a page that posts, where what is said may stand in no address. */
  readonly by: { readonly location: string } | { readonly page: Page };
  /** What binds the way back to this browser. */
  readonly cookies: readonly string[];
};

export type Protocol<Settings> = {
  /** Asked before anybody is sent away. `anyway`: by what it said when it last answered, if it is only away. Never throws. */
  look(settings: Settings, anyway: boolean): Promise<Look>;
  /** It was good before, so that a person may go on to it although it is away from here. */
  knownBefore(settings: Settings): boolean;
  /** Where a person who signed out here is sent, to sign out there, too; undefined when the identity provider cannot be asked to. Never throws. */
  leave(settings: Settings, idpSession: IdpSession): Promise<WayOut | undefined>;
  /** The origin of that place, as far as it is known: the form that leads there must be allowed to (CSP3 §6.4.1). */
  leavesTo(settings: Settings): string | undefined;
  /** The state of the hand-over for which the sign-in was begun that this request brings back; undefined when none was begun here. */
  begunFor(request: ServiceRequest): string | undefined;
  readonly actions: readonly Action[];
};
