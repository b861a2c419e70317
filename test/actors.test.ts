/** What actors do ends in an outcome, whatever hands they have: joined with the audit trail by the reference, or named by what the network did. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Cast } from '../harness/actors/index.ts';
import { type Heard, openStage, type Said, type Stage } from './actors-stage.ts';
import { signalled } from './signalled.ts';

const tracker = 'tracker.acme.isolated.test';
const idp = 'idp.acme.test';
const admin = 'https://admin.acme.isolated.test';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());
beforeEach(() => {
  stage.heard.length = 0;
  stage.steps.length = 0;
  stage.play(() => ({ code: 'allowed', html: '<title>Fine</title>' }));
});

const kinds = ['wire', 'browser'] as const;
const open: Readonly<Record<(typeof kinds)[number], () => Promise<Cast>>> = { wire: () => stage.wire(), browser: () => stage.browsing() };
const listenerPlace = () => {
  const place = stage.names.resolve(tracker, 'test');
  if (!place) throw new Error('the stage has lost its tracker');
  return place;
};

/** A small world of its own: the tracker sends people to the identity provider and takes them back with a cookie. */
const signInPlay = ({ host, path, method, headers, body }: Heard): Said => {
  if (host === tracker && (headers.cookie ?? '').includes('__Host-session')) return { code: 'allowed', html: '<title>Issues</title>' };
  if (host === tracker && path.startsWith('/back'))
    return { status: 303, code: 'allowed', headers: { location: '/', 'set-cookie': '__Host-session=1; Path=/; Secure; SameSite=Lax' } };
  if (host === tracker) return { status: 303, code: 'sso.session.missing', headers: { location: `https://${idp}/login?client=1` } };
  if (method === 'POST' && new URLSearchParams(body).get('password') === 'pass of uma')
    return { status: 302, headers: { location: `https://${tracker}/back?code=1` } };
  return {
    headers: { 'referrer-policy': 'no-referrer' },
    html: '<title>Sign in to w1</title><form method="post" action="/login"><button type="button">show</button><input name="username"><input name="password" type="password"><input type="submit" value="Sign In"></form>',
  };
};

for (const kind of kinds) {
  test(`a ${kind} user signs in through the provider, and stays signed in`, async () => {
    stage.play(signInPlay);
    const cast = await open[kind]();
    const uma = cast.actors.user({ from: 'home' });
    expect(await uma.signIn()).toMatchObject({ kind: 'ok', landedOn: 'tracker' });
    expect(await uma.open('tracker')).toMatchObject({ kind: 'ok', landedOn: 'tracker' });
    expect(await uma.callApi('tracker', '/api/issues?secret=1')).toMatchObject({ kind: 'ok', landedOn: 'tracker' });
    await cast.dismiss();
    const [first, , third] = stage.history.list().slice(-3);
    expect(first).toMatchObject({ actor: 'user uma', verb: 'sign in', from: 'home', outcome: { kind: 'ok' } });
    expect(third?.verb).toBe('call tracker /api/issues');
    expect(stage.heard.every((one) => one.peer === '127.44.7.9')).toBe(true);
    expect(stage.steps.filter((step) => step.reference !== undefined)).toHaveLength(5);
  });

  test(`a ${kind} visitor is led to the provider, with the code of the answer that led there`, async () => {
    stage.play(signInPlay);
    const cast = await open[kind]();
    const visitor = cast.actors.visitor();
    expect(await visitor.open('tracker')).toMatchObject({ kind: 'refused', code: 'sso.session.missing', shown: '200 Sign in to w1' });
    expect(await visitor.callApi('tracker', '/api/issues')).toMatchObject({ kind: 'refused', code: 'sso.session.missing', shown: '303' });
    await cast.dismiss();
  });

  test(`a ${kind} user with a wrong password is stopped at the identity provider`, async () => {
    stage.play((heard) => signInPlay({ ...heard, body: '' }));
    const cast = await open[kind]();
    expect(await cast.actors.user().signIn()).toMatchObject({
      kind: 'fault',
      symptom: 'stopped-elsewhere',
      detail: expect.stringContaining(' shows 200 Sign in to w1'),
    });
    await cast.dismiss();
  });

  test(`a ${kind} user learns the code from the audit trail, and nothing from a page`, async () => {
    const cast = await open[kind]();
    const outcomeOf = async (said: Said) => {
      stage.play(() => said);
      return cast.actors.user().open('tracker', '/page?x=1');
    };
    expect(await outcomeOf({ status: 403, code: 'a.b.c', html: '<title>No</title>allowed' })).toMatchObject({
      kind: 'refused',
      code: 'a.b.c',
      shown: '403 No',
    });
    expect(await outcomeOf({ status: 500, code: 'allowed', html: '<title>Oh</title>' })).toEqual({
      kind: 'unknown',
      why: 'allowed, but it ended on tracker with 500 Oh',
    });
    expect(await outcomeOf({ status: 503, code: 'x.y.z' })).toMatchObject({ kind: 'refused', code: 'x.y.z', shown: '503' });
    expect(await outcomeOf({ html: '<title>No mark</title>' })).toMatchObject({
      kind: 'unknown',
      why: `${tracker} answered without a reference: 200 No mark`,
    });
    const forged = 'abcde-abcde-abcde-abcde';
    expect(await outcomeOf({ headers: { 'tempered-reference': forged } })).toMatchObject({
      kind: 'unknown',
      why: `no audit record with the reference ${forged} (200)`,
    });
    stage.records.push(...stage.records.slice(-1), ...stage.records.slice(-1));
    const twice = stage.records.at(-1)?.reference ?? '';
    expect(await outcomeOf({ headers: { 'tempered-reference': twice } })).toMatchObject({
      kind: 'unknown',
      why: `3 audit records with the reference ${twice} (200)`,
    });
    stage.play(({ host }) =>
      host === tracker ? { status: 303, code: 'allowed', headers: { location: admin } } : { code: 'allowed', html: '<title>Hub</title>' },
    );
    expect(await cast.actors.user().open('tracker')).toEqual({ kind: 'unknown', why: 'allowed, but it ended on admin with 200 Hub' });
    await cast.dismiss();
  });

  test(`a ${kind} user's network faults have names`, async () => {
    const cast = await open[kind]();
    const outcome = () => cast.actors.user().open('tracker');
    const place = listenerPlace();
    const restore = stage.names.remove(tracker);
    expect(await outcome()).toMatchObject({ kind: 'fault', symptom: 'no-such-name' });
    restore();
    stage.names.set(tracker, { ...place, port: 1 });
    expect(await outcome()).toMatchObject({ kind: 'fault', symptom: 'refused' });
    expect(await cast.actors.user().callApi('tracker', '/api')).toMatchObject({ kind: 'fault', symptom: 'refused' });
    stage.names.set(tracker, place);
    stage.play(() => 'hang-up');
    expect(await outcome()).toMatchObject({ kind: 'fault', symptom: 'reset' });
    await stage.certify(tracker, { validFrom: new Date(Date.now() - 2000), validTo: new Date(Date.now() - 1000) });
    expect(await outcome()).toMatchObject({ kind: 'fault', symptom: 'untrusted' });
    await stage.certify(tracker, { altNames: ['other.test'] });
    expect(await outcome()).toMatchObject({ kind: 'fault', symptom: 'untrusted' });
    await stage.certify(tracker, {});
    stage.play(() => ({ code: 'allowed', html: '<title>Fine</title>' }));
    expect(await outcome()).toMatchObject({ kind: 'ok' });
    await cast.dismiss();
  });

  test(`a ${kind} user goes in circles only so long`, async () => {
    stage.play(() => ({ status: 302, code: 'allowed', headers: { location: '/again' } }));
    const cast = await open[kind]();
    expect(await cast.actors.user().open('tracker')).toMatchObject({ kind: 'fault', symptom: 'other' });
    await cast.dismiss();
  });

  test(`a ${kind} holder repairs the settings, carries the session elsewhere, and signs out`, async () => {
    const forms = `<title>Hub</title><form method="post" action="/idp-settings"><input type="hidden" name="form-token" value="t1"><input name="issuer" value="old"><input name="clientId" value="id"><input name="clientSecret" type="password"><button>save</button></form>
      <form id="activate-untested" method="post" action="/idp-settings/activate"><input type="hidden" name="form-token" value="t3"><input type="hidden" name="acknowledged" value="untested"><button>activate</button></form>
      <form method="post" action="/break-glass/sign-out"><input type="hidden" name="form-token" value="t2"><button>out</button></form>`;
    stage.play(({ method, path, host }) => {
      if (host === tracker) return { status: 401, code: 'ingress.session.missing' };
      if (method === 'POST') return { status: 303, code: 'allowed', headers: { location: path === '/idp-settings' ? path : '/' } };
      return {
        code: 'allowed',
        html: forms,
        headers: { 'set-cookie': '__Host-break-glass=stolen; Path=/; Secure; HttpOnly; SameSite=Strict' },
      };
    });
    const cast = await open[kind]();
    const holder = cast.actors.breakGlass({ headers: { 'x-forwarded-for': '10.1.1.1' } });
    expect(await holder.carrySessionTo('tracker')).toMatchObject({ kind: 'unknown' });
    expect(await holder.saveIdpSettings({ clientSecret: 'new & secret' })).toMatchObject({ kind: 'ok', landedOn: 'admin' });
    expect(await holder.carrySessionTo('tracker', '/api/issues')).toMatchObject({ kind: 'refused', code: 'ingress.session.missing' });
    expect(await holder.signOut()).toMatchObject({ kind: 'ok' });
    await cast.dismiss();
    const posts = stage.heard
      .filter((one) => one.method === 'POST')
      .map(({ path, body }) => ({ path, ...Object.fromEntries(new URLSearchParams(body)) }));
    expect(posts).toEqual([
      { path: '/idp-settings', 'form-token': 't1', issuer: 'old', clientId: 'id', clientSecret: 'new & secret' },
      { path: '/idp-settings/activate', 'form-token': 't3', acknowledged: 'untested' },
      { path: '/break-glass/sign-out', 'form-token': 't2' },
    ]);
    expect(stage.heard.find((one) => one.host === tracker)?.headers.cookie).toBe('__Host-break-glass=stolen; __Host-session=stolen');
    expect(stage.heard.filter((one) => one.path !== '/favicon.ico').every((one) => one.headers['x-forwarded-for'] === '10.1.1.1')).toBe(
      true,
    );
    expect(
      stage.history
        .list()
        .slice(-4)
        .map((one) => one.verb),
    ).toEqual([
      'carry the session to tracker /',
      'save identity provider settings: clientSecret',
      'carry the session to tracker /api/issues',
      'sign out',
    ]);
  });

  test(`what a ${kind} user saw is kept without secrets`, async () => {
    stage.play(signInPlay);
    const cast = await open[kind]();
    await cast.actors.user().signIn();
    const folder = mkdtempSync(join(tmpdir(), 'tempered-captured-'));
    const kept = await cast.captureOnFailure(join(folder, 'deeper'));
    expect(kept.map((each) => each.kind)).toEqual(kind === 'browser' ? ['screenshot', 'trace'] : ['trace']);
    const trace = readFileSync(join(folder, 'deeper', kept.at(-1)?.file ?? ''), 'utf8');
    expect(trace).toContain('303 https://tracker.acme.isolated.test/');
    expect(trace).not.toMatch(/pass of uma|code=1|client=1/);
    rmSync(folder, { recursive: true });
    await cast.dismiss();
  });
}

test('a browser that is killed ends the act as crashed, and the next actor gets a new one', async () => {
  const cast = await stage.browsing();
  const user = cast.actors.user();
  expect(await user.open('tracker')).toMatchObject({ kind: 'ok' });
  const running = stage.browser.pid();
  stage.play(() => {
    // A second request may have been on its way.
    if (stage.browser.pid() === running) signalled(running, 'SIGKILL');
    return 'hang';
  });
  expect(await user.open('tracker')).toMatchObject({ kind: 'fault', symptom: 'browser-crashed' });
  expect(await user.open('tracker')).toMatchObject({ kind: 'fault', symptom: 'browser-crashed' });
  expect(await cast.captureOnFailure(join(tmpdir(), 'tempered-captured-none'))).toMatchObject([{ kind: 'trace' }]);
  rmSync(join(tmpdir(), 'tempered-captured-none'), { recursive: true });
  await cast.dismiss();
  stage.play(() => ({ code: 'allowed', html: '<title>Fine</title>' }));
  expect(() => cast.actors.user()).toThrow(/the act is over/);
  const next = await stage.browsing();
  expect(await next.actors.user().open('tracker')).toMatchObject({ kind: 'ok' });
  await next.dismiss();
});

test('the cookies of a wire user age by the clock of the target', async () => {
  let now = Date.now();
  const target = { ...stage.target, clock: { now: () => now, hold: async () => {}, step: async () => {} } };
  stage.play(({ path }) => ({
    code: 'allowed',
    headers: path === '/set' ? { 'set-cookie': '__Host-short=1; Path=/; Secure; Max-Age=60' } : {},
  }));
  const { createActors } = await import('../harness/actors/index.ts');
  const cast = createActors({ ...(await stage.options()), target, kind: 'wire' });
  const user = cast.actors.user();
  await user.open('tracker', '/set');
  const sentAt = async (atMs: number): Promise<string | undefined> => {
    now = atMs;
    await user.open('tracker', '/look');
    return stage.heard.at(-1)?.headers.cookie;
  };
  const begun = now;
  expect(await sentAt(begun + 59_999)).toBe('__Host-short=1');
  expect(await sentAt(begun + 60_000)).toBeUndefined();
});

test('an actor of a network without an exit cannot be made, and says so', async () => {
  const cast = await stage.wire();
  await expect(cast.actors.user({ from: 'attacker' }).open('tracker')).rejects.toThrow('no exit for the network attacker');
  expect(stage.history.list().at(-1)).toMatchObject({ from: 'attacker', outcome: { kind: 'unknown', why: 'the harness failed: Error' } });
});
