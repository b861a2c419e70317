/** The front page, and the identity provider settings (A-07, B-05). */

import { idpName } from '../../kernel/idp-settings.ts';
import { overviewPage, settingsPage } from './pages.ts';
import { type HubAction, type HubParts, shown } from './parts.ts';
import { saveSettings } from './save-settings.ts';
import { withoutSecrets } from './without-secrets.ts';

export const settingsActions = (parts: HubParts): readonly HubAction[] => {
  const { settings, allowlist, policy, loginOrigin, frame } = parts;
  return [
    {
      method: 'GET',
      path: '/',
      event: 'admin-hub.overview.shown',
      run: (who, request) => {
        const current = settings.current();
        const value = { subject: who.sub, door: frame(who).visitor.door, identityProvider: current && idpName(current) };
        return shown(parts, request, { value, page: () => overviewPage(frame(who), current) });
      },
    },
    {
      method: 'GET',
      path: '/idp-settings',
      event: 'admin-hub.idp-settings.shown',
      run: (who, request) => {
        const current = settings.current();
        const saved = request.query.saved === 'yes';
        const value = { settings: current && withoutSecrets(current), allowlist: allowlist.entries, formToken: frame(who).formToken };
        return shown(parts, request, { value, page: () => settingsPage(frame(who), { settings: current, allowlist, saved, loginOrigin }) });
      },
    },
    {
      method: 'POST',
      path: '/idp-settings',
      event: 'admin-hub.idp-settings.changed',
      run: (who, request) =>
        saveSettings({ settings, allowlist, table: policy.settingsChange }, request.form, parts.formTokenRight(who, request)),
    },
  ];
};
