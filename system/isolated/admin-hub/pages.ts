/** The pages of AdminHub: what is set now, what may be set, what will happen, and what to do next. */
import type { DomainAllowlist } from '../../kernel/domain-allowlist.ts';
import { type Html, html, type Page } from '../../kernel/html.ts';
import { type IdpSettings, idpName } from '../../kernel/idp-settings.ts';
import type { RefusalCode } from '../../kernel/rule.ts';
import { type Frame, framed, placeOf, tokenField, type Visitor } from './frame.ts';
import { oidcFields } from './oidc-form.ts';

const signOut = ({ session }: Visitor): Html =>
  session === undefined
    ? html``
    : html`<form id="sign-out" method="post" action="/break-glass/sign-out"><input type="hidden" name="form-token" value="${session.signOutToken}"><button type="submit">End this session now</button></form>`;

export function overviewPage(frame: Frame, settings: IdpSettings | undefined): Page {
  const { visitor } = frame;
  const state = settings
    ? html`Single sign-on goes to <code>${idpName(settings)}</code>.`
    : html`<strong>The identity provider settings are not set, or cannot be read: nobody can use single sign-on.</strong>`;
  const next =
    visitor.door === 'break-glass'
      ? html`<p>What to do next: see in the <a href="/diagnosis">diagnosis</a> why people cannot sign in, repair the <a href="/idp-settings">identity provider settings</a>, check that a user can sign in, and end this session. It opens AdminHub and nothing else.</p>`
      : html`<p>What you can do here: look at or change the <a href="/idp-settings">identity provider settings</a>, and see in the <a href="/diagnosis">diagnosis</a> why somebody could not sign in.</p>`;
  return framed(
    frame,
    'AdminHub',
    html`<p>You are <code>${visitor.subject}</code>, signed in by ${visitor.door}.</p><p>${state}</p>${next}${signOut(visitor)}`,
  );
}

export function settingsPage(
  frame: Frame,
  options: {
    readonly settings: IdpSettings | undefined;
    readonly allowlist: DomainAllowlist;
    readonly saved: boolean;
    /** Where people sign in: the identity provider finds our public key there. */
    readonly loginOrigin: string;
  },
): Page {
  const { settings, allowlist, saved, loginOrigin } = options;
  const oidc = settings?.protocol === 'oidc' ? settings : undefined;
  const entries = allowlist.entries.map((entry) => html`<li><code>https://${entry}</code></li>`);
  const note = saved
    ? html`<p role="status"><strong>Saved.</strong> What to do next: in a private window, open a product and sign in as a user. If that works, you are done here; if it does not, compare these values with the identity provider's.</p>`
    : html``;
  return framed(
    frame,
    'Identity provider settings',
    html`${note}<p>Every sign-in of every user uses these values from the moment they are saved. Sessions that are open go on.</p>
<form id="idp-settings" method="post" action="/idp-settings">
${tokenField(frame)}
<label for="issuer">Issuer</label>
<input id="issuer" name="issuer" type="url" value="${oidc?.issuer}" spellcheck="false" aria-describedby="issuer-hint" required>
<p class="hint" id="issuer-hint">Exactly as the identity provider writes it, beginning with <code>https://</code>. Support allows these places, and paths below them:</p>
<ul class="hint">${entries}</ul>
${oidcFields(oidc, loginOrigin)}
<button type="submit">Save settings</button>
</form>`,
  );
}

const advice: Readonly<Record<string, string>> = {
  'admin-hub.request.form-token-wrong': 'The form was not from this session, or the session is a new one.',
  'admin-hub.idp-settings.malformed':
    'The issuer is not a plain address. Write it without user name, percent signs, backslashes or a second spelling.',
  'admin-hub.idp-settings.with-query': 'The issuer has a query. An issuer has none.',
  'admin-hub.idp-settings.not-https': 'The issuer does not begin with https://.',
  'admin-hub.idp-settings.host-not-allowed':
    'The issuer is not at a place that Support has listed for your organisation. Ask the Support Desk to list it first.',
  'admin-hub.idp-settings.client-id-missing': 'The client ID is missing.',
  'admin-hub.idp-settings.client-authentication-unknown': 'How we prove who we are is none of the ways that are offered.',
  'admin-hub.idp-settings.client-secret-missing': 'There is no client secret yet, so it cannot be kept.',
  'admin-hub.idp-settings.algorithm-unknown': 'The algorithm is none of those that are offered.',
  'admin-hub.idp-settings.endpoints-incomplete':
    'Fixed endpoints need all three: authorization, token and keys. Or leave all of them empty.',
  'admin-hub.idp-settings.endpoint-not-allowed':
    'One of the fixed endpoints is not at a place that Support has listed for your organisation, or is not written plainly.',
  'admin-hub.idp-settings.list-unusable':
    'A list has more than 20 values, one of more than 200 characters, or one with unusual characters.',
};

/** What only somebody who came in can meet. */
export const mayBeTold = (code: RefusalCode): boolean => Object.hasOwn(advice, code);

/** Somebody who may change the settings may know why it was not done; anybody else learns nothing. */
export function refusedPage(cloud: string, code: RefusalCode): Page {
  const why = advice[code];
  return why === undefined
    ? {
        place: placeOf(cloud),
        title: 'Not available',
        body: html`<p>AdminHub is for the organisation's administrators. If you should be one, ask an administrator and quote the reference below.</p>`,
      }
    : {
        place: placeOf(cloud),
        title: 'Nothing was changed',
        body: html`<p><strong>${why}</strong></p><p>What to do next: go back to the <a href="/idp-settings">settings</a>, and try again.</p>`,
      };
}
