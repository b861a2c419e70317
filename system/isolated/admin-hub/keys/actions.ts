/** Certificates and keys: the identity provider's and ours, when they end, and striking one of the identity provider's out (C-03, C-04). */
import type { Answer } from '../../../kernel/answer.ts';
import type { VerifiedContext } from '../../../kernel/context-rules.ts';
import type { IdpSettings } from '../../../kernel/idp-settings.ts';
import type { ServiceRequest } from '../../../kernel/service.ts';
import { demandAll, done, type HubAction, type HubParts, shown } from '../parts.ts';
import { keysPage } from './page.ts';

export const keysActions = (parts: HubParts): readonly HubAction[] => [
  { method: 'GET', path: '/keys', event: 'admin-hub.keys.shown', run: (who, request) => showKeys(parts, who, request) },
  { method: 'POST', path: '/keys/strike-out', event: 'admin-hub.key.struck-out', run: (who, request) => strikeOut(parts, who, request) },
];

async function showKeys(parts: HubParts, who: VerifiedContext, request: ServiceRequest): Promise<Answer> {
  const { keys, settings, clock } = parts;
  const current = settings.current();
  const values = {
    certificates: keys.idpCertificates(),
    published: await keys.published(),
    own: keys.own(),
    struckOut: current === undefined ? [] : struckOutIn(current),
  };
  const frame = parts.frame(who);
  const page = () => keysPage(frame, { ...values, nowMs: clock.now(), struck: request.query.struck === 'yes' });
  return shown(parts, request, { value: { ...values, formToken: frame.formToken }, page });
}

/** In force at once. A draft has it too from then on, so that activating it takes nothing back. Throws `Refusal` with a code of `admin-hub.strike-out`. */
function strikeOut(parts: HubParts, who: VerifiedContext, request: ServiceRequest): Answer {
  const { settings, policy } = parts;
  const current = settings.current();
  const name = (request.form.key ?? '').trim();
  const struckOut = current === undefined ? [] : struckOutIn(current);
  demandAll(
    policy.strikeOut,
    {
      settingsSet: current !== undefined,
      nameUsable: /^[\x21-\x7e]{1,200}$/.test(name),
      already: struckOut.includes(name),
      struckOut: struckOut.length,
    },
    { key: name.slice(0, 200).replaceAll(/[^\x20-\x7e]/g, '?') },
  );
  return done(request, {
    location: '/keys?struck=yes',
    facts: { key: name },
    effect: () => {
      const draft = settings.draft();
      if (current) settings.putIntoForce(without(current, name), { by: who.sub, how: 'struck-out' });
      if (draft) settings.saveDraft(without(draft.settings, name), draft.savedBy);
    },
  });
}

const struckOutIn = (settings: IdpSettings): readonly string[] =>
  settings.protocol === 'oidc' ? settings.struckOutKeyIds : settings.struckOutCertificates;
const without = (settings: IdpSettings, name: string): IdpSettings =>
  settings.protocol === 'oidc'
    ? { ...settings, struckOutKeyIds: [...new Set([...settings.struckOutKeyIds, name])] }
    : { ...settings, struckOutCertificates: [...new Set([...settings.struckOutCertificates, name])] };
