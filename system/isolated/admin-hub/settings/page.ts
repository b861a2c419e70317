/** The page of the identity provider settings: what is in force, the draft and its tests, the form, and what was in force before. */
import type { DomainAllowlist } from '../../../kernel/domain-allowlist.ts';
import { type Html, html, type Page } from '../../../kernel/html.ts';
import { type IdpSettings, idpName, type SamlSettings } from '../../../kernel/idp-settings.ts';
import type { SettingsDraft, SettingsVersion, TestResult } from '../../../kernel/idp-settings-draft.ts';
import { type Frame, framed, moment, tokenField } from '../frame.ts';
import { oidcFields } from './oidc-form.ts';
import { importForm, samlForm } from './saml-form.ts';
import { changedBetween } from './save-draft.ts';

export type SettingsShown = {
  readonly who: string;
  readonly current: IdpSettings | undefined;
  readonly draft: SettingsDraft | undefined;
  readonly history: readonly SettingsVersion[];
  readonly allowlist: DomainAllowlist;
  /** Where people sign in: the identity provider finds our public key there, and tests begin there. */
  readonly loginOrigin: string;
  readonly query: Readonly<Record<string, string>>;
};

/** A test leads from our form to the sign-in host and on to the identity provider: both stand in the page's policy (CSP3 §6.4.1). */
export function settingsPage(frame: Frame, shown: SettingsShown): Page {
  const { current, draft, allowlist, loginOrigin } = shown;
  const hosts = new Set(allowlist.entries.map((entry) => `https://${entry.split('/')[0]}`));
  const page = framed(
    frame,
    { title: 'Identity provider settings', area: '/idp-settings' },
    html`${note(shown)}<h2>In force</h2>${inForce(current)}
${draft && draftPart(frame, shown, draft)}
<h2>${draft ? 'Change the draft' : 'Make a draft'}</h2>
<p>A draft changes nothing for anybody. What to do: save it, test it by signing in yourself, and activate it.</p>
<details${(draft?.settings ?? current)?.protocol === 'saml' ? undefined : html` open`}><summary>OpenID Connect</summary>${form(frame, shown)}</details>
<details${(draft?.settings ?? current)?.protocol === 'saml' ? html` open` : undefined}><summary>SAML 2.0</summary>${samlForm(frame, samlIn(draft?.settings ?? current), loginOrigin)}</details>
<details><summary>Import what the identity provider says of itself</summary>${importForm(frame)}</details>
${historyPart(frame, shown.history)}`,
  );
  return { ...page, formTargets: [loginOrigin, ...hosts] };
}

const samlIn = (settings: IdpSettings | undefined): SamlSettings | undefined => (settings?.protocol === 'saml' ? settings : undefined);

function note({ query }: SettingsShown): Html | undefined {
  const said =
    query.saved === 'yes'
      ? html`<strong>Saved as a draft.</strong> Nobody is affected yet. What to do next: test it, and activate it.`
      : query.activated === 'yes'
        ? html`<strong>Activated.</strong> Every sign-in from now on uses these values. What to do next: in a private window, open a product and sign in as a user. If that does not work, roll back below.`
        : query['rolled-back'] === 'yes' && html`<strong>Rolled back.</strong> What was in force before is in force again.`;
  return said ? html`<p role="status">${said}</p>` : undefined;
}

const inForce = (current: IdpSettings | undefined): Html =>
  current
    ? html`<p>Single sign-on goes to <code>${idpName(current)}</code>, by ${current.protocol === 'oidc' ? 'OpenID Connect' : 'SAML 2.0'}. Sessions that are open go on whatever you change here.</p>`
    : html`<p><strong>Nothing that can be read is in force: nobody can use single sign-on.</strong></p>`;

function draftPart(frame: Frame, { who, current }: SettingsShown, draft: SettingsDraft): Html {
  const passed = draft.tests.some(({ by, ended }) => by === who && ended === 'passed');
  const hidden = html`${tokenField(frame)}<input type="hidden" name="draft" value="${draft.id}">`;
  const changed = changedBetween(current, draft.settings);
  return html`<h2>The draft</h2>
<p>Saved ${moment(draft.savedAtMs)} by <code>${draft.savedBy}</code>. It leads to <code>${idpName(draft.settings)}</code>. ${changed === '' ? 'It is the same as what is in force.' : html`Other than in force: <code>${changed}</code>.`}</p>
${draft.tests.length > 0 && html`<ul>${draft.tests.map(testItem)}</ul>`}
<div class="row"><form id="test-draft" method="post" action="/idp-settings/test">${hidden}<button type="submit">Test it: sign in with the draft</button></form>
${passed && html`<form id="activate-draft" method="post" action="/idp-settings/activate">${hidden}<button type="submit">Activate the draft</button></form>`}
<form id="discard-draft" method="post" action="/idp-settings/discard">${tokenField(frame)}<button type="submit" class="quiet">Throw the draft away</button></form></div>
${!passed && frame.visitor.door === 'break-glass' && untested(hidden)}
${!passed && frame.visitor.door !== 'break-glass' && html`<p class="hint">It can be activated as soon as you have signed in with it.</p>`}`;
}

/** Only by break-glass: whoever came by it may have no account at the identity provider that works. */
const untested = (
  hidden: Html,
): Html => html`<form id="activate-untested" method="post" action="/idp-settings/activate">${hidden}<input type="hidden" name="acknowledged" value="untested">
<p class="hint">If you cannot sign in at the identity provider yourself, you may activate the draft without a test. It is recorded that you did. If it does not work, you can roll back here, in this session.</p>
<button type="submit" class="quiet">Activate without a test: I know that nothing proves it</button></form>`;

const testItem = (result: TestResult): Html =>
  result.ended === 'passed'
    ? html`<li>${moment(result.atMs)}: <strong>worked</strong>, for <code>${result.by}</code>. ${whoWasIt(result)}</li>`
    : html`<li>${moment(result.atMs)}: <strong>did not work</strong>, for <code>${result.by}</code>: <a href="/diagnosis?reference=${result.reference}">why</a> (<code>${result.code}</code>)</li>`;

const whoWasIt = ({ by, as }: { readonly by: string; readonly as: string | undefined }): Html =>
  as === by
    ? html`You are known here by it as who you are.`
    : as === undefined
      ? html`<strong>Nobody here is known by it:</strong> with this draft the person would be somebody new, without any role.`
      : html`It named <code>${as}</code>.`;

function form(frame: Frame, { current, draft, allowlist, loginOrigin }: SettingsShown): Html {
  const settings = draft?.settings ?? current;
  const oidc = settings?.protocol === 'oidc' ? settings : undefined;
  const entries = allowlist.entries.map((entry) => html`<li><code>https://${entry}</code></li>`);
  return html`<form id="idp-settings" method="post" action="/idp-settings">
${tokenField(frame)}
<label for="issuer">Issuer</label>
<input id="issuer" name="issuer" type="url" value="${oidc?.issuer}" spellcheck="false" aria-describedby="issuer-hint" required>
<p class="hint" id="issuer-hint">Exactly as the identity provider writes it, beginning with <code>https://</code>. Support allows these places, and paths below them:</p>
<ul class="hint">${entries}</ul>
${oidcFields(oidc, loginOrigin)}
<button type="submit">Save as a draft</button>
</form>`;
}

const came: Readonly<Record<SettingsVersion['how'], string>> = {
  'before-history': 'set when the cloud was made',
  tested: 'activated after a test sign-in',
  untested: 'activated by break-glass without a test',
  'rolled-back': 'rolled back to',
  'struck-out': 'a key was struck out',
};

function historyPart(frame: Frame, history: readonly SettingsVersion[]): Html | undefined {
  if (history.length === 0) return undefined;
  const item = ({ number, settings, atMs, by, how }: SettingsVersion, index: number): Html => html`<li class="card">
<p><strong>Version ${number}</strong>: <code>${idpName(settings)}</code></p>
<p class="hint">${atMs === 0 ? '' : `${moment(atMs)}, `}${came[how]}, by <code>${by}</code></p>
${
  index === 0
    ? html`<p>In force.</p>`
    : html`<form method="post" action="/idp-settings/roll-back">${tokenField(frame)}<input type="hidden" name="version" value="${number}"><button type="submit" class="quiet">Roll back to version ${number}</button></form>`
}</li>`;
  return html`<h2>What was in force</h2><ol class="plain">${history.map(item)}</ol>`;
}
