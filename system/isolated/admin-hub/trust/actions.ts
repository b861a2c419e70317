/**
 * Rotate trust: when an identity provider was in wrong hands, everything that it vouched for ends at once, and everything that was made or
 * changed meanwhile is listed, so that what a stranger made is found (S10, C-04).
 */
import type { Answer } from '../../../kernel/answer.ts';
import type { AuditRecord } from '../../../kernel/audit-trail.ts';
import type { VerifiedContext } from '../../../kernel/context-rules.ts';
import type { ServiceRequest } from '../../../kernel/service.ts';
import { done, type HubAction, type HubParts, placeIn, shown } from '../parts.ts';
import { changesSince, isChange } from './changes.ts';
import { trustPage } from './page.ts';

const dayMs = 86_400_000;
const perPage = 50;

export const trustActions = (parts: HubParts): readonly HubAction[] => [
  { method: 'GET', path: '/trust', event: 'admin-hub.trust.shown', run: (who, request) => showTrust(parts, who, request) },
  { method: 'POST', path: '/trust/rotate', event: 'admin-hub.trust.rotated', run: (_who, request) => rotate(parts, request) },
];

async function showTrust(parts: HubParts, who: VerifiedContext, request: ServiceRequest): Promise<Answer> {
  const { clock, trail } = parts;
  const sinceMs = instantIn(request.query.since) ?? clock.now() - dayMs;
  const wanted = (record: AuditRecord): boolean => record.atMs >= sinceMs && isChange(record);
  const { records, older } = await trail.page({ limit: perPage, before: placeIn(request.query.before), wanted });
  const changes = changesSince(parts, sinceMs);
  const frame = parts.frame(who);
  const value = { since: new Date(sinceMs).toISOString(), changes, records, older, formToken: frame.formToken };
  return shown(parts, request, {
    value,
    page: () => trustPage(frame, { sinceMs, changes, records, older, rotated: request.query.rotated === 'yes' }),
  });
}

/** Sessions, codes and hand-overs of everybody who came by the identity provider, and the user contexts that were signed for them. The break-glass session goes on: it never came from there. */
function rotate(parts: HubParts, request: ServiceRequest): Answer {
  const { sessions, contextKeys, log } = parts;
  const before = contextKeys.keys().keys.flatMap(({ kid }) => (kid === undefined ? [] : [kid]));
  return done(request, {
    location: '/trust?rotated=yes',
    facts: { sessions: sessions.list().length, keys: before.length },
    effect: () => {
      sessions.endAll();
      for (const kid of before)
        contextKeys.strikeOut(kid).catch((error: unknown) => log.error('a key that was struck out could not be replaced', error));
    },
  });
}

/** `2026-11-22T10:00`, with or without seconds: UTC, as everything here. */
function instantIn(text: string | undefined): number | undefined {
  const form = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z?$/;
  if (text === undefined || !form.test(text)) return undefined;
  const atMs = Date.parse(text.endsWith('Z') ? text : `${text}Z`);
  return Number.isNaN(atMs) ? undefined : atMs;
}
