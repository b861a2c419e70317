/** Sessions against a naive model of them: any sequence of sign-ins, uses, ends, changed limits and moved clocks, backwards too, and after each step every session is judged as the model says (K-04, I-08, M-10). */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSessions, type PeopleSessions, releasedSessionPolicy, type SessionPolicy } from '../system/isolated/session/index.ts';
import { sqliteStore } from '../system/kernel/store.ts';
import { type ManualClock, manualClock, systemRandom } from './manual-ports.ts';

const host = 'tracker.acme.isolated.test';
const people = ['u-1', 'u-2'] as const;
const bounds = {
  absoluteSeconds: { least: 1, most: 1_000 },
  idleSeconds: { least: 1, most: 1_000 },
  perPerson: { least: 1, most: 5 },
};

type Step =
  | { readonly do: 'sign in' | 'deactivate' | 'change privileges'; readonly who: 0 | 1 }
  | { readonly do: 'use' | 'sign out' | 'revoke' | 'come back' | 'end by idp'; readonly which: number }
  | { readonly do: 'move clock'; readonly ms: number }
  | { readonly do: 'limit'; readonly absolute: number; readonly idle: number; readonly most: number }
  | { readonly do: 'rotate trust' };

/** Everything that the model knows of one sign-on; its ids are only carried. */
type Modelled = {
  readonly person: string;
  readonly sid: string;
  signOn: string;
  session: string;
  readonly startedMs: number;
  usedMs: number;
  readonly generation: number;
  ended?: string;
  due: boolean;
  /** Ids that were good once. */
  readonly old: { readonly id: string }[];
};

class Model {
  nowMs: number;
  limits = { absoluteSeconds: 60, idleSeconds: 20, perPerson: 2 };
  generation = 0;
  readonly all: Modelled[] = [];
  constructor(nowMs: number) {
    this.nowMs = nowMs;
  }
  verdict(each: Modelled, forTheSignOnItself = false): string {
    if (each.ended) return each.ended;
    if (each.generation < this.generation) return 'trust-rotated';
    if (each.due && !forTheSignOnItself) return 'privileges-changed';
    const idleMs = this.nowMs - each.usedMs;
    if (idleMs <= -2_000) return 'clock-went-back';
    if (this.nowMs - each.startedMs >= this.limits.absoluteSeconds * 1_000) return 'expired';
    return idleMs >= this.limits.idleSeconds * 1_000 ? 'idle' : 'allowed';
  }
  lives = (each: Modelled): boolean => this.verdict(each, true) === 'allowed';
  /** For so many more. */
  makeRoom(person: string, more = 1, most = this.limits.perPerson): void {
    const own = this.all.filter((each) => each.person === person && this.lives(each)).toSorted((a, b) => a.startedMs - b.startedMs);
    for (const each of own.slice(0, Math.max(0, own.length + more - most))) each.ended = 'displaced';
  }
  unended = (person: string): readonly Modelled[] => this.all.filter((each) => each.person === person && !each.ended);
}

const reached = (sessions: PeopleSessions, signOn: string): string => {
  const { state, browser } = sessions.startHandOver(host, '/');
  return sessions.redeem({ code: sessions.issueCode(state, signOn), state, browser, host }).id;
};
const said = (sessions: PeopleSessions, id: string): string => {
  const { judgement } = sessions.judgeHost(id, host);
  return judgement.allowed ? 'allowed' : judgement.code.replace('session.host.', '');
};

type Stage = { readonly sessions: PeopleSessions; readonly clock: ManualClock; readonly model: Model };

function signIn({ sessions, model }: Stage, person: string): void {
  const sid = `sid-${model.all.length}`;
  model.makeRoom(person);
  const { id: signOn } = sessions.startSignOn(person, { idpSession: { issuer: 'https://idp.test', idpSubject: person, sid } });
  const [startedMs, generation] = [model.nowMs, model.generation];
  model.all.push({
    person,
    sid,
    signOn,
    session: reached(sessions, signOn),
    startedMs,
    usedMs: startedMs,
    generation,
    due: false,
    old: [],
  });
}

function comeBack({ sessions, model }: Stage, each: Modelled): void {
  const going = sessions.goOn(each.signOn);
  expect(going !== undefined).toBe(model.lives(each));
  if (!going) return;
  expect(going.renewed).toBe(each.due);
  each.old.push({ id: each.session });
  each.due = false;
  each.signOn = going.id;
  each.session = reached(sessions, going.id);
}

function take(stage: Stage, step: Step): void {
  const { sessions, clock, model } = stage;
  const chosen = 'which' in step ? model.all[step.which % Math.max(1, model.all.length)] : undefined;
  const person = 'who' in step ? people[step.who] : '';
  switch (step.do) {
    case 'sign in':
      signIn(stage, person);
      return;
    case 'move clock':
      clock.advance(step.ms);
      model.nowMs += step.ms;
      return;
    case 'limit': {
      const limits = { absoluteSeconds: step.absolute, idleSeconds: Math.min(step.idle, step.absolute), perPerson: step.most };
      sessions.changeLimits(limits).effect();
      for (const person of new Set(model.all.map((each) => each.person))) model.makeRoom(person, 0, limits.perPerson);
      model.limits = limits;
      return;
    }
    case 'rotate trust':
      sessions.endAll();
      model.generation += 1;
      return;
    case 'deactivate':
      expect(sessions.endAllOf(person, 'deactivated')).toBe(model.unended(person).length);
      for (const each of model.unended(person)) each.ended = 'deactivated';
      return;
    case 'change privileges':
      sessions.privilegesChanged(person);
      for (const each of model.unended(person)) each.due = true;
      return;
  }
  if (!chosen) return;
  if (step.do === 'come back') comeBack(stage, chosen);
  else if (step.do === 'use') {
    const verdict = model.verdict(chosen);
    expect(said(sessions, chosen.session)).toBe(verdict);
    if (verdict === 'allowed') chosen.usedMs = Math.max(chosen.usedMs, model.nowMs);
  } else end(stage, step.do, chosen);
}

function end({ sessions, model }: Stage, how: 'sign out' | 'revoke' | 'end by idp', each: Modelled): void {
  if (how === 'end by idp') {
    expect(sessions.endByIdpSession({ issuer: 'https://idp.test', sid: each.sid })).toBe(each.ended ? 0 : 1);
    each.ended ??= 'ended-by-idp';
    return;
  }
  const id = each.signOn;
  const formToken = sessions.signOnFormToken(id);
  const attempt = (): void => {
    if (how === 'sign out') sessions.signOut({ id, formToken }).end();
    else sessions.revoke(String(sessions.signOut({ id, formToken }).facts.ended)).effect();
  };
  if (!model.lives(each)) {
    expect(attempt).toThrow('session.sign-out.session-unknown');
    return;
  }
  attempt();
  each.ended = how === 'sign out' ? 'signed-out' : 'revoked';
}

const which = fc.nat(11);
const who = fc.constantFrom<0 | 1>(0, 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: who.map((each): Step => ({ do: 'sign in', who: each })) },
  { weight: 6, arbitrary: which.map((each): Step => ({ do: 'use', which: each })) },
  {
    weight: 5,
    arbitrary: fc
      .oneof(fc.integer({ min: 0, max: 30_000 }), fc.constantFrom(-10_000, -2_000, -1_999, 999, 19_999, 20_000, 59_999, 60_000))
      .map((ms): Step => ({ do: 'move clock', ms })),
  },
  ...(['sign out', 'revoke', 'come back', 'end by idp'] as const).map((name) => which.map((each): Step => ({ do: name, which: each }))),
  ...(['deactivate', 'change privileges'] as const).map((name) => who.map((each): Step => ({ do: name, who: each }))),
  fc
    .record({ absolute: fc.integer({ min: 1, max: 90 }), idle: fc.integer({ min: 1, max: 40 }), most: fc.integer({ min: 1, max: 5 }) })
    .map((limits): Step => ({ do: 'limit', ...limits })),
  fc.constant<Step>({ do: 'rotate trust' }),
);

function asTheModelSays(policy: SessionPolicy): void {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const clock = manualClock(1_700_000_000_000);
      const store = sqliteStore(':memory:');
      const config = { absoluteSeconds: 60, idleSeconds: 20, perPerson: 2, bounds };
      const sessions = createSessions({ store, clock, random: systemRandom }, config, policy);
      const stage = { sessions, clock, model: new Model(clock.now()) };
      for (const each of steps) take(stage, each);
      const living = stage.model.all.filter(stage.model.lives).map(({ person }) => person);
      expect(sessions.list().map(({ subject }) => subject)).toEqual(expect.arrayContaining(living));
      expect(sessions.list()).toHaveLength(living.length);
      for (const each of stage.model.all) {
        expect(said(sessions, each.session)).toBe(stage.model.verdict(each));
        for (const { id } of each.old) expect(said(sessions, id)).not.toBe('allowed');
      }
      store.close();
    }),
    { numRuns: 400, seed: 7 },
  );
}

test('whatever happens, in whatever order, every session is as good as the model says', () => {
  asTheModelSays(releasedSessionPolicy);
});

test.each(['idle', 'expired', 'clock-went-back', 'displaced', 'trust-rotated', 'privileges-changed', 'signed-out', 'deactivated'])(
  'the model notices a system without the rule %s',
  (reason) => {
    const host = releasedSessionPolicy.host.map((rule) => (rule.code === `session.host.${reason}` ? { ...rule, holds: () => true } : rule));
    expect(() => asTheModelSays({ ...releasedSessionPolicy, host })).toThrow('Property failed');
  },
);
