/** What a scenario may expect: a page reached, a refusal with its code, silence toward the identity provider, moments in order. */
import type { SystemRefusal } from '../../system/index.ts';
import type { History, Outcome } from '../verdict/results.ts';
import type { Expectation, Judged, World } from './scenario.ts';

const said = (outcome: Outcome): string => {
  switch (outcome.kind) {
    case 'ok':
      return `arrived on ${outcome.landedOn}`;
    case 'refused':
      return `refused with ${outcome.code} (shown: ${outcome.shown})`;
    case 'fault':
      return `${outcome.symptom}: ${outcome.detail}`;
    case 'unknown':
      return `unknown: ${outcome.why}`;
  }
};

const judgedBy = (outcome: Outcome, met: boolean): Judged => ({
  judged: outcome.kind === 'unknown' ? 'unclear' : met ? 'met' : 'not-met',
  observed: said(outcome),
});

/** The act ends on a page of this host, allowed. */
export const arrives = (host: 'tracker' | 'wiki' | 'admin' | 'login' | 'idp'): Expectation => ({
  claim: `arrives on ${host}`,
  judge: async ({ outcome, world }) =>
    judgedBy(outcome, outcome.kind === 'ok' && outcome.landedOn === (host === 'idp' ? world.realm.issuer.hostname : host)),
});

/** The act ends, allowed, with what this event says: the record of the last answer names it. */
export const leadsTo = (event: string): Expectation => ({
  claim: `leads to ${event}`,
  judge: async ({ outcome, world }) => {
    if (outcome.kind !== 'ok') return judgedBy(outcome, false);
    const [record] = await world.target.decision(outcome.reference);
    return { judged: record?.event === event ? 'met' : 'not-met', observed: record?.event ?? 'no record' };
  },
});

/** A sweep found nothing that should not be there. */
export const arrivesNowhere: Expectation = {
  claim: 'nothing answers that should not',
  judge: async ({ outcome }) => judgedBy(outcome, outcome.kind === 'ok' && outcome.landedOn === 'nowhere'),
};

/** The act looked for what should not be there, and ended on `nothing`; `on` tells a reader what it ended on. */
export const landsOnNothing = (claim: string, on: (landedOn: string) => string): Expectation => ({
  claim,
  judge: async ({ outcome }) =>
    outcome.kind === 'ok'
      ? { judged: outcome.landedOn === 'nothing' ? 'met' : 'not-met', observed: on(outcome.landedOn) }
      : { judged: 'unclear', observed: said(outcome) },
});

/** The act is refused, and the audit trail says so with exactly this code. */
export const refusedWith = (code: SystemRefusal): Expectation => ({
  claim: `is refused with ${code}`,
  judge: async ({ outcome }) => judgedBy(outcome, outcome.kind === 'refused' && outcome.code === code),
});

/** The identity provider itself stops the person, on a page of its own that is an error, or that asks for something: nothing of ours comes after it. */
export const stopsAtTheIdp = (withPage: 'an error' | 'a question'): Expectation => ({
  claim: `is stopped by the identity provider with ${withPage}`,
  judge: async ({ outcome, world }) => {
    const [, status] = outcome.kind === 'fault' && outcome.symptom === 'stopped-elsewhere' ? (stoppedAt.exec(outcome.detail) ?? []) : [];
    const atTheIdp = outcome.kind === 'fault' && outcome.detail.startsWith(`${world.realm.issuer.hostname} `);
    return judgedBy(outcome, atTheIdp && (withPage === 'an error' ? Number(status) >= 400 : Number(status) === 200));
  },
});
const stoppedAt = / shows (\d{3})/;

/** The refusal is a page of ours that a person can read, and it came in bounded time: A-12 lets no journey hang. */
export const shows = ({
  status,
  title,
  withinSeconds,
}: {
  readonly status: number;
  readonly title: string;
  readonly withinSeconds: number;
}): Expectation => ({
  claim: `shows “${title}” (${status}) within ${withinSeconds} s`,
  judge: async ({ outcome, history }) => {
    const last = history.findLast(({ phase }) => phase === 'act');
    if (outcome.kind !== 'refused' || !last) return judgedBy(outcome, false);
    const tookSeconds = (last.endedAtMs - last.invokedAtMs) / 1000;
    const met = outcome.shown === `${status} ${title}` && tookSeconds <= withinSeconds;
    return { judged: met ? 'met' : 'not-met', observed: `shown after ${tookSeconds.toFixed(1)} s: ${outcome.shown}` };
  },
});

/** What the authentication service says when the identity provider is away: its own limit is five seconds, the rest is for a slow machine. */
export const saysThatTheIdpIsAway = shows({ status: 503, title: 'Single sign-on is not available', withinSeconds: 15 });

/** Afterwards, in the world as the act left it, this still works: what was refused has changed nothing. */
export const afterwards = (claim: string, act: (world: World) => Promise<Outcome>): Expectation => ({
  claim,
  judge: async ({ world }) => {
    const outcome = await act(world);
    return judgedBy(outcome, outcome.kind === 'ok');
  },
});

const comparedWithBefore = (claim: string, isMet: (same: boolean) => boolean): Expectation => ({
  claim,
  judge: async ({ outcome, history }) => {
    const before = history.flatMap(({ phase, verb, outcome: past }) =>
      phase === 'given' && verb === 'sign in' && past.kind === 'ok' ? [past.actor] : [],
    );
    if (outcome.kind !== 'ok') return judgedBy(outcome, false);
    const same = before.includes(outcome.actor);
    const observed = same ? 'the same subject' : 'another subject';
    return { judged: before.length === 0 ? 'unclear' : isMet(same) ? 'met' : 'not-met', observed };
  },
});

/** The sign-in of the act made somebody else than every sign-in before it: the audit trail knows another subject. */
export const isSomebodyElseThanBefore = comparedWithBefore('is somebody else than before', (same) => !same);
/** The sign-in of the act made the person who signed in before it. */
export const isWhoWasThereBefore = comparedWithBefore('is the person who was there before', (same) => same);

/** Longer than anything of an identity provider in trouble is remembered: five seconds for its discovery document, thirty between two searches for a key. */
const forgottenAfterSeconds = 35;

/** When the fault is over, somebody signs in, as if it had never been: nothing that was learnt meanwhile stays. */
export const worksAgain: Expectation = afterwards('afterwards a sign-in works again', async ({ target, actors }) => {
  await target.clock?.step({ seconds: forgottenAfterSeconds });
  return actors.user().signIn();
});

/** Nobody of ours tried to reach the identity provider during the act; `heardWhen` is an act in the same world in which the same observers must hear something. */
export const silenceTowardIdp = (heardWhen: (world: World) => Promise<Outcome>): Expectation => ({
  claim: 'no connection, name look-up or raw socket toward the identity provider, during the act and three seconds after',
  listenMs: 3_000,
  judge: async ({ duringAct, world }) => {
    if (duringAct.noise > 0) return { judged: 'not-met', observed: duringAct.evidence.join('; ') };
    const canary = world.silence.since();
    const outcome = await heardWhen(world);
    await world.target.settled?.();
    const heard = canary.heard();
    const deaf = outcome.kind !== 'ok' || heard.connections === 0 || heard.lookups === 0 || heard.declaredSockets === 0;
    const counts = `${heard.connections} connections, ${heard.lookups} look-ups, ${heard.declaredSockets} declared sockets`;
    return {
      judged: deaf ? 'unclear' : 'met',
      observed: `silence; the same observers, at a sign-in through the identity provider: ${counts}`,
    };
  },
});

/** These moments were noted, in this order. */
export const happensInOrder = (...names: readonly [string, string, ...string[]]): Expectation => ({
  claim: `in this order: ${names.join(' → ')}`,
  judge: async ({ marks }) => {
    const seen = marks.map(({ name }) => name).filter((name) => names.includes(name));
    return { judged: seen.join('\n') === names.join('\n') ? 'met' : 'not-met', observed: seen.join(' → ') || 'nothing' };
  },
});

/** Every audit log of the target verifies, anchored at the head that the writer holds. */
export const auditIsWhole: Expectation = {
  claim: 'the audit chain is whole and complete',
  judge: async ({ world }) => {
    const logs = await world.target.verifyAudit();
    const broken = logs.filter(({ whole }) => !whole);
    if (logs.length > 0 && broken.length === 0) world.mark('audit-verified');
    const observed = logs.map(({ log, records, problem }) => `${log}: ${problem ?? `${records} records, whole`}`).join('; ');
    return { judged: logs.length > 0 && broken.length === 0 ? 'met' : 'not-met', observed };
  },
};

/** Judges those of these operations that belong to the act, by how they ended. None of them: unclear. */
export function judgedOperations(operations: History, met: (outcomes: readonly Outcome[]) => boolean): Judged {
  const outcomes = operations.filter(({ phase }) => phase === 'act').map(({ outcome }) => outcome);
  return {
    judged: outcomes.length === 0 ? 'unclear' : met(outcomes) ? 'met' : 'not-met',
    observed: outcomes.map(said).join('; ') || 'it never happened',
  };
}

/** An operation of the act, by what it was, ended so. */
export const during = (claim: string, verb: string, met: (outcomes: readonly Outcome[]) => boolean): Expectation => ({
  claim,
  judge: async ({ history }) =>
    judgedOperations(
      history.filter((operation) => operation.verb === verb),
      met,
    ),
});

/** The first operation of the act that is called so, judged as if the act had ended there; `what` is what a reader calls it. */
export const theFirst = (verb: string, what: string, expected: Expectation): Expectation => ({
  claim: `${what} ${expected.claim}`,
  judge: async (seen) => {
    const first = seen.history.find((operation) => operation.phase === 'act' && operation.verb === verb);
    return first ? expected.judge({ ...seen, outcome: first.outcome }) : { judged: 'unclear', observed: 'it never happened' };
  },
});

/** All refusals of the act looked alike from outside: same status, and the same page to the last byte, but for its reference. At least two of them, for two reasons. */
export const looksTheSame = (verb: string): Expectation => ({
  claim: 'every refusal looks the same from outside',
  judge: async ({ history }) => {
    const refused = history
      .filter((operation) => operation.phase === 'act' && operation.verb === verb)
      .flatMap(({ outcome }) => (outcome.kind === 'refused' ? [outcome] : []));
    const looks = new Set(refused.map(({ shown, looks: page = 'not seen' }) => `${shown} (page ${page.slice(0, 8)})`));
    const codes = new Set(refused.map(({ code }) => code));
    const observed = `${refused.length} refusals for ${codes.size} different reasons, shown as: ${[...looks].join(' / ')}`;
    return { judged: refused.length < 2 || codes.size < 2 ? 'unclear' : looks.size === 1 ? 'met' : 'not-met', observed };
  },
});
