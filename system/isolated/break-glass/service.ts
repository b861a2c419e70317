/** What break-glass does on the admin host. */
import { type Answer, pageAnswer } from '../../kernel/answer.ts';
import { sessionCookies } from '../../kernel/authentication.ts';
import { html } from '../../kernel/html.ts';
import type { Action, Service, ServiceRequest } from '../../kernel/service.ts';
import { refusingAtDeadline } from './login/refusal-deadline.ts';
import { signIn } from './login/submit.ts';
import { paths, registrationPage, signedInPage, signInPage } from './pages.ts';
import type { Parts } from './parts.ts';
import { registrationRefusedPage } from './registration/refused-page.ts';
import { register } from './registration/submit.ts';
import { liveSession } from './session/decide.ts';
import { signOut } from './sign-out/submit.ts';

/** A stranger's page looks the same; its ceremony is not kept. */
function showSignIn(parts: Parts, request: ServiceRequest): Answer {
  const { config, ceremonies, listed, formTokens } = parts;
  const { cloud, adminHost } = config;
  const session = liveSession(parts, { id: request.cookies[sessionCookies.breakGlass], peer: request.peer });
  if (session) {
    const endsAtMs = session.startedAtMs + config.sessionAbsoluteMs;
    return pageAnswer(signedInPage({ cloud, session, endsAtMs, formToken: formTokens.of(session.handle) }), {
      actor: session.account,
    });
  }
  return pageAnswer(signInPage({ cloud, adminHost, ceremony: ceremonies.begin('sign-in', { keep: listed.includes(request.peer) }) }));
}

function showRegistration({ config, ceremonies, listed }: Parts, { peer }: ServiceRequest): Answer {
  const { cloud, adminHost } = config;
  return pageAnswer(registrationPage({ cloud, adminHost, ceremony: ceremonies.begin('registration', { keep: listed.includes(peer) }) }));
}

function actions(parts: Parts): readonly Action[] {
  const { clock, config, policy } = parts;
  return [
    { method: 'GET', path: paths.signIn, event: 'break-glass.sign-in-page.shown', run: async (request) => showSignIn(parts, request) },
    {
      method: 'POST',
      path: paths.signIn,
      event: 'break-glass.sign-in.submitted',
      run: (request) => refusingAtDeadline(clock, config.refusalDeadlineMs, () => signIn(parts, request)),
      refused: ({ code }) => pageAnswer(policy.signInRefusedPage(config.cloud, code), { status: 403 }),
    },
    {
      method: 'GET',
      path: paths.registration,
      event: 'break-glass.registration-page.shown',
      run: async (request) => showRegistration(parts, request),
    },
    {
      method: 'POST',
      path: paths.registration,
      event: 'break-glass.registration.submitted',
      run: (request) => register(parts, request),
      refused: (refusal) => pageAnswer(registrationRefusedPage(config.cloud, refusal.code), { status: 403 }),
    },
    { method: 'POST', path: paths.signOut, event: 'break-glass.session.ended', run: (request) => signOut(parts, request) },
  ];
}

/** The service for the ingress, under the admin host's `/break-glass`. */
export const breakGlassService = (parts: Parts): Service => ({
  name: 'break-glass',
  audit: parts.audit,
  log: parts.log,
  actions: actions(parts),
  refused: () =>
    pageAnswer(
      {
        place: `${parts.config.cloud} · break-glass`,
        title: 'This cannot be done',
        body: html`<p>Go back to <a href="${paths.signIn}">emergency access</a>.</p>`,
      },
      { status: 403 },
    ),
});
