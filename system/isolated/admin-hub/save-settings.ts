/** Saves the identity provider settings: gathers the facts of one change, judges them, and records which settings changed, never what they are. */
import { type Answer, redirectAnswer } from '../../kernel/answer.ts';
import type { DomainAllowlist } from '../../kernel/domain-allowlist.ts';
import type { IdpSettings, IdpSettingsStore, OidcSettings } from '../../kernel/idp-settings.ts';
import { demand } from '../../kernel/refusal.ts';
import type { RuleTable } from '../../kernel/rule.ts';
import type { SettingsChangeFacts } from './idp-settings.ts';

export type SettingsForm = Readonly<Record<string, string>>;
type Target = { readonly settings: IdpSettingsStore; readonly allowlist: DomainAllowlist; readonly table: RuleTable<SettingsChangeFacts> };

/** 303 back to the page; saved once the change is recorded. Throws `Refusal` with a code of the table. */
export function saveSettings({ settings, allowlist, table }: Target, form: SettingsForm, formTokenRight: boolean): Answer {
  const before = oidcOnly(settings.current());
  const issuer = form.issuer ?? '';
  // A secret belongs to the issuer that it was given for: it never follows to another one by itself.
  const sameIssuer = before?.issuer === issuer;
  const secret = form.clientSecret || (sameIssuer ? secretOf(before) : '');
  const { endpoints, struckOutKeyIds } = sameIssuer ? before : { endpoints: undefined, struckOutKeyIds: [] };
  const after: OidcSettings = {
    protocol: 'oidc',
    issuer,
    clientId: (form.clientId ?? '').trim(),
    clientAuthentication: { method: 'client_secret_basic', secret },
    idTokenAlgorithm: before?.idTokenAlgorithm ?? 'RS256',
    demandedAcr: before?.demandedAcr ?? [],
    struckOutKeyIds,
    ...(endpoints === undefined ? {} : { endpoints }),
  };
  const { canonical, https, listed } = allowlist.facts(after.issuer);
  const facts: SettingsChangeFacts = {
    formTokenRight,
    issuer: { canonical, withoutQuery: !after.issuer.includes('?'), https, listed },
    clientIdGiven: after.clientId !== '',
    clientSecretKnown: secret !== '',
  };
  const values = (of: OidcSettings | undefined) => ({ issuer: of?.issuer, clientId: of?.clientId, clientSecret: secretOf(of) });
  const [old, now] = [values(before), values(after)];
  const changed = (['issuer', 'clientId', 'clientSecret'] as const).filter((name) => old[name] !== now[name]).join(' ');
  demand(table, facts, { wouldChange: changed });
  return redirectAnswer('/idp-settings?saved=yes', { facts: { changed }, effect: () => settings.save(after) });
}

const oidcOnly = (settings: IdpSettings | undefined): OidcSettings | undefined => (settings?.protocol === 'oidc' ? settings : undefined);

const secretOf = (settings: OidcSettings | undefined): string =>
  settings === undefined || settings.clientAuthentication.method === 'private_key_jwt' ? '' : settings.clientAuthentication.secret;
