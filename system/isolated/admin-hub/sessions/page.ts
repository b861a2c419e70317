/** The page of session limits and running sessions. */
import { type Html, html, type Page } from '../../../kernel/html.ts';
import type { Bounds, ListedSession, SessionBounds, SessionLimits } from '../../../kernel/sessions.ts';
import { counted } from '../forms.ts';
import { type Frame, framed, moment, tokenField } from '../frame.ts';

export type SessionsShown = {
  readonly limits: SessionLimits;
  readonly bounds: SessionBounds;
  readonly count: number;
  readonly sessions: readonly ListedSession[];
  readonly subject: string;
  readonly query: Readonly<Record<string, string>>;
};

const names: Readonly<Record<keyof SessionLimits, string>> = {
  absoluteSeconds: 'Longest life, in seconds',
  idleSeconds: 'Longest time without use, in seconds',
  perPerson: 'Sessions of one person at once',
};

export function sessionsPage(frame: Frame, { limits, bounds, count, sessions, subject, query }: SessionsShown): Page {
  const field = (name: keyof SessionLimits): Html => {
    const { least, most }: Bounds = bounds[name];
    return html`<label for="${name}">${names[name]}</label><input id="${name}" name="${name}" type="number" inputmode="numeric" min="${least}" max="${most}" value="${limits[name]}" aria-describedby="${name}-hint" required><p class="hint" id="${name}-hint">From ${least} to ${most}.</p>`;
  };
  const note =
    query.saved === 'yes'
      ? html`<p role="status"><strong>Saved.</strong> The limits hold for running sessions, too.</p>`
      : query.ended === 'yes' && html`<p role="status"><strong>The session has ended,</strong> with all that began by it.</p>`;
  return framed(
    frame,
    { title: 'Sessions', area: '/sessions' },
    html`${note}<h2>Limits</h2>
<form id="session-limits" method="post" action="/sessions/limits">${tokenField(frame)}${(['absoluteSeconds', 'idleSeconds', 'perPerson'] as const).map(field)}<button type="submit">Save limits</button></form>
<h2>Running sessions</h2>
<form method="get" action="/sessions" role="search"><label for="subject">Of one person (subject)</label><input id="subject" name="subject" value="${subject}" spellcheck="false" autocomplete="off"><button type="submit" class="quiet">Show</button></form>
<p>${running(count, sessions.length)}</p>
<p>To end every session at once, <a href="/trust">rotate trust</a>.</p>
<ol class="plain">${sessions.map((session) => item(frame, session))}</ol>`,
  );
}

const running = (count: number, shown: number): string => {
  if (count === 0) return 'No session is running.';
  return `${counted(count, 'session is', 'sessions are')} running${count > shown ? `; the newest ${shown} are shown` : ''}.`;
};

const item = (frame: Frame, { handle, subject, startedAtMs, lastSeenAtMs, hosts }: ListedSession): Html => html`<li class="card">
<p><a href="/people?subject=${subject}"><code>${subject}</code></a></p>
<dl><dt>Began</dt><dd>${moment(startedAtMs)}</dd><dt>Last used</dt><dd>${moment(lastSeenAtMs)}</dd><dt>On</dt><dd>${hosts.join(' ') || 'no product yet'}</dd></dl>
<form method="post" action="/sessions/revoke">${tokenField(frame)}<input type="hidden" name="handle" value="${handle}"><button type="submit" class="quiet" aria-label="End this session: of ${subject}, begun ${moment(startedAtMs)}">End this session</button></form></li>`;
