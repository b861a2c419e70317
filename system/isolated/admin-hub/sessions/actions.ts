/** Sessions of people: how long they may last, within what the deployment allows, and who has one now (M-10, K-04). */
import type { Answer } from '../../../kernel/answer.ts';
import type { VerifiedContext } from '../../../kernel/context-rules.ts';
import type { ServiceRequest } from '../../../kernel/service.ts';
import { done, type HubAction, type HubParts, shown } from '../parts.ts';
import { sessionsPage } from './page.ts';

/** Whoever has more looks for a person. */
const shownSessions = 100;

export const sessionsActions = (parts: HubParts): readonly HubAction[] => [
  { method: 'GET', path: '/sessions', event: 'admin-hub.sessions.shown', run: (who, request) => showSessions(parts, who, request) },
  {
    method: 'POST',
    path: '/sessions/limits',
    event: 'admin-hub.session-limits.changed',
    run: (_who, request) => changeLimits(parts, request),
  },
  { method: 'POST', path: '/sessions/revoke', event: 'admin-hub.session.revoked', run: (_who, request) => revoke(parts, request) },
];

function showSessions(parts: HubParts, who: VerifiedContext, request: ServiceRequest): Answer {
  const { sessions } = parts;
  const subject = (request.query.subject ?? '').trim();
  const all = sessions.list(subject === '' ? undefined : subject);
  const frame = parts.frame(who);
  const values = {
    limits: sessions.limits(),
    bounds: sessions.bounds,
    count: all.length,
    sessions: all.slice(-shownSessions).toReversed(),
    subject,
  };
  return shown(parts, request, {
    value: { ...values, formToken: frame.formToken },
    page: () => sessionsPage(frame, { ...values, query: request.query }),
  });
}

/** Throws `Refusal` with a code of `session.settings`. */
function changeLimits(parts: HubParts, request: ServiceRequest): Answer {
  const { absoluteSeconds, idleSeconds, perPerson } = request.form;
  const { facts, effect } = parts.sessions.changeLimits({ absoluteSeconds, idleSeconds, perPerson });
  return done(request, { location: '/sessions?saved=yes', facts, effect });
}

/** Throws `Refusal` with a code of `session.revocation`. */
function revoke(parts: HubParts, request: ServiceRequest): Answer {
  const { facts, effect } = parts.sessions.revoke(request.form.handle ?? '');
  return done(request, { location: '/sessions?ended=yes', facts, effect });
}
