/** The page on which people see where they are signed in, and end what they do not know (I-08, M-10). Threat: a session that somebody else began in their name, and that nobody sees. */
import { type Answer, pageAnswer, redirectAnswer } from '../../kernel/answer.ts';
import { sessionCookies } from '../../kernel/authentication.ts';
import { formTokenField, formTokenIn } from '../../kernel/form-token.ts';
import { html } from '../../kernel/html.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { handleOf } from '../../kernel/secret-handle.ts';
import type { Action, ServiceRequest } from '../../kernel/service.ts';
import type { ListedSession, SessionAdministration, Sessions } from '../../kernel/sessions.ts';

type Own = Sessions & Pick<SessionAdministration, 'list' | 'revoke'>;
const place = 'Isolated cloud · Your sessions';

/** For the host on which people sign in. */
export const ownSessionActions = (sessions: Own): readonly Action[] => [
  {
    method: 'GET',
    path: '/sessions',
    event: 'session.own-sessions.shown',
    run: async (request) => show(sessions, request),
    refused: notSignedInPage,
  },
  {
    method: 'POST',
    path: '/sessions/end',
    event: 'session.own-session.ended',
    run: async (request) => end(sessions, request),
    refused: notSignedInPage,
  },
];

/** Throws `Refusal` with `session.sign-out.session-unknown`. */
function show(sessions: Own, { cookies }: ServiceRequest): Answer {
  const id = cookies[sessionCookies.singleSignOn];
  const subject = sessions.signedOn(id);
  if (subject === undefined || id === undefined) throw new Refusal('session.sign-out.session-unknown', { cites: ['I-08'] });
  const token = sessions.signOnFormToken(id);
  const rows = sessions.list(subject).map((session) => row(session, { token, isThis: session.handle === handleOf(id) }));
  const body = html`
<p>Each line is a browser in which you signed in. If you do not know one, end it, and tell your administrators.</p>
<table><thead><tr><th>Signed in</th><th>Last used</th><th>Where</th><th></th></tr></thead><tbody>${rows}</tbody></table>`;
  return pageAnswer({ title: 'Where you are signed in', place, body }, { actor: subject });
}

const instant = (atMs: number): string => new Date(atMs).toISOString().slice(0, 16).replace('T', ' ');

const row = (
  { handle, startedAtMs, lastSeenAtMs, hosts }: ListedSession,
  { token, isThis }: { readonly token: string; readonly isThis: boolean },
) => html`<tr><td>${instant(startedAtMs)} UTC</td><td>${instant(lastSeenAtMs)} UTC</td><td>${isThis ? 'This browser: ' : ''}${hosts.join(', ')}</td><td>
<form method="post" action="/sessions/end">${formTokenField(token)}<input type="hidden" name="session" value="${handle}">
<button type="submit">End${isThis ? ' this one' : ''}</button></form></td></tr>`;

/** Only one's own. Throws `Refusal` with a code of `session.sign-out` or `session.revocation`. */
function end(sessions: Own, { cookies, form }: ServiceRequest): Answer {
  const { subject } = sessions.signOut({ id: cookies[sessionCookies.singleSignOn], formToken: formTokenIn(form) });
  const { facts, effect } = sessions.revoke(form.session ?? '', subject);
  return redirectAnswer('/sessions', { actor: subject, facts, effect });
}

const notSignedInPage = (): Answer =>
  pageAnswer(
    { title: 'Nothing to show', place, body: html`<p>This browser is not signed in here, or what was to be ended has ended already.</p>` },
    { status: 400 },
  );
