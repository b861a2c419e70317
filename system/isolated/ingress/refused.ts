/** What the outside sees when the ingress says no: constant by kind, with a reference and the next step, and nothing about why. */
import { type Answer, emptyAnswer, forgottenCookie, jsonAnswer, pageAnswer } from '../../kernel/answer.ts';
import { type AuthenticationAnswer, sessionCookies } from '../../kernel/authentication.ts';
import { html, type Page } from '../../kernel/html.ts';
import type { RefusalCode } from '../../kernel/rule.ts';

const statuses: Readonly<Partial<Record<RefusalCode, number>>> = {
  'ingress.request.target-not-origin-form': 400,
  'ingress.request.target-too-long': 414,
  'ingress.request.target-percent-encoded': 400,
  'ingress.request.target-dot-segment': 400,
  'ingress.request.target-empty-segment': 400,
  'ingress.request.target-foreign-character': 400,
  'ingress.request.query-foreign-character': 400,
  'ingress.request.route-not-listed': 404,
  'ingress.request.upgrade-not-listed': 400,
  'ingress.request.upgrade-missing': 426,
  'ingress.request.body-length-undeclared': 411,
  'ingress.request.body-not-expected': 400,
  'ingress.request.body-too-large': 413,
  'ingress.admission.authentication-silent': 503,
};

const notAvailable: Pick<Page, 'title' | 'body'> = {
  title: 'Not available',
  body: html`<p>This address does not exist, or this request is not accepted here.</p><p>If you think it should be, give your administrator the reference below.</p>`,
};
/** By status, which everybody sees. */
const said: Readonly<Record<number, typeof notAvailable>> = {
  413: { title: 'Too large', body: html`<p>What you sent is too large.</p>` },
  503: {
    title: 'Please try again',
    body: html`<p>Signing in is not possible at this moment. Nothing is lost: try again in a minute.</p>`,
  },
};

/** `asPage`: the visitor is a person's browser that navigates. */
export function refusedAtIngress(code: RefusalCode, asPage: boolean): Answer {
  const status = statuses[code] ?? 403;
  // RFC 9110 §15.5.22: whoever is told to upgrade is told to what.
  const headers = status === 426 ? { upgrade: 'websocket', connection: 'Upgrade' } : {};
  if (!asPage) return jsonAnswer({ error: 'refused' }, { status, headers });
  const { title, body } = said[status] ?? notAvailable;
  return pageAnswer({ title, body, place: 'Isolated cloud' }, { status, headers });
}

/** A refusal by the one who was asked who this is. A dead break-glass session is removed from the browser, so that the normal door works again. */
export function refusedByAuthentication(
  answer: Exclude<AuthenticationAnswer, { kind: 'allowed' }>,
  asPage: boolean,
  askedBreakGlass: boolean,
): Answer {
  if (answer.kind === 'sign-in' && asPage) return emptyAnswer(303, { headers: { location: answer.location }, cookies: answer.cookies });
  const cookies = askedBreakGlass ? [forgottenCookie(sessionCookies.breakGlass, 'Strict')] : [];
  if (!asPage) return jsonAnswer({ error: 'not signed in' }, { status: 401, cookies });
  const body = html`<p>Your session does not open this page, or it has ended.</p><p>Go back to where you started and sign in again.</p>`;
  return pageAnswer({ title: 'Not signed in here', place: 'Isolated cloud', body }, { status: 403, cookies });
}
