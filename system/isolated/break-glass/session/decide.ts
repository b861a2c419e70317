/** Answers the ingress for one request that carries a break-glass session: yes with a context for AdminHub, or a refusal. */
import type { AuthenticationAnswer, AuthenticationQuestion } from '../../../kernel/authentication.ts';
import type { ContextSigner } from '../../../kernel/context-signer.ts';
import { judge } from '../../../kernel/rule.ts';
import type { Parts } from '../parts.ts';
import type { Session } from '../stored/sessions.ts';
import { adminHubAudience, type SessionFacts } from './rules.ts';

/** What is known of a session now; `audience` is the product that the request is for. */
function sessionFacts(
  { config, clock, listed }: Parts,
  session: Session | undefined,
  asked: { readonly audience: string; readonly peer: string },
): SessionFacts {
  const nowMs = clock.now();
  return {
    known: session !== undefined,
    audience: asked.audience,
    superseded: session?.superseded ?? false,
    ageMs: nowMs - (session?.startedAtMs ?? 0),
    absoluteLimitMs: config.sessionAbsoluteMs,
    idleMs: nowMs - (session?.lastSeenAtMs ?? 0),
    idleLimitMs: config.sessionIdleMs,
    peerAddressListed: listed.includes(asked.peer),
  };
}

/** One context token for each request, and only for AdminHub. Use of the session starts its idle time anew; nothing moves its end. */
export async function decide(parts: Parts, signer: ContextSigner, question: AuthenticationQuestion): Promise<AuthenticationAnswer> {
  const { sessions, config, policy } = parts;
  const session = question.session === undefined ? undefined : sessions.find(question.session);
  const judgement = judge(policy.tables.session, sessionFacts(parts, session, question));
  const facts = { account: session?.account ?? 'unknown' };
  if (!judgement.allowed) return { kind: 'refused', code: judgement.code, cites: judgement.cites, facts };
  if (session === undefined || question.session === undefined) throw new TypeError('a table without its session rule let nobody in');
  if (!question.again) sessions.seen(question.session);
  const claims = { sub: session.account, sid: session.handle, cloud: config.cloud, channel: 'break-glass' } as const;
  return { kind: 'allowed', context: await signer.mint(question.audience, claims), actor: session.account };
}

/** How a session ends: by itself at the latest, by itself when it is not used, and by a form that carries the token. */
export type SessionEnd = { readonly endsAtMs: number; readonly idleEndsAtMs: number; readonly signOutToken: string };

/** By the handle (`sid`); undefined when the session is gone. */
export function sessionEnd({ sessions, config, formTokens }: Parts, handle: string): SessionEnd | undefined {
  const session = sessions.byHandle(handle);
  if (session === undefined) return undefined;
  const endsAtMs = session.startedAtMs + config.sessionAbsoluteMs;
  return {
    endsAtMs,
    idleEndsAtMs: Math.min(endsAtMs, session.lastSeenAtMs + config.sessionIdleMs),
    signOutToken: formTokens.of(handle),
  };
}

/** The live session of a request to break-glass's own pages; looking does not count as use. */
export function liveSession(parts: Parts, request: { readonly id: string | undefined; readonly peer: string }): Session | undefined {
  const session = request.id === undefined ? undefined : parts.sessions.find(request.id);
  return judge(parts.policy.tables.session, sessionFacts(parts, session, { audience: adminHubAudience, peer: request.peer })).allowed
    ? session
    : undefined;
}
