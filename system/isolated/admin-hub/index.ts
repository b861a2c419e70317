/** AdminHub: where the organisation's identity provider settings are looked at and changed, by org admins and by break-glass (A-07, B-05). */
import { type Answer, jsonAnswer, pageAnswer } from '../../kernel/answer.ts';
import type { AuditTrail } from '../../kernel/audit-trail.ts';
import { contextActions } from '../../kernel/context-actions.ts';
import type { ContextIssuer, VerifiedContext } from '../../kernel/context-rules.ts';
import { contextVerifier } from '../../kernel/context-verifier.ts';
import { domainAllowlist } from '../../kernel/domain-allowlist.ts';
import { formTokens } from '../../kernel/form-token.ts';
import type { IdpSettings } from '../../kernel/idp-settings.ts';
import type { IdpLook, SettingsLife } from '../../kernel/idp-settings-draft.ts';
import type { AuditLog, Clock, Log, Random } from '../../kernel/ports.ts';
import { demand, type Refusal, type SafeFacts } from '../../kernel/refusal.ts';
import type { CodeOf } from '../../kernel/rule.ts';
import type { Service, ServiceRequest } from '../../kernel/service.ts';
import type { AccessRefusal } from './access.ts';
import { auditActions } from './audit/actions.ts';
import { automationActions } from './automation/actions.ts';
import { connectorsActions } from './connectors/actions.ts';
import { diagnosisActions } from './diagnosis/actions.ts';
import { domainsActions } from './domains/actions.ts';
import type { BreakGlassSession, Visitor } from './frame.ts';
import { fromOurForms } from './from-our-forms.ts';
import { groupRulesActions } from './group-rules/actions.ts';
import { groupsActions } from './groups/actions.ts';
import { heldActions } from './held/actions.ts';
import { hrFeedActions } from './hr-feed/actions.ts';
import type { UploadRefusal } from './hr-feed/rules.ts';
import { keysActions } from './keys/actions.ts';
import type { StrikeOutRefusal } from './keys/strike-out.ts';
import { overviewAction } from './overview.ts';
import type { HubAction, HubParts } from './parts.ts';
import { peopleActions } from './people/actions.ts';
import { type AdminHubPolicy, type adminHubContextRules, releasedAdminHubPolicy } from './policy.ts';
import { mayBeTold, refusedPage } from './refused.ts';
import type { FormRefusal } from './request.ts';
import { sessionsActions } from './sessions/actions.ts';
import { settingsActions } from './settings/actions.ts';
import type { ActivationRefusal } from './settings/activation.ts';
import type { SettingsChangeRefusal } from './settings/idp-settings.ts';
import type { ImportRefusal } from './settings/import/rules.ts';
import type { RollBackRefusal } from './settings/roll-back.ts';
import { trustActions } from './trust/actions.ts';

export { type AccessFacts, accessRules } from './access.ts';
export { knownDiagnoses } from './diagnosis/known.ts';
export { type StrikeOutFacts, strikeOutRules } from './keys/strike-out.ts';
export { type AdminHubPolicy, releasedAdminHubPolicy } from './policy.ts';
export { type FormFacts, formRules } from './request.ts';
export { type ActivationFacts, activationRules, type DraftFacts, draftRules } from './settings/activation.ts';
export { type SettingsChangeFacts, settingsChangeRules } from './settings/idp-settings.ts';
export { type ImportFacts, importRules } from './settings/import/rules.ts';
export { type RollBackFacts, rollBackRules } from './settings/roll-back.ts';

export type AdminHubRefusal =
  | CodeOf<typeof adminHubContextRules>
  | AccessRefusal
  | ActivationRefusal
  | FormRefusal
  | ImportRefusal
  | RollBackRefusal
  | SettingsChangeRefusal
  | StrikeOutRefusal
  | UploadRefusal;

export type AdminHubConfig = {
  readonly cloud: string;
  /** Where people sign in. */
  readonly loginOrigin: string;
  /** Exact hosts with an optional path, kept by Support (B-09). */
  readonly idpDomainAllowlist: readonly string[];
};
export type AdminHubPorts = {
  /** The authentication service (channel `ingress`) and break-glass (channel `break-glass`). */
  readonly issuers: readonly ContextIssuer[];
  readonly clock: Clock;
  readonly random: Random;
  readonly audit: AuditLog;
  readonly trail: AuditTrail;
  readonly log: Log;
  readonly settings: SettingsLife;
  look(settings: IdpSettings): Promise<IdpLook>;
  readonly read: HubParts['read'];
  readonly sessions: HubParts['sessions'];
  readonly contextKeys: HubParts['contextKeys'];
  readonly directory: HubParts['directory'];
  readonly administration: HubParts['administration'];
  readonly keys: HubParts['keys'];
  /** By the directory, never by a claim (S10). Not asked about break-glass. */
  isOrgAdmin(subject: string): boolean;
  /** By the `sid` of a break-glass context. */
  breakGlassSessionEnd(handle: string): BreakGlassSession | undefined;
};

/** Throws a TypeError when the allowlist holds something that is not a host with an optional path. */
export function createAdminHub(config: AdminHubConfig, ports: AdminHubPorts, policy: AdminHubPolicy = releasedAdminHubPolicy): Service {
  const { cloud } = config;
  const { clock, audit, log, issuers } = ports;
  const verify = contextVerifier({ product: 'admin-hub', cloud, issuers, clock, table: policy.context });
  const parts = hubParts(config, ports, policy);
  const actors = new WeakMap<ServiceRequest, string>();

  const admit = (who: VerifiedContext, request: ServiceRequest): SafeFacts => {
    actors.set(request, who.sub);
    const { channel, sub } = who;
    demand(policy.access, { channel, orgAdmin: channel === 'ingress' && ports.isOrgAdmin(sub) }, { channel });
    return { channel };
  };

  return {
    name: 'admin-hub',
    audit,
    log,
    actions: contextActions({ verify, admit }, ownActions(parts)),
    refused: (refusal, request) => refusedAnswer(cloud, refusal, { request, actor: actors.get(request) }),
  };
}

const ownActions = (parts: HubParts): readonly HubAction[] =>
  [
    overviewAction(parts),
    ...settingsActions(parts),
    ...diagnosisActions(parts),
    ...keysActions(parts),
    ...trustActions(parts),
    ...sessionsActions(parts),
    ...peopleActions(parts),
    ...groupsActions(parts),
    ...automationActions(parts),
    ...groupRulesActions(parts),
    ...hrFeedActions(parts),
    ...heldActions(parts),
    ...connectorsActions(parts),
    ...domainsActions(parts),
    ...auditActions(parts),
  ].map((action) => fromOurForms(parts, action));

function hubParts(config: AdminHubConfig, ports: AdminHubPorts, policy: AdminHubPolicy): HubParts {
  const { cloud, loginOrigin } = config;
  const { clock, settings, trail, log, sessions, contextKeys, directory, administration, keys } = ports;
  const tokens = formTokens(ports.random);
  const visitorOf = ({ sub, sid, channel }: VerifiedContext): Visitor => {
    const session = channel === 'break-glass' ? ports.breakGlassSessionEnd(sid) : undefined;
    return { subject: sub, door: channel === 'break-glass' ? 'break-glass' : 'single sign-on', ...(session ? { session } : {}) };
  };
  return {
    cloud,
    loginOrigin,
    policy,
    clock,
    settings,
    trail,
    log,
    sessions,
    contextKeys,
    directory,
    administration,
    keys,
    look: ports.look,
    read: ports.read,
    allowlist: domainAllowlist(config.idpDomainAllowlist),
    frame: (who) => ({
      cloud,
      visitor: visitorOf(who),
      formToken: tokens.of(who.sid),
      ...(who.channel === 'break-glass' ? {} : { signOut: `${loginOrigin}/sign-out` }),
    }),
    formTokenRight: ({ sid }, { form }) => tokens.isIn(form, sid),
  };
}

/** Somebody who may change things may know why it was not done; anybody else learns nothing. */
function refusedAnswer(
  cloud: string,
  { code, facts }: Refusal,
  { request, actor }: { readonly request: ServiceRequest; readonly actor: string | undefined },
): Answer {
  const extras = { status: 403, ...(actor === undefined ? {} : { actor }) };
  const problems = typeof facts.problems === 'string' ? facts.problems.split(' ') : [code];
  const where = typeof facts.where === 'string' && facts.where !== '' ? { where: facts.where } : {};
  if (request.wantsPage) return pageAnswer(refusedPage(cloud, problems, where), extras);
  return jsonAnswer(mayBeTold(code) ? { error: code, problems, ...where } : { error: 'not available' }, extras);
}
