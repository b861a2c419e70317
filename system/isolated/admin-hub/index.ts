/** AdminHub: where the organisation's identity provider settings are looked at and changed, by org admins and by break-glass (A-07, B-05). */
import { type Answer, pageAnswer } from '../../kernel/answer.ts';
import { contextActions } from '../../kernel/context-actions.ts';
import { contextVerifier } from '../../kernel/context-verifier.ts';
import { domainAllowlist } from '../../kernel/domain-allowlist.ts';
import type { IdpSettingsStore } from '../../kernel/idp-settings.ts';
import type { AuditLog, Clock, Log, Random } from '../../kernel/ports.ts';
import { demand, type SafeFacts } from '../../kernel/refusal.ts';
import type { CodeOf, RuleTable } from '../../kernel/rule.ts';
import { formToken, sameSecret } from '../../kernel/secret-handle.ts';
import type { Service, ServiceRequest } from '../../kernel/service.ts';
import { type ContextFacts, type ContextIssuer, contextRules, type VerifiedContext } from '../../kernel/tokens.ts';
import { type AccessFacts, type AccessRefusal, accessRules } from './access.ts';
import { type SettingsChangeFacts, type SettingsChangeRefusal, settingsChangeRules } from './idp-settings.ts';
import { type BreakGlassSession, overviewPage, refusedPage, settingsPage, type Visitor } from './pages.ts';
import { saveSettings } from './save-settings.ts';

export { type AccessFacts, accessRules } from './access.ts';
export { type SettingsChangeFacts, settingsChangeRules } from './idp-settings.ts';

const adminHubContextRules = contextRules('admin-hub');
export type AdminHubRefusal = CodeOf<typeof adminHubContextRules> | AccessRefusal | SettingsChangeRefusal;

export type AdminHubPolicy = {
  readonly context: RuleTable<ContextFacts>;
  readonly access: RuleTable<AccessFacts>;
  readonly settingsChange: RuleTable<SettingsChangeFacts>;
};
export const releasedAdminHubPolicy: AdminHubPolicy = Object.freeze({
  context: Object.freeze(adminHubContextRules),
  access: Object.freeze(accessRules),
  settingsChange: Object.freeze(settingsChangeRules),
});

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
  readonly log: Log;
  readonly settings: IdpSettingsStore;
  /** By the directory, never by a claim (S10). Not asked about break-glass. */
  isOrgAdmin(subject: string): boolean;
  /** By the `sid` of a break-glass context. */
  breakGlassSessionEnd(handle: string): BreakGlassSession | undefined;
};

/** Throws a TypeError when the allowlist holds something that is not a host with an optional path. */
export function createAdminHub(config: AdminHubConfig, ports: AdminHubPorts, policy: AdminHubPolicy = releasedAdminHubPolicy): Service {
  const { cloud } = config;
  const { clock, settings, audit, log, issuers } = ports;
  const allowlist = domainAllowlist(config.idpDomainAllowlist);
  const verify = contextVerifier({ product: 'admin-hub', cloud, issuers, clock, table: policy.context });
  const formKey = ports.random.bytes(32);
  const actors = new WeakMap<ServiceRequest, string>();

  const visitorOf = ({ sub, sid, channel }: VerifiedContext): Visitor => {
    const session = channel === 'break-glass' ? ports.breakGlassSessionEnd(sid) : undefined;
    return { subject: sub, door: channel === 'break-glass' ? 'break-glass' : 'single sign-on', ...(session ? { session } : {}) };
  };

  const admit = (who: VerifiedContext, request: ServiceRequest): SafeFacts => {
    actors.set(request, who.sub);
    const { channel, sub } = who;
    demand(policy.access, { channel, orgAdmin: channel === 'ingress' && ports.isOrgAdmin(sub) }, { channel });
    return { channel };
  };

  const showSettings = (who: VerifiedContext, { query }: ServiceRequest): Answer => {
    const { loginOrigin } = config;
    const shown = { cloud, visitor: visitorOf(who), settings: settings.current(), allowlist, saved: query.saved === 'yes', loginOrigin };
    return pageAnswer(settingsPage({ ...shown, formToken: formToken(formKey, who.sid) }));
  };

  const changeSettings = ({ sid }: VerifiedContext, { form }: ServiceRequest): Answer => {
    const formTokenRight = sameSecret(form['form-token'] ?? '', formToken(formKey, sid));
    return saveSettings({ settings, allowlist, table: policy.settingsChange }, form, formTokenRight);
  };

  return {
    name: 'admin-hub',
    audit,
    log,
    actions: contextActions({ verify, admit }, [
      {
        method: 'GET',
        path: '/',
        event: 'admin-hub.overview.shown',
        run: (who) => pageAnswer(overviewPage(cloud, visitorOf(who), settings.current())),
      },
      { method: 'GET', path: '/idp-settings', event: 'admin-hub.idp-settings.shown', run: showSettings },
      { method: 'POST', path: '/idp-settings', event: 'admin-hub.idp-settings.changed', run: changeSettings },
    ]),
    refused: (refusal, request) => {
      const actor = actors.get(request);
      return pageAnswer(refusedPage(cloud, refusal.code), { status: 403, ...(actor === undefined ? {} : { actor }) });
    },
  };
}
