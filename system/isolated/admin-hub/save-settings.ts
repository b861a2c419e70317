/** Saves the identity provider settings: gathers the facts of one change, judges them, and records which settings changed, never what they are. */
import { type Answer, redirectAnswer } from '../../kernel/answer.ts';
import type { DomainAllowlist } from '../../kernel/domain-allowlist.ts';
import type { IdpSettings, IdpSettingsStore } from '../../kernel/idp-settings.ts';
import { demand } from '../../kernel/refusal.ts';
import type { RuleTable } from '../../kernel/rule.ts';
import type { SettingsChangeFacts } from './idp-settings.ts';
import { oidcProposal, type SettingsForm, secretOf } from './oidc-proposal.ts';

type Target = { readonly settings: IdpSettingsStore; readonly allowlist: DomainAllowlist; readonly table: RuleTable<SettingsChangeFacts> };

/** 303 back to the page; saved once the change is recorded. Throws `Refusal` with a code of the table. */
export function saveSettings({ settings, allowlist, table }: Target, form: SettingsForm, formTokenRight: boolean): Answer {
  const current = settings.current();
  const before = current?.protocol === 'oidc' ? current : undefined;
  const proposal = oidcProposal(form, before, allowlist);
  const [old, now] = [valuesOf(current), valuesOf(proposal.settings)];
  const changed = Object.keys({ ...old, ...now })
    .filter((name) => old[name] !== now[name])
    .join(' ');
  demand(table, { formTokenRight, ...proposal.facts }, { wouldChange: changed });
  return redirectAnswer('/idp-settings?saved=yes', { facts: { changed }, effect: () => settings.save(proposal.settings) });
}

/** Each setting by its name, to be compared and never to be shown. */
function valuesOf(settings: IdpSettings | undefined): Readonly<Record<string, string>> {
  if (settings?.protocol !== 'oidc') return settings === undefined ? {} : { protocol: settings.protocol };
  const { clientAuthentication, ...rest } = settings;
  const values = { ...rest, clientAuthentication: clientAuthentication.method, clientSecret: secretOf(settings) };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, JSON.stringify(value)]));
}
