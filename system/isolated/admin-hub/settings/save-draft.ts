/** Keeps a draft of the identity provider settings: gathers the facts, judges them all, and records which settings would change, never what they are. */
import type { Answer } from '../../../kernel/answer.ts';
import type { VerifiedContext } from '../../../kernel/context-rules.ts';
import { type IdpSettings, idpSettingsSchema } from '../../../kernel/idp-settings.ts';
import type { ServiceRequest } from '../../../kernel/service.ts';
import { demandAll, done, type HubParts } from '../parts.ts';
import { readForm } from './read-form.ts';
import { secretOf } from './read-oidc-form.ts';
import type { SettingsForm } from './settings-form.ts';

/** Kept once it is recorded. Throws `Refusal` with a code of `admin-hub.idp-settings`. */
export const saveDraft = (parts: HubParts, who: VerifiedContext, request: ServiceRequest): Answer =>
  keepDraft(parts, who, { request, form: request.form });

type Given = { readonly request: ServiceRequest; readonly form: SettingsForm };
/** The same, of settings that were not typed. */
export function keepDraft(parts: HubParts, who: VerifiedContext, { request, form }: Given): Answer {
  const { settings, allowlist, policy } = parts;
  const current = settings.current();
  const read = readForm(form, settings.draft()?.settings ?? current, allowlist);
  const changed = changedBetween(current, read.settings);
  demandAll(policy.settingsChange, read.facts, { wouldChange: changed });
  const judged = idpSettingsSchema.parse(read.settings);
  return done(request, {
    location: '/idp-settings?saved=yes',
    facts: { changed },
    effect: () => settings.saveDraft(judged, who.sub),
  });
}

/** The names of settings that differ, separated by blanks. */
export function changedBetween(before: IdpSettings | undefined, after: IdpSettings): string {
  const [old, now] = [valuesOf(before), valuesOf(after)];
  return Object.keys({ ...old, ...now })
    .filter((name) => old[name] !== now[name])
    .join(' ');
}

/** Each setting by its name, to be compared and never to be shown. */
function valuesOf(settings: IdpSettings | undefined): Readonly<Record<string, string>> {
  if (settings === undefined) return {};
  const values =
    settings.protocol === 'saml'
      ? { ...settings }
      : { ...settings, clientAuthentication: settings.clientAuthentication.method, clientSecret: secretOf(settings) };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, JSON.stringify(value)]));
}
