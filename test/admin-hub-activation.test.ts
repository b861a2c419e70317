/** From a draft to what is in force, and back: nothing by halves, nothing unproved, all problems at once, and what was struck out stays so (C-03, C-07, S18). */
import { afterEach, expect, test } from 'vitest';
import {
  type ActivationFacts,
  activationRules,
  type DraftFacts,
  draftRules,
  type RollBackFacts,
  rollBackRules,
} from '../system/isolated/admin-hub/index.ts';
import { judge } from '../system/kernel/rule.ts';
import { before, closeHub, type Hub, openHub, passTest, press, save, withSecret } from './admin-hub-stage.ts';

afterEach(closeHub);

const renamed = { clientId: 'isolated-cloud-renamed' };
const activate = (hub: Hub, form: Readonly<Record<string, string>> = {}, token?: string) =>
  press(hub, '/idp-settings/activate', form, token);
const acknowledged = { acknowledged: 'untested' };

const honestDraft: DraftFacts = { draftGiven: true, sameDraft: true, stillAllowed: true };
const honest: ActivationFacts = {
  answersAsAnother: false,
  testedSecondsAgo: 3_599,
  acknowledged: false,
};
test('the tables allow what is honest, and refuse each departure with its own code', () => {
  expect(judge(activationRules, honest)).toEqual({ allowed: true });
  expect(judge(activationRules, { ...honest, testedSecondsAgo: Number.POSITIVE_INFINITY, acknowledged: true })).toEqual({ allowed: true });
  expect(judge(draftRules, honestDraft)).toEqual({ allowed: true });
  const ofDrafts: [string, Partial<DraftFacts>][] = [
    ['activation.draft-missing', { draftGiven: false }],
    ['activation.draft-changed', { sameDraft: false }],
    ['activation.no-longer-allowed', { stillAllowed: false }],
  ];
  for (const [code, change] of ofDrafts)
    expect(judge(draftRules, { ...honestDraft, ...change })).toMatchObject({ code: `admin-hub.${code}` });
  expect(ofDrafts.map(([code]) => `admin-hub.${code}`)).toEqual(draftRules.map(({ code }) => code));
  const departures: [string, Partial<ActivationFacts>][] = [
    ['activation.idp-other', { answersAsAnother: true }],
    ['activation.not-tested', { testedSecondsAgo: 3_600 }],
  ];
  for (const [code, change] of departures)
    expect(judge(activationRules, { ...honest, ...change })).toMatchObject({ code: `admin-hub.${code}` });
  expect(departures.map(([code]) => `admin-hub.${code}`)).toEqual(activationRules.map(({ code }) => code));
  const back: RollBackFacts = { versionKnown: true, inForceAlready: false, stillAllowed: true };
  expect(judge(rollBackRules, back)).toEqual({ allowed: true });
  for (const [code, change] of [
    ['roll-back.version-unknown', { versionKnown: false }],
    ['roll-back.in-force-already', { inForceAlready: true }],
    ['roll-back.no-longer-allowed', { stillAllowed: false }],
  ] as const)
    expect(judge(rollBackRules, { ...back, ...change })).toMatchObject({ code: `admin-hub.${code}` });
});

test('a draft comes into force after a test sign-in of whoever activates it, and says so', async () => {
  const hub = await openHub();
  const ada = () => hub.context('u-ada', 'ingress', { sid: 's-ada' });
  await press(hub, '/idp-settings', { issuer: before.issuer, ...renamed }, await ada());
  expect([(await activate(hub, {}, await ada())).status, hub.code()]).toEqual([403, 'admin-hub.activation.not-tested']);
  await passTest(hub, await ada());
  expect((await activate(hub, {}, await ada())).location).toBe('/idp-settings?activated=yes');
  expect([hub.settings(), hub.draft()]).toEqual([{ ...before, ...renamed }, undefined]);
  expect(hub.records.at(-1)).toMatchObject({
    event: 'admin-hub.idp-settings.activated',
    actor: 'u-ada',
    facts: { tested: true, changed: 'clientId', found: 'good' },
  });
  expect(hub.life.history()).toMatchObject([
    { number: 1, by: 'u-ada', how: 'tested' },
    { number: 0, how: 'before-history' },
  ]);
});

test('the test of somebody else, of another draft or of this morning proves nothing', async () => {
  const hub = await openHub();
  const ada = () => hub.context('u-ada', 'ingress', { sid: 's-ada' });
  await save(hub, renamed);
  await passTest(hub);
  await activate(hub, {}, await ada());
  expect(hub.code()).toBe('admin-hub.activation.not-tested');
  await passTest(hub, await ada());
  await save(hub, { clientId: 'another' });
  await activate(hub, {}, await ada());
  expect(hub.code()).toBe('admin-hub.activation.not-tested');
  await passTest(hub, await ada());
  hub.clock.advance(3_600_000);
  await activate(hub, {}, await ada());
  expect([hub.code(), hub.settings()]).toEqual(['admin-hub.activation.not-tested', before]);
});

test('without a test only break-glass activates, and only when it says that it knows', async () => {
  const hub = await openHub();
  await save(hub, renamed);
  const ada = await hub.context('u-ada', 'ingress', { sid: 's-ada' });
  await activate(hub, acknowledged, ada);
  expect(hub.code()).toBe('admin-hub.activation.not-tested');
  await activate(hub);
  expect(hub.code()).toBe('admin-hub.activation.not-tested');
  expect((await activate(hub, acknowledged)).status).toBe(303);
  expect(hub.records.at(-1)?.facts).toMatchObject({ tested: false, acknowledged: true, channel: 'break-glass' });
  expect(hub.life.history()[0]).toMatchObject({ by: 'harbour-one', how: 'untested' });
});

test('what answers as somebody else is not activated, tested or not; what does not answer at all may be', async () => {
  const hub = await openHub();
  await save(hub, renamed);
  await passTest(hub);
  hub.find({ discovered: 'endpoint-not-allowed', good: false, away: false });
  await activate(hub, acknowledged);
  expect([hub.code(), hub.records.at(-1)?.facts.found]).toEqual(['admin-hub.activation.idp-other', 'endpoint-not-allowed']);
  hub.find({ discovered: 'no-answer', good: false, away: true });
  expect((await activate(hub, acknowledged)).status).toBe(303);
});

test('only the draft that the page showed is activated', async () => {
  const hub = await openHub();
  await save(hub, renamed);
  const { id = '' } = hub.life.draft() ?? {};
  await save(hub, { clientId: 'changed-meanwhile' });
  await activate(hub, { ...acknowledged, draft: id });
  expect([hub.code(), hub.settings()]).toEqual(['admin-hub.activation.draft-changed', before]);
  await press(hub, '/idp-settings/discard');
  await activate(hub, acknowledged);
  expect(hub.code()).toBe('admin-hub.activation.draft-missing');
});

test('rolling back restores what was in force, keeps what was struck out, and is a version of its own', async () => {
  const hub = await openHub();
  await save(hub, { ...withSecretField('second-secret'), struckOutKeyIds: 'stolen-key' });
  await activate(hub, acknowledged);
  expect((await press(hub, '/idp-settings/roll-back', { version: '0' })).location).toBe('/idp-settings?rolled-back=yes');
  expect(hub.settings()).toEqual({ ...before, struckOutKeyIds: ['stolen-key'] });
  expect(hub.life.history().map(({ number, how }) => [number, how])).toEqual([
    [2, 'rolled-back'],
    [1, 'untested'],
    [0, 'before-history'],
  ]);
  for (const [version, reason] of [
    ['2', 'in-force-already'],
    ['17', 'version-unknown'],
    ['', 'version-unknown'],
  ] as const) {
    await press(hub, '/idp-settings/roll-back', { version });
    expect(hub.code()).toBe(`admin-hub.roll-back.${reason}`);
  }
});
const withSecretField = (clientSecret: string) => ({ clientSecret });

test('a version that leads where Support lists nothing any more stays where it is', async () => {
  const elsewhere = { ...before, issuer: 'https://idp.retired.test/realms/w0', ...withSecret('x') };
  const hub = await openHub(elsewhere);
  await save(hub, { clientSecret: 'new-one' });
  await activate(hub, acknowledged);
  await press(hub, '/idp-settings/roll-back', { version: '0' });
  expect([hub.code(), hub.settings()?.protocol]).toEqual(['admin-hub.roll-back.no-longer-allowed', 'oidc']);
});

test('an activation is told what is wrong with the draft and with its proof at once', async () => {
  const hub = await openHub();
  await save(hub, renamed);
  await activate(hub, { draft: 'seen-before' });
  expect(hub.records.at(-1)?.facts.problems).toBe('admin-hub.activation.draft-changed admin-hub.activation.not-tested');
});

test('all problems are told at once, on the page, to a script and on record', async () => {
  const hub = await openHub();
  const wrong = { issuer: 'http://idp.evil.test/?x=1', clientId: '', idTokenAlgorithm: 'none' };
  const { body } = await save(hub, wrong);
  for (const text of ['begin with https', 'has a query', 'Support has listed', 'client ID is missing', 'The algorithm is none'])
    expect(body).toContain(text);
  expect(String(hub.records.at(-1)?.facts.problems).split(' ')).toHaveLength(6);
  expect([hub.draft(), hub.settings()]).toEqual([undefined, before]);
});

test('the page says what a draft would change, how its tests ended, and offers an untested activation to break-glass alone', async () => {
  const hub = await openHub();
  await save(hub, renamed);
  await passTest(hub);
  const holder = await hub.call('/idp-settings', await hub.holder());
  for (const text of ['Other than in force: <code>clientId</code>', 'worked', 'id="activate-draft"', 'Nobody here is known by it'])
    expect(holder.body).toContain(text);
  const ada = await hub.call('/idp-settings', await hub.context('u-ada', 'ingress', { sid: 's-ada' }));
  expect(ada.body).not.toContain('id="activate-');
  expect(ada.body).toContain('as soon as you have signed in with it');
  const data = JSON.parse((await hub.call('/idp-settings', await hub.holder(), undefined, 'application/json')).body);
  expect(JSON.stringify(data)).not.toContain('old-secret');
  expect(data.draft.settings.clientId).toBe(renamed.clientId);
});
