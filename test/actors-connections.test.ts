/** The wire user keeps its connections as a browser does: one for each host; a question that a kept one loses is asked again, and neither what a fresh one loses nor what would be done twice. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Agent } from '../harness/actors/agent.ts';
import { wireAgent } from '../harness/actors/wire/wire-agent.ts';
import { openStage, type Stage } from './actors-stage.ts';

const tracker = 'https://tracker.acme.isolated.test';
const wiki = 'https://wiki.acme.isolated.test';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 60_000);
afterAll(() => stage.close());
beforeEach(() => {
  stage.heard.length = 0;
  stage.play(() => ({ html: '<title>here</title>' }));
});

const wireUser = (): Agent =>
  wireAgent({
    route: { exitUrl: stage.exits.home.url, authorityPem: stage.authorityPem },
    headers: {},
    securityKey: undefined,
    now: Date.now,
  });

/** The hosts that the exit was asked for meanwhile, in order. */
async function askedFor(work: () => Promise<unknown>): Promise<readonly string[]> {
  const before = stage.exits.home.connections.length;
  await work();
  return stage.exits.home.connections.slice(before).map(({ host }) => new URL(`https://${host}`).host);
}

test('page after page comes by one connection for each host, and its tabs share it', async () => {
  const user = wireUser();
  const asked = await askedFor(async () => {
    for (const path of ['/a', '/b', '/c']) await user.visit(new URL(path, tracker));
    await user.visit(new URL(wiki));
    await (await user.tab()).visit(new URL('/d', tracker));
  });
  expect(asked).toEqual([new URL(tracker).host, new URL(wiki).host]);
  await user.close();
});

test('whoever comes anew, and a script outside any browser, opens a connection of its own', async () => {
  const user = wireUser();
  const asked = await askedFor(async () => {
    await user.visit(new URL(tracker));
    await user.raw(new URL(tracker), {});
    await user.raw(new URL(tracker), {});
    await wireUser().visit(new URL(tracker));
  });
  expect(asked).toHaveLength(4);
  await user.close();
});

test('a question that is lost on a connection that was kept is asked again, on another one', async () => {
  const user = wireUser();
  await user.visit(new URL('/a', tracker));
  stage.play(() => (stage.heard.filter(({ path }) => path === '/b').length === 1 ? 'hang-up' : { html: '<title>here</title>' }));
  expect(await user.visit(new URL('/b', tracker))).toMatchObject({ kind: 'answer', status: 200 });
  expect(stage.heard.map(({ path }) => path)).toEqual(['/a', '/b', '/b']);
  await user.close();
});

test('what would be done twice is not sent again, whatever connection loses it', async () => {
  const user = wireUser();
  await user.visit(new URL('/a', tracker));
  stage.play(() => 'hang-up');
  expect(await user.postFrom(new URL(tracker), new URL('/close', tracker), { a: 'b' })).toMatchObject({ kind: 'fault', symptom: 'reset' });
  expect(stage.heard.map(({ path }) => path)).toEqual(['/a', '/close']);
  await user.close();
});

test('what a fresh connection loses is told and not sent again, also after a kept one lost it', async () => {
  const user = wireUser();
  stage.play(() => 'hang-up');
  expect(await user.visit(new URL('/x', tracker))).toMatchObject({ kind: 'fault', symptom: 'reset' });
  expect(stage.heard).toHaveLength(1);
  stage.play(() => ({ html: '<title>here</title>' }));
  await user.visit(new URL('/a', tracker));
  stage.play(() => 'hang-up');
  expect(await user.visit(new URL('/y', tracker))).toMatchObject({ kind: 'fault', symptom: 'reset' });
  expect(stage.heard.map(({ path }) => path)).toEqual(['/x', '/a', '/y', '/y']);
  await user.close();
});
