/** What a form proposes, whichever protocol it is about, and what there is to judge about settings that are known already. */
import type { DomainAllowlist } from '../../../kernel/domain-allowlist.ts';
import type { IdpSettings } from '../../../kernel/idp-settings.ts';
import type { SettingsChangeFacts } from './idp-settings.ts';
import { oidcProposal, type SettingsForm } from './oidc-proposal.ts';

export type Proposal = { readonly settings: IdpSettings; readonly facts: Omit<SettingsChangeFacts, 'formTokenRight'> };

/** `before`: the draft when there is one, else what is in force. */
export const proposal = (form: SettingsForm, before: IdpSettings | undefined, allowlist: DomainAllowlist): Proposal =>
  oidcProposal(form, before?.protocol === 'oidc' ? before : undefined, allowlist);

/** The facts of settings as they are, by the allowlist as it is now. */
export const factsOf = (settings: IdpSettings, allowlist: DomainAllowlist): Proposal['facts'] =>
  settings.protocol === 'oidc'
    ? oidcProposal({ issuer: settings.issuer, clientId: settings.clientId }, settings, allowlist).facts
    : samlFacts(settings, allowlist);

function samlFacts(
  { entityId, ssoUrl, sloUrl, metadataUrl }: Extract<IdpSettings, { protocol: 'saml' }>,
  allowlist: DomainAllowlist,
): Proposal['facts'] {
  const { canonical, https, listed } = allowlist.facts(ssoUrl);
  const others = [sloUrl, metadataUrl].flatMap((address) => (address === undefined ? [] : [address]));
  return {
    issuer: { canonical, withoutQuery: !ssoUrl.includes('?'), https, listed },
    clientIdGiven: entityId !== '',
    clientAuthenticationKnown: true,
    clientSecretKnown: true,
    algorithmKnown: true,
    endpointsComplete: true,
    endpointsListed: others.every((address) => allowlist.allows(address)),
    listsUsable: true,
  };
}
