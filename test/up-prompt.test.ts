/** The orders of a person at a running world: faults come, are seen, and go; mails and records are read; nothing that is typed breaks anything. */
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FaultSwitch, faultSwitch } from '../harness/cli/up/fault-switch.ts';
import { type Asked, answerTo, promptOn } from '../harness/cli/up/prompt.ts';
import { answers503 } from '../harness/faults/index.ts';
import type { RunningWorld } from '../harness/world/world.ts';
import { type BootedWorld, bootedWorld } from './booted-world.ts';

let whole: BootedWorld;
let world: RunningWorld;
let faults: FaultSwitch;

beforeAll(async () => {
  whole = await bootedWorld({ seed: 3 });
  ({ world } = whole);
  faults = faultSwitch(world);
}, 60_000);
afterAll(() => whole?.close(), 60_000);

const asked = (): Asked => ({
  faults,
  upAtMs: Date.now() + 1,
  records: () => world.target.auditRecords(),
  messages: async () => (await world.target.mailbox?.messages('custody-one-vm62@acme-recovery.test')) ?? [],
});
const uma = () => world.view.actors.user({ as: 'uma' }).signIn();

test('mails of the set-up are called used up, and records have code and reference', async () => {
  expect(await answerTo('mail', asked())).toMatch(
    /to custody-one-vm62@acme-recovery\.test: .*\(from the set-up: its link is used up\)\n {2}https:/,
  );
  expect(await answerTo('mail', { ...asked(), upAtMs: 0 })).not.toContain('used up');
  expect(await answerTo('mail', { ...asked(), messages: async () => [] })).toBe('No mail yet.');
  expect(await answerTo('audit', asked())).toMatch(/^\d\d:\d\d:\d\d {2}\S+ {2}\S+ {2}\S+ from \S+ {2}\S+$/m);
});

test('a fault is installed, seen, judged by the system, and healed', async () => {
  expect(await answerTo('fault idp.answers-503', asked())).toMatch(/^idp\.answers-503 is installed; the probe says present: /);
  expect(faults.now()).toBe('idp.answers-503');
  expect(await answerTo('faults', asked())).toMatch(/^\* idp\.answers-503 /m);
  expect(await uma()).toMatchObject({ kind: 'refused', code: 'sso.idp.unavailable' });
  expect(await answerTo('heal', asked())).toMatch(/^idp\.answers-503 is healed; the probe says absent: /);
  expect(faults.now()).toBeUndefined();
  await world.reset();
  expect(await uma()).toMatchObject({ kind: 'ok' });
});

test('one fault at a time, and the first is healed as if the second had not been asked for', async () => {
  await answerTo('fault idp.connections-refused', asked());
  expect(await answerTo('fault idp.answers-503', asked())).toMatch(/idp\.connections-refused is there already; first: heal$/);
  expect(await answerTo('heal', asked())).toContain('absent');
  expect(await answerTo('heal', asked())).toBe('Nothing is broken.');
});

const newSecretIn = (said: string): string => /For AdminHub, as long as this lasts:\n {2}Client secret: (\S+)$/.exec(said)?.[1] ?? '';

test('a rotated secret is told to who must repair it, and without a repair there is nothing to take back', async () => {
  const said = await answerTo('fault idp.client-secret-rotated', asked());
  expect(await world.view.realm.clientSecretIsAccepted(newSecretIn(said))).toBe(true);
  expect(await answerTo('heal', asked())).toBe(
    'idp.client-secret-rotated is healed; the probe says absent: the identity provider accepts the secret that the cloud was set up with',
  );
});

test('a repair on AdminHub outlives its fault: the heal says which secret is right now, and that a roll-back does it too', async () => {
  const { actors, realm } = world.view;
  const holder = actors.breakGlass();
  await holder.signIn();
  const clientSecret = newSecretIn(await answerTo('fault idp.client-secret-rotated', asked()));
  await holder.saveIdpSettings({ clientSecret });
  expect(await uma()).toMatchObject({ kind: 'ok' });
  const healed = await answerTo('heal', asked());
  expect(healed).toContain('roll back there');
  expect(await uma()).toMatchObject({ kind: 'refused', code: 'sso.code-exchange.client-rejected' });
  const [, right = ''] = /\n {2}Client secret: (\S+)$/.exec(healed) ?? [];
  expect(right).toBe(realm.relyingParty.clientSecret);
  await holder.saveIdpSettings({ clientSecret: right });
  expect(await uma()).toMatchObject({ kind: 'ok' });
  await world.reset();
});

test('after other repairs the heal says so as well, and a roll-back does it', async () => {
  const holder = world.view.actors.breakGlass();
  await holder.signIn();
  const rollBack = () => holder.sendHubForm({ page: '/idp-settings', form: '/idp-settings/roll-back' });
  await answerTo('fault idp.algorithm-changed', asked());
  await holder.sendHubForm({ page: '/idp-settings', form: 'idp-settings', values: { idTokenAlgorithm: 'PS256' } });
  await holder.sendHubForm({ page: '/idp-settings', form: 'activate-untested' });
  expect(await uma()).toMatchObject({ kind: 'ok' });
  expect(await answerTo('heal', asked())).toMatch(/\n {2}ID tokens are signed with: RS256$/);
  expect(await uma()).toMatchObject({ kind: 'refused', code: 'sso.id-token.algorithm-other' });
  expect(await rollBack()).toMatchObject({ kind: 'ok' });
  expect(await uma()).toMatchObject({ kind: 'ok' });
  await answerTo('fault idp.keys-empty', asked());
  await rollBack();
  expect(await answerTo('heal', asked())).toMatch(/roll back there to the version from before\.$/);
  await world.reset();
});

test('a key that was struck out stays so: the heal says what lets people in again', async () => {
  const { actors, realm } = world.view;
  const holder = actors.breakGlass();
  await holder.signIn();
  await answerTo('fault idp.key-stolen', asked());
  const { keyId } = await realm.signingKey();
  await holder.sendHubForm({ page: '/keys', form: '/keys/strike-out', values: { key: keyId } });
  const healed = await answerTo('heal', asked());
  expect(healed).toMatch(/A key was struck out there meanwhile, .*\n.* take it out of the struck-out keys\.$/);
  expect(await uma()).toMatchObject({ kind: 'refused', code: 'sso.id-token.key-struck-out' });
  await holder.saveIdpSettings({ struckOutKeyIds: '' });
  expect(await uma()).toMatchObject({ kind: 'ok' });
  await world.reset();
});

test('what the probe still sees is not called healed, and can be healed once more', async () => {
  const { realm } = world.view;
  let revert = async (): Promise<void> => {};
  const stuck = faultSwitch({ ...world, view: { ...world.view, realm: { ...realm, revert: () => revert() } } });
  await stuck.install('idp.client-secret-rotated');
  expect(await stuck.heal()).toMatch(/^idp\.client-secret-rotated was taken back and is still there; the probe says present: /);
  expect(stuck.now()).toBe('idp.client-secret-rotated');
  revert = realm.revert;
  expect(await stuck.heal()).toMatch(/^idp\.client-secret-rotated is healed; the probe says absent: /);
});

test('what cannot be told is not called healed', async () => {
  await faults.install('idp.algorithm-changed');
  const undo = await answers503.install(world.view);
  const said = await faults.heal();
  await undo();
  expect(said).toMatch(/^idp\.algorithm-changed was taken back, and whether it is gone cannot be told; the probe says unclear: /);
  expect(faults.now()).toBeUndefined();
});

test.each([
  ['fault idp.answer-503', /did you mean idp\.answers-503\?/],
  ['fault', /there is no fault ''.*to see them: faults/],
  ['flaut x', /There is no flaut here \(did you mean fault\?\); to see what there is: help/],
  ['constructor', /There is no constructor here/],
  ['help', /^heal +mend it$/m],
  ['   ', /^$/],
])('%j is answered', async (line, expected) => {
  expect(await answerTo(line, asked())).toMatch(expected);
});

test('nothing that is typed rejects', async () => {
  const idle: Asked = {
    ...asked(),
    faults: { now: () => undefined, list: () => '', heal: async () => '', install: () => Promise.reject(new Error('no')) },
  };
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), async (line) => {
      expect(typeof (await answerTo(line, idle))).toBe('string');
    }),
  );
});

test('lines are answered one after the other, and the prompt ends with its input or when it is told to', async () => {
  const [input, output] = [new PassThrough(), new PassThrough({ encoding: 'utf8' })];
  let said = '';
  output.on('data', (text: string) => {
    said += text;
  });
  const gates = [Promise.withResolvers<string>(), Promise.withResolvers<string>()];
  const order: string[] = [];
  const close = promptOn(input, output, (line) => {
    order.push(line);
    return gates[order.length - 1]?.promise ?? Promise.resolve('');
  });
  input.write('first\nsecond\n');
  await expect.poll(() => order).toEqual(['first']);
  gates[0]?.resolve('one');
  await expect.poll(() => order).toEqual(['first', 'second']);
  gates[1]?.resolve('two');
  await expect.poll(() => said).toBe('> one\n> two\n> ');
  const closed = once(input, 'close');
  close();
  await closed;
});
