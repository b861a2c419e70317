/** Saves the identity provider settings: gathers the facts of one change, judges them, and records which settings changed, never what they are. */
import { type Answer, redirectAnswer } from '../../kernel/answer.ts';
import type { DomainAllowlist } from '../../kernel/domain-allowlist.ts';
import type { IdpSettings, IdpSettingsStore } from '../../kernel/idp-settings.ts';
import { demand } from '../../kernel/refusal.ts';
import type { RuleTable } from '../../kernel/rule.ts';
import type { SettingsChangeFacts } from './idp-settings.ts';

export type SettingsForm = Readonly<Record<string, string>>;
type Target = { readonly settings: IdpSettingsStore; readonly allowlist: DomainAllowlist; readonly table: RuleTable<SettingsChangeFacts> };

/** 303 back to the page; saved once the change is recorded. Throws `Refusal` with a code of the table. */
export function saveSettings({ settings, allowlist, table }: Target, form: SettingsForm, formTokenRight: boolean): Answer {
  const before = settings.current();
  const issuer = form.issuer ?? '';
  // A secret belongs to the issuer that it was given for: it never follows to another one by itself.
  const kept = before?.issuer === issuer ? before.clientSecret : '';
  const after: IdpSettings = { issuer, clientId: (form.clientId ?? '').trim(), clientSecret: form.clientSecret || kept };
  const { canonical, https, listed } = allowlist.facts(after.issuer);
  const facts: SettingsChangeFacts = {
    formTokenRight,
    issuer: { canonical, withoutQuery: !after.issuer.includes('?'), https, listed },
    clientIdGiven: after.clientId !== '',
    clientSecretKnown: after.clientSecret !== '',
  };
  const changed = (['issuer', 'clientId', 'clientSecret'] as const).filter((name) => before?.[name] !== after[name]).join(' ');
  demand(table, facts, { wouldChange: changed });
  return redirectAnswer('/idp-settings?saved=yes', { facts: { changed }, effect: () => settings.save(after) });
}
