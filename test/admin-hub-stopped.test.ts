/** What the mass-change guard stopped, on AdminHub: why, what it would do now, and what is decided about it (N-06, N-19). */
import { afterEach, expect, test } from 'vitest';
import { hrFile, twenty } from './admin-hub-filled.ts';
import { foundry, json, page, saveRule, staffed } from './admin-hub-staffed.ts';
import { closeHub, type Hub, press } from './admin-hub-stage.ts';

afterEach(closeHub);

test('what the guard stops is held, foretold anew, and resumed or discarded once', async () => {
  const { hub, group } = await staffed();
  await saveRule(hub, foundry);
  await press(hub, '/group-rules/activate', { draft: hub.view.rulesDraft()?.id ?? '' });
  await press(hub, '/group-rules/draft', { rules: '[]' });
  const members = () => hub.view.groups().find(({ id }) => id === group)?.members;
  for (const decision of ['discard', 'resume']) {
    const stopped = await press(hub, '/group-rules/activate', { draft: hub.view.rulesDraft()?.id ?? '' });
    expect([stopped.status, hub.code(), members()]).toEqual([403, 'directory.mass-change.group-emptied', 12]);
    expect(stopped.body).toContain('href="/held"');
    const [held] = hub.view.held();
    const tried = await json(hub, `/held/dry-run?id=${held?.id}`);
    expect(tried).toMatchObject({ count: 12, totals: { loses: 12 }, guard: 'allowed' });
    const seen = { id: held?.id ?? '', shown: tried.shown };
    await press(hub, '/held/resume', { ...seen, shown: '' });
    expect([hub.code(), members()]).toEqual(['directory.held.other-than-shown', 12]);
    await press(hub, `/held/${decision}`, seen);
    expect([hub.view.held(), members()]).toEqual([[], decision === 'resume' ? 0 : 12]);
    await press(hub, `/held/${decision}`, { id: held?.id ?? '' });
    expect(hub.code()).toBe('directory.administration.not-found');
  }
});

const emptied = 'It would leave a group with nobody in it.';
const lost = 'It would take too many memberships away at once.';
/** Without a rule any more, and stopped; whoever is put in by hand first stays in. */
async function stoppedRules(
  byHand: 'nobody' | 'somebody',
): Promise<{ readonly hub: Hub; readonly group: string; readonly subject: string }> {
  const { hub, group } = await staffed();
  const subject = hub.directory.stored.people.byUserName('worker-20@acme.test')?.subject ?? '';
  if (byHand === 'somebody') await press(hub, '/groups/put-in', { group, subject });
  await saveRule(hub, foundry);
  await press(hub, '/group-rules/activate', { draft: hub.view.rulesDraft()?.id ?? '' });
  await press(hub, '/group-rules/draft', { rules: '[]' });
  return { hub, group, subject };
}
const activates = (hub: Hub) => press(hub, '/group-rules/activate', { draft: hub.view.rulesDraft()?.id ?? '' });

test('a dry run says every reason for which the guard would stop it, and so does the page of what was stopped', async () => {
  const { hub } = await stoppedRules('nobody');
  expect((await json(hub, '/group-rules/dry-run')).guards).toEqual([
    'directory.mass-change.group-emptied',
    'directory.mass-change.too-many-memberships-lost',
  ]);
  const tried = await page(hub, '/group-rules/dry-run');
  const { body: stopped } = await activates(hub);
  for (const text of [emptied, lost]) for (const shown of [tried, stopped]) expect(shown).toContain(text);
});

test('the page that decides says for what the guard stopped it, and that it is not asked about that again', async () => {
  const { hub } = await stoppedRules('nobody');
  await activates(hub);
  const decides = await page(hub, `/held/dry-run?id=${hub.view.held()[0]?.id}`);
  expect(decides).toContain(`The guard stopped this for: ${emptied} ${lost} It is not asked about that again when you resume it.`);
  expect(decides).not.toContain('would let it through');
  expect(decides).not.toContain('The guard would still stop it');
});

test('what the guard would stop for another reason by now is told apart from what it is not asked about again', async () => {
  const { hub, group, subject } = await stoppedRules('somebody');
  await activates(hub);
  const { id = '', guards } = hub.view.held()[0] ?? {};
  expect(guards).toEqual(['directory.mass-change.too-many-memberships-lost']);
  await press(hub, '/groups/take-out', { group, subject });
  const decides = await page(hub, `/held/dry-run?id=${id}`);
  expect(decides).toContain(`The guard stopped this for: ${lost} It is not asked about that again when you resume it.`);
  expect(decides).toContain(`<strong>The guard would still stop it, and nothing of it would be done.</strong> ${emptied}`);
  await press(hub, '/held/resume', { id, shown: (await json(hub, `/held/dry-run?id=${id}`)).shown });
  expect(hub.code()).toBe('directory.mass-change.group-emptied');
});

test('the last org admin is asked about every time: that it was stopped for it, too, is not among what is waived', async () => {
  const { hub } = await staffed();
  const grant = async (number: number) =>
    press(hub, '/people/grant-org-admin', { subject: hub.directory.stored.people.byUserName(`worker-${number}@acme.test`)?.subject ?? '' });
  await grant(20);
  hub.publish(hrFile(twenty.slice(0, 10)));
  await press(hub, '/hr-feed/import');
  const { id, guards } = hub.view.held()[0] ?? {};
  const [last, ...others] = ['last-admin-lost', 'admins-lost', 'too-many-suspended'].map((reason) => `directory.mass-change.${reason}`);
  expect(guards).toEqual([last, ...others]);
  const looks = async () => ({ tried: await json(hub, `/held/dry-run?id=${id}`), shown: await page(hub, `/held/dry-run?id=${id}`) });
  const waived = 'It would take away more than half of the org admins at once. It would suspend too many people at once.';
  const before = await looks();
  expect(before.tried).toMatchObject({ guards: [last], waived: others });
  expect(before.shown).toContain('The guard would still stop it');
  await grant(1);
  const after = await looks();
  expect(after.tried).toMatchObject({ guards: [], waived: others });
  expect(after.shown).toContain(`The guard stopped this for: ${waived} It is not asked about that again when you resume it.`);
  expect(after.shown).not.toContain('It would leave nobody who administers the organisation.');
});

test('what can be resumed no more says why on the list, and is discarded there by a form', async () => {
  const { hub } = await staffed();
  hub.publish(hrFile(twenty.slice(10)));
  await press(hub, '/hr-feed/import');
  const id = hub.view.held()[0]?.id ?? '';
  const list = async () => (await hub.call('/held', await hub.holder())).body;
  expect(await list()).not.toContain('action="/held/discard"');
  hub.directory.domains.remove('acme.test');
  for (const page of [await list(), (await hub.call(`/held/dry-run?id=${id}`, await hub.holder())).body]) {
    expect(page).toContain('It cannot be resumed, as things are now.');
    expect(page).toContain('An address in the feed is in a domain that is not verified here.');
    expect(page).toContain('action="/held/discard"');
  }
  expect(await json(hub, '/held')).toMatchObject({ held: [{ id, inVain: 'directory.hr-feed.email-domain-not-verified' }] });
  expect((await press(hub, '/held/discard', { id })).location).toBe('/held?done=discarded');
  expect(hub.view.countHeld()).toBe(0);
});
