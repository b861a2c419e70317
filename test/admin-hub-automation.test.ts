/** Group rules, the HR feed, connectors, groups and domains on AdminHub's pages: what is done, what is refused, what is shown once (N-02, N-06, N-07, M-11). */
import { afterEach, expect, test } from 'vitest';
import { filledHub, hrFile, twenty } from './admin-hub-filled.ts';
import { foundry, json, page, saveRule, staffed } from './admin-hub-staffed.ts';
import { closeHub, type Hub, openHub, press } from './admin-hub-stage.ts';

afterEach(closeHub);
const names = (hub: Hub) => hub.view.rulesDraft()?.rules.map(({ name }) => name);

test('a rule is written by the form, in the words of the directory, and shown again as it was written', async () => {
  const { hub, group } = await staffed();
  expect((await saveRule(hub, foundry)).location).toBe('/group-rules?done=saved');
  expect(hub.view.rulesDraft()?.rules).toEqual([
    { name: 'foundry', when: { attribute: 'department', is: 'Foundry' }, add: [group], remove: [], except: [] },
  ]);
  await saveRule(hub, {
    ...foundry,
    match: 'any',
    ...{ 'attribute-2': 'title', 'relation-2': 'is-not', 'value-2': 'Fitter' },
    ...{ 'attribute-3': 'email', 'relation-3': 'not-given' },
    remove: 'Moulders\r\nMoulders',
    add: '',
    except: ' u-1 \n\nu-2',
  });
  const [rule] = hub.view.rulesDraft()?.rules ?? [];
  expect(rule).toEqual({
    name: 'foundry',
    when: {
      any: [
        { attribute: 'department', is: 'Foundry' },
        { not: { attribute: 'title', is: 'Fitter' } },
        { attribute: 'email', present: false },
      ],
    },
    add: [],
    remove: [group],
    except: ['u-1', 'u-2'],
  });
  const { body } = await hub.call('/group-rules?rule=foundry', await hub.holder());
  for (const part of [
    'value="is-not" selected',
    'value="not-given" selected',
    'value="any" selected',
    'u-1\nu-2</textarea>',
    'Moulders</textarea>',
  ])
    expect(body).toContain(part);
  expect(body).toContain('department is “Foundry” or not (title is “Fitter”) or email is not given');
});

test.each([
  [{ 'attribute-1': '' }, 'malformed'],
  [{ name: 'With Blanks' }, 'malformed'],
  [{ 'attribute-1': 'role' }, 'malformed'],
  [{ add: 'nobody-knows-this-group' }, 'group-unknown'],
])('a rule with %o is refused, and the draft is as it was', async (change, reason) => {
  const { hub } = await staffed();
  const refused = await saveRule(hub, { ...foundry, ...change });
  expect([hub.code(), hub.view.rulesDraft()]).toEqual([`directory.group-rules.${reason}`, undefined]);
  expect(refused.body).toContain('Nothing was changed');
  if (reason === 'group-unknown')
    expect(refused.body).toContain('Where: rule 1, number 1 of the groups that it puts people into: there is no such group');
});

const typed = 'anna.muster@acme.test';
const when = { attribute: 'title', present: true };

test('a draft says which of its groups has gone, and which name stands there twice', async () => {
  const { hub, group } = await staffed();
  await saveRule(hub, foundry);
  await press(hub, '/groups/remove', { group });
  const tried = await hub.call('/group-rules/dry-run', await hub.holder());
  expect([tried.status, hub.code()]).toEqual([403, 'directory.group-rules.group-unknown']);
  expect(tried.body).toContain(`rule 1, number 1 of the groups that it puts people into: there is no group ${group}`);
  const twice = [1, 2].map(() => ({ name: 'one', when: { attribute: 'title', present: true } }));
  const refused = await press(hub, '/group-rules/draft', { rules: JSON.stringify(twice) });
  expect([hub.code(), refused.body.includes('rule 2 has the name of rule 1')]).toEqual(['directory.group-rules.name-repeated', true]);
});

test.each([
  ['as a group', { name: 'one', when, add: [typed] }, 'group-unknown', 'rule 1, number 1 of the groups that it puts people into'],
  ['as a group, the other way round', { name: 'one', when, remove: ['x', typed] }, 'group-unknown', 'number 2 of the groups that it keeps'],
  ['as the name', { name: typed, when }, 'malformed', 'at [0].name'],
  ['as a key', { name: 'one', when, [typed]: 'x' }, 'malformed', 'a key that no rule has'],
  ['as an attribute', { name: 'one', when: { attribute: typed, present: true } }, 'malformed', 'at [0].when'],
])('what somebody typed %s of a rule that is refused is not on record, and where it stood is', async (_as, rule, reason, place) => {
  const { hub } = await staffed();
  const refused = await press(hub, '/group-rules/draft', { rules: JSON.stringify([rule]) });
  expect([hub.code(), refused.body]).toEqual([`directory.group-rules.${reason}`, expect.stringContaining(place)]);
  expect(hub.records.at(-1)?.facts.where).toContain(place);
  expect(JSON.stringify(hub.records.at(-1))).not.toContain(typed);
});

test('the name of a rule that stands there twice is not on record: it may be anybody’s', async () => {
  const { hub } = await staffed();
  const rules = [1, 2].map(() => ({ name: 'anna-muster', when }));
  await press(hub, '/group-rules/draft', { rules: JSON.stringify(rules) });
  expect(hub.records.at(-1)?.facts).toMatchObject({ where: 'rule 2 has the name of rule 1' });
  expect(JSON.stringify(hub.records.at(-1))).not.toContain('anna-muster');
});

test('the order of a draft is changed by one place at a time, and a rule is left out', async () => {
  const { hub } = await staffed();
  for (const name of ['one', 'two', 'three']) await saveRule(hub, { ...foundry, name });
  await press(hub, '/group-rules/draft/move', { name: 'three', to: 'earlier' });
  expect(names(hub)).toEqual(['one', 'three', 'two']);
  await press(hub, '/group-rules/draft/move', { name: 'one', to: 'earlier' });
  await press(hub, '/group-rules/draft/move', { name: 'one', to: 'later' });
  expect(names(hub)).toEqual(['three', 'one', 'two']);
  await press(hub, '/group-rules/draft/remove', { name: 'one' });
  expect(names(hub)).toEqual(['three', 'two']);
  await press(hub, '/group-rules/draft/discard');
  expect(names(hub)).toBeUndefined();
  await press(hub, '/group-rules/draft/discard');
  expect(hub.code()).toBe('directory.group-rules.draft-missing');
});

test('a dry run says who would gain what, changes nothing, and its draft is activated', async () => {
  const { hub, group } = await staffed();
  expect((await hub.call('/group-rules/dry-run', await hub.holder())).status).toBe(403);
  expect(hub.code()).toBe('directory.group-rules.draft-missing');
  await saveRule(hub, foundry);
  const before = JSON.stringify(hub.directory.stored.people.list());
  const tried = await json(hub, '/group-rules/dry-run');
  expect(tried).toMatchObject({ count: 12, totals: { gains: 12, loses: 0 }, guard: 'allowed' });
  expect([JSON.stringify(hub.directory.stored.people.list()), hub.view.rules()]).toEqual([before, []]);
  await press(hub, '/group-rules/activate', { draft: 'another' });
  expect(hub.code()).toBe('directory.group-rules.draft-changed');
  expect((await press(hub, '/group-rules/activate', { draft: tried.draft })).location).toBe('/group-rules?done=activated');
  expect([hub.view.groups().find(({ id }) => id === group)?.members, hub.view.rules().length, hub.view.rulesDraft()]).toEqual([
    12,
    1,
    undefined,
  ]);
});

test('a feed is foretold whole, and another one than was shown is not imported', async () => {
  const { hub } = await staffed();
  hub.publish(hrFile([...twenty.slice(1), 21]));
  const tried = await json(hub, '/hr-feed/dry-run');
  expect(tried).toMatchObject({ count: 2, totals: { made: 1, suspended: 1, changed: 0 }, guard: 'allowed' });
  expect(tried.people.map(({ userName, becomes }: { userName: string; becomes: string[] }) => [userName, becomes])).toEqual([
    ['worker-1@acme.test', ['suspended']],
    ['worker-21@acme.test', ['made']],
  ]);
  expect(hub.view.countPeople()).toBe(20);
  hub.publish(hrFile([...twenty.slice(2), 21]));
  await press(hub, '/hr-feed/import', { shown: tried.shown });
  expect([hub.code(), hub.view.countPeople()]).toEqual(['directory.hr-feed.other-than-shown', 20]);
  hub.publish(undefined);
  expect((await hub.call('/hr-feed/dry-run', await hub.holder())).status).toBe(403);
  expect(hub.code()).toBe('directory.hr-feed.not-received');
});

test('of the address of the feed nothing is shown that could open it', async () => {
  const { hub } = await staffed();
  expect(await json(hub, '/hr-feed')).toMatchObject({ address: 'https://hr.acme.test/people.csv' });
  const holder = await hub.holder();
  const pages = ['/hr-feed', '/automation', '/hr-feed/dry-run'].map(async (path) => (await hub.call(path, holder)).body);
  expect((await Promise.all(pages)).filter((body) => body.includes('of-the-feed'))).toEqual([]);
});

test('a token is shown once, and opens nothing without a record', async () => {
  const hub = await openHub();
  const made = await press(hub, '/connectors/make', { name: 'suite', 'external-ids': 'of-the-idp' });
  const token = /<code>([A-Za-z0-9_-]{43})<\/code>/.exec(made.body)?.[1] ?? '';
  expect(made.status).toBe(200);
  expect(token).toHaveLength(43);
  for (const path of ['/connectors', '/audit', '/automation']) expect((await hub.call(path, await hub.holder())).body).not.toContain(token);
  expect(JSON.stringify(hub.records)).not.toContain(token);
  expect(hub.view.connectors().find(({ name }) => name === 'suite')?.issuer).toBe('https://idp.acme.test/realms/w0');
  await press(hub, '/connectors/make', { name: 'Not A Name' });
  expect(hub.code()).toBe('directory.administration.name-malformed');
  await press(hub, '/connectors/revoke', { name: 'suite' });
  expect(hub.view.connectors().find(({ name }) => name === 'suite')?.revoked).toBe(true);
  await press(hub, '/connectors/resume', { name: 'nobody' });
  expect(hub.code()).toBe('directory.administration.not-found');
});

test('what each connector did last is shown with it', async () => {
  const hub = await filledHub();
  const { connectors } = await json(hub, '/connectors');
  const last = (name: string) => connectors.find((each: { name: string }) => each.name === name)?.last?.event;
  expect([last('hr'), last('stopped-one')]).toEqual(['directory.scim.written', undefined]);
});

test('somebody is put in and taken out by hand, and what a rule gave stays', async () => {
  const { hub, group } = await staffed();
  await saveRule(hub, foundry);
  await press(hub, '/group-rules/activate', { draft: hub.view.rulesDraft()?.id ?? '' });
  const subject = hub.view.members(group, 1)[0]?.subject ?? '';
  await press(hub, '/groups/put-in', { group, subject });
  expect(hub.view.members(group, 20).find((each) => each.subject === subject)?.sources).toEqual(['rule:foundry', 'manual']);
  await press(hub, '/groups/take-out', { group, subject });
  expect(hub.view.members(group, 20).find((each) => each.subject === subject)?.sources).toEqual(['rule:foundry']);
  await press(hub, '/groups/put-in', { group, subject: 'u-nobody' });
  expect(hub.code()).toBe('directory.administration.not-found');
  await press(hub, '/groups/create', { name: 'moulders' });
  expect(hub.code()).toBe('directory.administration.name-malformed');
  await press(hub, '/groups/remove', { group });
  expect(hub.view.groups()).toEqual([]);
});

test('a domain that was claimed before is said to be as it was', async () => {
  const hub = await openHub();
  hub.directory.domains.provision('acme.test');
  const before = hub.view.domains();
  const { location } = await press(hub, '/domains/claim', { domain: 'acme.test' });
  const body = await page(hub, location ?? '');
  expect(body).toContain('It was claimed already.</strong> Nothing changed');
  expect(body).not.toContain('It opens nothing yet');
  expect(hub.view.domains()).toEqual(before);
  expect(await page(hub, (await press(hub, '/domains/claim', { domain: 'new.test' })).location ?? '')).toContain('It opens nothing yet');
});

test('a domain is claimed, proved and removed', async () => {
  const hub = await openHub();
  const domain = 'moulders.test';
  await press(hub, '/domains/claim', { domain });
  await press(hub, '/domains/verify', { domain });
  expect(hub.code()).toBe('directory.domain.proof-missing');
  hub.nameSays(`_tempered.${domain}`, ['something else', hub.view.domains()[0]?.proof ?? '']);
  expect((await press(hub, '/domains/verify', { domain })).location).toBe('/domains?done=verify');
  expect(hub.view.domains()[0]?.state).toBe('verified');
  hub.nameSays(`_tempered.${domain}`, []);
  await press(hub, '/domains/verify', { domain });
  expect([hub.code(), hub.view.domains()[0]?.state]).toEqual(['directory.domain.proof-missing', 'claimed']);
  const alarms = hub.records.filter(({ event }) => event === 'directory.alarm.raised');
  expect(alarms).toMatchObject([{ code: 'directory.domain.proof-missing', facts: { domain } }]);
  await press(hub, '/domains/remove', { domain });
  await press(hub, '/domains/remove', { domain });
  expect([hub.view.domains(), hub.code()]).toEqual([[], 'directory.administration.not-found']);
});
