/** The identity provider settings: shown, drafted, tested, brought into force, and taken back (A-07, B-05, C-07). */
import type { Answer } from '../../../kernel/answer.ts';
import type { VerifiedContext } from '../../../kernel/context-rules.ts';
import type { ServiceRequest } from '../../../kernel/service.ts';
import { done, type HubAction, type HubParts, shown } from '../parts.ts';
import { activate, askForTest, rollBack } from './bring-into-force.ts';
import { importDraft } from './import/make-draft.ts';
import { settingsPage } from './page.ts';
import { saveDraft } from './save-draft.ts';
import { withoutSecrets } from './without-secrets.ts';

export const settingsActions = (parts: HubParts): readonly HubAction[] => {
  const post = (path: string, event: HubAction['event'], run: typeof activate | typeof rollBack): HubAction => ({
    method: 'POST',
    path,
    event,
    run: (who, request) => run(parts, who, request),
  });
  return [
    {
      method: 'GET',
      path: '/idp-settings',
      event: 'admin-hub.idp-settings.shown',
      run: (who, request) => showSettings(parts, who, request),
    },
    post('/idp-settings', 'admin-hub.idp-settings.changed', saveDraft),
    post('/idp-settings/import', 'admin-hub.idp-settings.imported', importDraft),
    post('/idp-settings/discard', 'admin-hub.idp-settings.discarded', discard),
    post('/idp-settings/test', 'admin-hub.idp-settings.test-asked', askForTest),
    post('/idp-settings/activate', 'admin-hub.idp-settings.activated', activate),
    post('/idp-settings/roll-back', 'admin-hub.idp-settings.rolled-back', rollBack),
  ];
};

function showSettings(parts: HubParts, who: VerifiedContext, request: ServiceRequest): Answer {
  const { settings, allowlist, loginOrigin } = parts;
  const [current, draft, history] = [settings.current(), settings.draft(), settings.history()];
  const frame = parts.frame(who);
  const value = {
    settings: current && withoutSecrets(current),
    draft: draft && { ...draft, settings: withoutSecrets(draft.settings) },
    history: history.map((version) => ({ ...version, settings: withoutSecrets(version.settings) })),
    allowlist: allowlist.entries,
    formToken: frame.formToken,
  };
  const page = () => settingsPage(frame, { who: who.sub, current, draft, history, allowlist, loginOrigin, query: request.query });
  return shown(parts, request, { value, page });
}

function discard(parts: HubParts, _who: VerifiedContext, request: ServiceRequest): Answer {
  return done(request, { location: '/idp-settings', effect: parts.settings.discardDraft });
}
