/** Rotated trust, session limits, struck-out keys, people and records on AdminHub: what is done, what is refused, and what stands on record (S10, M-10, M-11, C-04). */
import { afterEach, expect, test } from 'vitest';
import { strikeOutRules } from '../system/isolated/admin-hub/index.ts';
import { judge } from '../system/kernel/rule.ts';
import { before, closeHub, openHub, press, save } from './admin-hub-stage.ts';

afterEach(closeHub);
const json = async (hub: Awaited<ReturnType<typeof openHub>>, path: string) =>
  JSON.parse((await hub.call(path, await hub.holder(), undefined, 'application/json')).body);

test('rotated trust ends every session, and every context that was signed', async () => {
  const hub = await openHub();
  const { id } = hub.sessions.startSignOn('u-ada');
  const ada = await hub.context('u-ada', 'ingress');
  expect((await press(hub, '/trust/rotate')).location).toBe('/trust?rotated=yes');
  expect(hub.records.at(-1)).toMatchObject({ event: 'admin-hub.trust.rotated', actor: 'harbour-one', facts: { sessions: 1, keys: 1 } });
  expect(hub.sessions.signedOn(id)).toBeUndefined();
  await hub.call('/', ada);
  expect(hub.code()).toMatch(/^admin-hub\.uct\.key-/);
  expect((await hub.call('/', await hub.holder())).status).toBe(200);
});

test('an admin who was made meanwhile is listed, and one of before is not', async () => {
  const hub = await openHub();
  const identity = (idpSubject: string) => ({ issuer: before.issuer, idpSubject });
  hub.directory.grant(identity('old'), 'org-admin');
  hub.clock.advance(3_600_000);
  const since = new Date(hub.clock.now()).toISOString().slice(0, 16);
  hub.clock.advance(60_000);
  hub.directory.grant(identity('made-by-a-stranger'), 'org-admin');
  hub.administration.makeConnector({ name: 'hr' }).effect();
  const made = hub.directory.subjectOf(identity('made-by-a-stranger'));
  const { changes } = await json(hub, `/trust?since=${since}`);
  expect(changes.filter(({ kind }: { kind: string }) => kind === 'org admin')).toMatchObject([{ name: made, note: before.issuer }]);
  expect(changes).toContainEqual(expect.objectContaining({ kind: 'connector', name: 'hr' }));
  const all = await json(hub, '/trust?since=2026-11-22T09:00');
  expect(all.changes.filter(({ kind }: { kind: string }) => kind === 'org admin')).toHaveLength(2);
  expect((await hub.call(`/trust?since=${since}`, await hub.holder())).body).toContain(`href="/people?subject=${made}"`);
});

test('an instant that is none is yesterday', async () => {
  const hub = await openHub();
  for (const since of ['', 'yesterday', '2026-13-45T99:99'])
    expect((await json(hub, `/trust?since=${since}`)).since).toBe('2026-11-21T10:00:00.000Z');
});

test('limits are set within the bounds of the deployment, and stand on record', async () => {
  const hub = await openHub();
  expect((await press(hub, '/sessions/limits', { absoluteSeconds: '3600', idleSeconds: '900', perPerson: '2' })).location).toBe(
    '/sessions?saved=yes',
  );
  expect(hub.sessions.limits()).toEqual({ absoluteSeconds: 3_600, idleSeconds: 900, perPerson: 2 });
  expect(hub.records.at(-1)?.facts).toMatchObject({ absoluteSeconds: 3_600, idleSeconds: 900, perPerson: 2 });
  await press(hub, '/sessions/limits', { absoluteSeconds: '999999999', idleSeconds: '900', perPerson: '2' });
  expect(hub.code()).toBe('session.settings.absolute-out-of-bounds');
  expect(hub.sessions.limits().absoluteSeconds).toBe(3_600);
});

test('a session is listed, found by its person, and ended once', async () => {
  const hub = await openHub();
  const { id } = hub.sessions.startSignOn('u-uma');
  hub.sessions.startSignOn('u-nils');
  const listed = await json(hub, '/sessions?subject=u-uma');
  expect([listed.count, listed.sessions[0].subject]).toEqual([1, 'u-uma']);
  expect(JSON.stringify(listed)).not.toContain(id);
  const [{ handle }] = listed.sessions;
  expect((await press(hub, '/sessions/revoke', { handle })).status).toBe(303);
  expect(hub.sessions.signedOn(id)).toBeUndefined();
  await press(hub, '/sessions/revoke', { handle });
  expect(hub.code()).toBe('session.revocation.session-unknown');
});

test('a key is struck out at once, in the draft too, and the version of before is kept', async () => {
  const hub = await openHub();
  await save(hub, { clientId: 'renamed' });
  expect((await press(hub, '/keys/strike-out', { key: 'print-1' })).location).toBe('/keys?struck=yes');
  expect(hub.settings()).toEqual({ ...before, struckOutKeyIds: ['print-1'] });
  expect(hub.draft()).toEqual({ ...before, clientId: 'renamed', struckOutKeyIds: ['print-1'] });
  expect(hub.life.history().map(({ how }) => how)).toEqual(['struck-out', 'before-history']);
  for (const [key, reason] of [
    ['print-1', 'already'],
    ['', 'name-unusable'],
    ['a b', 'name-unusable'],
    ['x'.repeat(201), 'name-unusable'],
  ] as const) {
    await press(hub, '/keys/strike-out', { key });
    expect(hub.code()).toBe(`admin-hub.strike-out.${reason}`);
  }
  const honest = { settingsSet: true, nameUsable: true, already: false, struckOut: 19 };
  expect(judge(strikeOutRules, honest)).toEqual({ allowed: true });
  expect(judge(strikeOutRules, { ...honest, struckOut: 20 })).toMatchObject({ code: 'admin-hub.strike-out.too-many' });
  expect(judge(strikeOutRules, { ...honest, settingsSet: false })).toMatchObject({ code: 'admin-hub.strike-out.nothing-set' });
});

test('a certificate is warned about before it ends', async () => {
  const hub = await openHub();
  const day = 86_400_000;
  const certificate = { fingerprint: 'aa'.repeat(32), notBeforeMs: 0, from: 'settings', use: 'accepted' } as const;
  hub.certify([{ ...certificate, notAfterMs: hub.clock.now() + 30 * day }]);
  expect((await json(hub, '/')).warnings).toEqual([]);
  hub.certify([{ ...certificate, notAfterMs: hub.clock.now() + 30 * day - 1 }]);
  expect((await json(hub, '/')).warnings[0]).toContain('ends in 29 days');
  hub.certify([{ ...certificate, notAfterMs: hub.clock.now() }]);
  expect((await hub.call('/', await hub.holder())).body).toContain('has ended');
  expect((await hub.call('/keys', await hub.holder())).body).toContain('It has ended');
});

test('records are shown by the page, and found by event and by person', async () => {
  const hub = await openHub();
  for (let at = 0; at < 60; at += 1) await hub.call('/keys', await hub.holder());
  const first = await json(hub, '/audit?event=admin-hub.keys');
  expect(first.records).toHaveLength(50);
  const next = await json(hub, `/audit?event=admin-hub.keys&before=${first.older}`);
  expect(next.records).toHaveLength(10);
  expect((await json(hub, '/audit?actor=nobody')).records).toEqual([]);
});
