/** Signing on, going on, coming back to a host and signing out: what the authentication service does with the sessions of people (I-08, S7). */
import { demand, Refusal } from '../../kernel/refusal.ts';
import { handleOf, sameSecret } from '../../kernel/secret-handle.ts';
import type { Sessions } from '../../kernel/sessions.ts';
import { stateLifetimeSeconds } from './hand-over.ts';
import { judgeHost, judgeSignOn, lives, living } from './life.ts';
import { handleOfId, type Parts } from './parts.ts';
import type { SignOn } from './stored/sign-ons.ts';

export function sessionsOf(parts: Parts): Sessions {
  const { handOvers, limits } = parts;
  return {
    get absoluteSeconds() {
      return limits.current().absoluteSeconds;
    },
    handOverSeconds: stateLifetimeSeconds,
    startSignOn: (subject, options = {}) => startSignOn(parts, subject, options),
    signedOn: (id) => signOnOf(parts, id)?.signOn.subject,
    goOn: (id) => goOn(parts, id),
    startHandOver: handOvers.begin,
    handOverHost: handOvers.hostOf,
    issueCode: handOvers.issueCode,
    redeem: (given) => redeem(parts, given),
    judgeHost: (id, host, again) => judgeHost(parts, id, { host, again: again === 'again' }),
    signOnFormToken: (id) => parts.formTokens.of(handleOf(id)),
    signOut: (given) => signOut(parts, given),
  };
}

type Held = { readonly id: string; readonly handle: string; readonly signOn: SignOn };
/** The living sign-on of a cookie. */
function signOnOf(parts: Parts, id: string | undefined): Held | undefined {
  const handle = handleOfId(id);
  const signOn = handle === undefined ? undefined : parts.signOns.find(handle);
  return id !== undefined && handle !== undefined && lives(parts, signOn) ? { id, handle, signOn } : undefined;
}

const startSignOn = (
  parts: Parts,
  ...[subject, { idpSession, notAfterMs, replaces } = {}]: Parameters<Sessions['startSignOn']>
): ReturnType<Sessions['startSignOn']> => {
  const { signOns, trust, policy, limits } = parts;
  const { issuer = '', idpSubject = '', sid = '' } = idpSession ?? {};
  demand(policy.signOn, { longestIdpValue: Math.max(issuer.length, idpSubject.length, sid.length) });
  const before = signOnOf(parts, replaces);
  if (before) signOns.change(before.handle, { ended: 'replaced' });
  const others = living(parts, signOns.of(subject));
  const tooMany = Math.max(0, others.length + 1 - limits.current().perPerson);
  const displaced = others.slice(0, tooMany).map(({ handle }) => handle);
  for (const handle of displaced) signOns.change(handle, { ended: 'displaced' });
  const id = signOns.start({ subject, generation: trust.generation(), idpSession, notAfterMs }, policy.keptId(replaces));
  return { id, ended: [...(before ? [before.handle] : []), ...displaced] };
};

function goOn(parts: Parts, id: string | undefined): ReturnType<Sessions['goOn']> {
  const found = signOnOf(parts, id);
  if (!found) return undefined;
  const renewed = found.signOn.renewalDue === true;
  return { subject: found.signOn.subject, id: renewed ? parts.signOns.renew(found.handle) : found.id, renewed };
}

function redeem(parts: Parts, given: Parameters<Sessions['redeem']>[0]): ReturnType<Sessions['redeem']> {
  const { facts, parent, returnTo } = parts.handOvers.spend(given);
  demand(parts.policy.handOver, facts);
  const signOn = parent === undefined ? undefined : parts.signOns.find(parent);
  const judgement = judgeSignOn(parts, signOn);
  if (!judgement.allowed) throw new Refusal(judgement.code, { cites: judgement.cites });
  if (parent === undefined || signOn === undefined) throw new Refusal('session.host.parent-ended', { cites: ['S7'] });
  const id = parts.hosts.start({ host: given.host, parent }, parts.policy.keptId(given.held));
  parts.signOns.change(parent, { children: { ...signOn.children, [given.host]: handleOf(id) } });
  return { id, returnTo, subject: signOn.subject, facts: { session: handleOf(id), signOn: parent, host: given.host } };
}

function signOut(parts: Parts, { id, formToken }: Parameters<Sessions['signOut']>[0]): ReturnType<Sessions['signOut']> {
  const found = signOnOf(parts, id);
  const formTokenRight = sameSecret(formToken, parts.formTokens.of(found?.handle ?? ''));
  demand(parts.policy.signOut, { signedOn: found !== undefined, formTokenRight });
  const { handle, signOn } = found ?? { handle: '', signOn: undefined };
  return {
    subject: signOn?.subject ?? 'anonymous',
    idpSession: signOn?.idpSession,
    facts: { ended: handle },
    end: () => parts.signOns.change(handle, { ended: 'signed-out' }),
  };
}
