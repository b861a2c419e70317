/** What the areas of AdminHub share: its settings and ports, built once, and the two forms in which everything is shown. */
import { type Answer, jsonAnswer, pageAnswer } from '../../kernel/answer.ts';
import type { AuditTrail } from '../../kernel/audit-trail.ts';
import type { ContextAction } from '../../kernel/context-actions.ts';
import type { DomainAllowlist } from '../../kernel/domain-allowlist.ts';
import type { Page } from '../../kernel/html.ts';
import type { IdpSettingsStore } from '../../kernel/idp-settings.ts';
import type { Clock } from '../../kernel/ports.ts';
import type { SafeFacts } from '../../kernel/refusal.ts';
import type { ServiceRequest } from '../../kernel/service.ts';
import type { VerifiedContext } from '../../kernel/tokens.ts';
import type { Frame } from './frame.ts';
import type { AdminHubPolicy } from './policy.ts';

export type HubAction = ContextAction;
export type HubParts = {
  readonly cloud: string;
  readonly loginOrigin: string;
  readonly allowlist: DomainAllowlist;
  readonly policy: AdminHubPolicy;
  readonly clock: Clock;
  readonly trail: AuditTrail;
  readonly settings: IdpSettingsStore;
  frame(who: VerifiedContext): Frame;
  /** Whether a form comes from a page of this very session (S4). */
  formTokenRight(who: VerifiedContext, request: ServiceRequest): boolean;
};

/** The same for people and for scripts: who asks for a page is shown one, anybody else the values. */
export const shown = (
  parts: HubParts,
  request: ServiceRequest,
  said: { readonly value: Readonly<Record<string, unknown>>; readonly page: () => Page; readonly facts?: SafeFacts },
): Answer => {
  const extras = said.facts === undefined ? {} : { facts: said.facts };
  return request.wantsPage ? pageAnswer(said.page(), extras) : jsonAnswer({ cloud: parts.cloud, ...said.value }, extras);
};

/** Where a page of the audit trail ended, as a query holds it. */
export const placeIn = (text: string | undefined): number | undefined =>
  text !== undefined && /^[1-9][0-9]{0,14}$/.test(text) ? Number(text) : undefined;
