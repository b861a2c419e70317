/** Reads a form of settings, whichever protocol it is about, and gathers what there is to judge about settings that are known already. */
import type { DomainAllowlist } from '../../../kernel/domain-allowlist.ts';
import type { IdpSettings } from '../../../kernel/idp-settings.ts';
import { readOidcForm } from './read-oidc-form.ts';
import { readSamlForm } from './read-saml-form.ts';
import type { ReadSettings, SettingsForm } from './settings-form.ts';

/** `before`: the draft when there is one, else what is in force. A form that names no protocol is about OIDC. */
export const readForm = (form: SettingsForm, before: IdpSettings | undefined, allowlist: DomainAllowlist): ReadSettings =>
  form.protocol === 'saml'
    ? readSamlForm(form, before?.protocol === 'saml' ? before : undefined, allowlist)
    : readOidcForm(form, before?.protocol === 'oidc' ? before : undefined, allowlist);

/** The facts of settings as they are, by the allowlist as it is now. */
export const factsOf = (settings: IdpSettings, allowlist: DomainAllowlist): ReadSettings['facts'] =>
  settings.protocol === 'oidc'
    ? readOidcForm({ issuer: settings.issuer, clientId: settings.clientId }, settings, allowlist).facts
    : readSamlForm({}, settings, allowlist).facts;
