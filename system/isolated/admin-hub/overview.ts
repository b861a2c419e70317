/** The front page of AdminHub: who one is, where single sign-on goes, and what to do next. */
import { formTokenField } from '../../kernel/form-token.ts';
import { type Html, html, type Page } from '../../kernel/html.ts';
import { idpName } from '../../kernel/idp-settings.ts';
import { counted } from './forms.ts';
import { areas, type Frame, framed, type Visitor } from './frame.ts';
import { endingOf } from './keys/ending.ts';
import { type HubAction, type HubParts, shown } from './parts.ts';

export const overviewAction = (parts: HubParts): HubAction => ({
  method: 'GET',
  path: '/',
  event: 'admin-hub.overview.shown',
  run: (who, request) => {
    const current = parts.settings.current();
    const frame = parts.frame(who);
    const warnings = keyWarnings(parts);
    const held = parts.directory.countHeld();
    const stopped = parts.directory.stoppedConnectors();
    const identityProvider = current && idpName(current);
    const value = { subject: who.sub, door: frame.visitor.door, identityProvider, warnings, held, stopped };
    return shown(parts, request, { value, page: () => overviewPage(frame, { identityProvider, warnings, held, stopped }) });
  },
});

const whatThereIs = html`<h2>What there is</h2><ul>${areas.slice(1).map(([path, text, what]) => html`<li><a href="${path}">${text}</a>: ${what}</li>`)}</ul>`;

const signOut = ({ session }: Visitor): Html =>
  session === undefined
    ? html``
    : html`<form id="sign-out" method="post" action="/break-glass/sign-out">${formTokenField(session.signOutToken)}<button type="submit">End this session now</button></form>`;

/** What ends soon, or has ended, before it keeps people out (C-03). */
const keyWarnings = ({ keys, clock }: HubParts): readonly string[] =>
  [
    ...keys
      .idpCertificates()
      .filter(({ use }) => use === 'accepted')
      .map(({ fingerprint, notAfterMs }) => ({ name: fingerprint, notAfterMs, whose: 'of the identity provider' })),
    ...keys.own().map((key) => ({ ...key, whose: 'of ours' })),
  ].flatMap(({ name, notAfterMs, whose }) => {
    const ending = notAfterMs === undefined ? 'later' : endingOf(notAfterMs, clock.now());
    if (ending === 'later') return [];
    return [`A certificate ${whose} ${ending === 'over' ? 'has ended' : `ends in ${ending.days} days`}: ${name.slice(0, 16)}…`];
  });

type OverviewShown = {
  readonly identityProvider: string | undefined;
  readonly warnings: readonly string[];
  /** How many changes the mass-change guard has stopped, and which connectors. */
  readonly held: number;
  readonly stopped: readonly string[];
};
function overviewPage(frame: Frame, { identityProvider, warnings, held, stopped }: OverviewShown): Page {
  const { visitor } = frame;
  const waiting = [
    ...(held === 0
      ? []
      : [
          html`<p><strong>${counted(held, 'stopped change is', 'stopped changes are')} waiting for you.</strong> <a href="/held">Stopped changes</a></p>`,
        ]),
    ...stopped.map((name) => html`<p><strong>The connector ${name} is stopped.</strong> <a href="/connectors">Connectors</a></p>`),
  ];
  const state = identityProvider
    ? html`Single sign-on goes to <code>${identityProvider}</code>.`
    : html`<strong>The identity provider settings are not set, or cannot be read: nobody can use single sign-on.</strong>`;
  const next =
    visitor.door === 'break-glass'
      ? html`<p>What to do next: see in the <a href="/diagnosis">diagnosis</a> why people cannot sign in, repair the <a href="/idp-settings">identity provider settings</a>, check that a user can sign in, and end this session. It opens AdminHub and nothing else.</p>`
      : undefined;
  return framed(
    frame,
    { title: 'AdminHub', area: '/' },
    html`<p>You are <code>${visitor.subject}</code>, signed in by ${visitor.door}.</p><p>${state}</p>${warnings.map((warning) => html`<p><strong>${warning}</strong> <a href="/keys">Certificates and keys</a></p>`)}${waiting}${next}${whatThereIs}${signOut(visitor)}`,
  );
}
