/** The front page of AdminHub: who one is, where single sign-on goes, and what to do next. */
import { type Html, html, type Page } from '../../kernel/html.ts';
import { type IdpSettings, idpName } from '../../kernel/idp-settings.ts';
import { type Frame, framed, type Visitor } from './frame.ts';
import { type HubAction, type HubParts, shown } from './parts.ts';

export const overviewAction = (parts: HubParts): HubAction => ({
  method: 'GET',
  path: '/',
  event: 'admin-hub.overview.shown',
  run: (who, request) => {
    const current = parts.settings.current();
    const frame = parts.frame(who);
    const value = { subject: who.sub, door: frame.visitor.door, identityProvider: current && idpName(current) };
    return shown(parts, request, { value, page: () => overviewPage(frame, current) });
  },
});

const signOut = ({ session }: Visitor): Html =>
  session === undefined
    ? html``
    : html`<form id="sign-out" method="post" action="/break-glass/sign-out"><input type="hidden" name="form-token" value="${session.signOutToken}"><button type="submit">End this session now</button></form>`;

function overviewPage(frame: Frame, settings: IdpSettings | undefined): Page {
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
