/** What a form proposes, whichever protocol it is about, and what there is to judge about settings that are known already. */
import type { DomainAllowlist } from '../../../kernel/domain-allowlist.ts';
import type { IdpSettings } from '../../../kernel/idp-settings.ts';
import { oidcProposal } from './oidc-proposal.ts';
import type { Proposal, SettingsForm } from './proposed.ts';
import { samlProposal } from './saml-proposal.ts';

/** `before`: the draft when there is one, else what is in force. A form that names no protocol is about OIDC. */
export const proposal = (form: SettingsForm, before: IdpSettings | undefined, allowlist: DomainAllowlist): Proposal =>
  form.protocol === 'saml'
    ? samlProposal(form, before?.protocol === 'saml' ? before : undefined, allowlist)
    : oidcProposal(form, before?.protocol === 'oidc' ? before : undefined, allowlist);

/** The facts of settings as they are, by the allowlist as it is now. */
export const factsOf = (settings: IdpSettings, allowlist: DomainAllowlist): Proposal['facts'] =>
  settings.protocol === 'oidc'
    ? oidcProposal({ issuer: settings.issuer, clientId: settings.clientId }, settings, allowlist).facts
    : samlProposal({}, settings, allowlist).facts;
