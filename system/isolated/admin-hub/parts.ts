/** What the areas of AdminHub share: its settings and ports, built once, and the two forms in which everything is shown. */
import { type Answer, jsonAnswer, pageAnswer, redirectAnswer } from '../../kernel/answer.ts';
import type { AuditTrail } from '../../kernel/audit-trail.ts';
import type { ContextAction } from '../../kernel/context-actions.ts';
import type { VerifiedContext } from '../../kernel/context-rules.ts';
import type { ContextSigner } from '../../kernel/context-signer.ts';
import type { Asker, DirectoryAdministration } from '../../kernel/directory-administration.ts';
import type { DirectoryView } from '../../kernel/directory-view.ts';
import type { DomainAllowlist } from '../../kernel/domain-allowlist.ts';
import type { Page } from '../../kernel/html.ts';
import type { IdpSettings } from '../../kernel/idp-settings.ts';
import type { IdpLook, ImportFrom, ImportOutcome, SettingsLife } from '../../kernel/idp-settings-draft.ts';
import type { ListedCertificate, ListedKey, PublishedIdpKey } from '../../kernel/listed-keys.ts';
import type { Clock, Log } from '../../kernel/ports.ts';
import { Refusal, type SafeFacts } from '../../kernel/refusal.ts';
import type { RuleTable } from '../../kernel/rule.ts';
import type { ServiceRequest } from '../../kernel/service.ts';
import type { SessionAdministration, SessionEnds } from '../../kernel/sessions.ts';
import type { Frame } from './frame.ts';
import type { AdminHubPolicy } from './policy.ts';

export type HubAction = ContextAction;
/** By which keys the identity provider is believed, and we are. */
export type ShownKeys = {
  idpCertificates(): readonly ListedCertificate[];
  published(): Promise<readonly PublishedIdpKey[]>;
  own(): readonly ListedKey[];
};
export type HubParts = {
  readonly cloud: string;
  readonly loginOrigin: string;
  readonly allowlist: DomainAllowlist;
  readonly policy: AdminHubPolicy;
  readonly clock: Clock;
  readonly trail: AuditTrail;
  readonly settings: SettingsLife;
  /** At the identity provider of these settings; no live sign-in notices. */
  look(settings: IdpSettings): Promise<IdpLook>;
  /** What an identity provider says of itself. */
  read(from: ImportFrom): Promise<ImportOutcome>;
  readonly log: Log;
  readonly sessions: SessionAdministration & Pick<SessionEnds, 'endAll'>;
  /** The keys by which the authentication service signs contexts. */
  readonly contextKeys: Pick<ContextSigner, 'keys' | 'strikeOut'>;
  readonly directory: DirectoryView;
  readonly administration: DirectoryAdministration;
  readonly keys: ShownKeys;
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

/** Who asks for a change, for what is recorded of it. */
export const askerOf = ({ sub }: VerifiedContext, { peer, reference }: ServiceRequest): Asker => ({ actor: sub, peer, of: reference });

type Done = { readonly location: string; readonly value?: Readonly<Record<string, unknown>>; readonly facts?: SafeFacts };
/** After a change, or with what does it: a page leads on, a script is told. */
export const done = (
  { wantsPage }: ServiceRequest,
  { location, value = {}, facts = {}, effect = () => {} }: Done & { readonly effect?: () => void },
): Answer => (wantsPage ? redirectAnswer(location, { facts, effect }) : jsonAnswer({ done: true, location, ...value }, { facts, effect }));

/** Judges by every rule: whoever repairs something is told all that is wrong with it, not only what comes first (C-07). The `Refusal` has the code of the first, and all of them as a fact. */
export function demandAll<Facts>(table: RuleTable<Facts>, facts: Facts, safeFacts: SafeFacts = {}): void {
  const broken = table.filter((rule) => !rule.holds(facts));
  const [first] = broken;
  if (first)
    throw new Refusal(first.code, { cites: first.cites, facts: { ...safeFacts, problems: broken.map(({ code }) => code).join(' ') } });
}
