/** An act under a deviation counts only when an answer was really changed, and leaves an honest identity provider behind. */
import { request as httpsRequest } from 'node:https';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { underRewriting } from '../harness/deviations/index.ts';
import type { Rewriter } from '../harness/fault-proxy/rewriting/rewriters.ts';
import type { Outcome } from '../harness/verdict/results.ts';
import { type SmallWorld, smallWorld } from './samples/small-world.ts';

let small: SmallWorld;
beforeAll(async () => {
  small = await smallWorld();
});
afterAll(() => small.close());

const arrived: Outcome = { kind: 'ok', landedOn: 'tracker', reference: 'r' };
const marks: string[] = [];
const ground = () => ({ faultProxy: small.world.faultProxy, mark: (name: string, note = '') => void marks.push(`${name}: ${note}`) });
const changing = (rewrite: Rewriter['rewrite']): Rewriter => ({ kind: 'jwks', change: 'the keys are gone', rewrite });
const emptied = changing((answer) => ({ ...answer, body: 'nothing' }));

/** Fetches the keys through the fault proxy, as somebody at work. */
function asking(path = '/realms/w1/jwks'): Promise<Outcome> {
  const place = small.world.names.resolve('idp.acme.test', 'hq');
  const to = { host: place?.address, port: place?.port, servername: 'idp.acme.test', ca: small.authority.certificatePem, agent: false };
  const { promise, resolve, reject } = Promise.withResolvers<Outcome>();
  httpsRequest({ ...to, path, headers: { host: 'idp.acme.test' }, checkServerIdentity: () => undefined }, (answer) => {
    answer.resume().once('end', () => resolve(arrived));
  })
    .on('error', reject)
    .end();
  return promise;
}

test('the outcome is that of the act when an answer was changed, and the moment is marked', async () => {
  marks.length = 0;
  expect(await underRewriting(ground(), emptied, asking)).toEqual(arrived);
  expect(marks).toEqual(['answer-rewritten: the keys are gone']);
  expect(small.world.faultProxy.mode()).toBe('honest');
});

test.each([
  ['no such answer came by', emptied, () => asking('/realms/w1/other')],
  ['there was nothing in it to change', changing(() => undefined), () => asking()],
  ['nobody asked', emptied, async () => arrived],
] as const)('nobody can tell when %s', async (_why, rewriter, act) => {
  expect(await underRewriting(ground(), rewriter, act)).toEqual({ kind: 'unknown', why: expect.stringContaining('nothing was changed') });
});

test('what the rewriter throws is thrown on, and not taken for what the identity provider did', async () => {
  const broken = changing(() => {
    throw new TypeError('planted');
  });
  await expect(underRewriting(ground(), broken, asking)).rejects.toThrow('planted');
  expect(small.world.faultProxy.mode()).toBe('honest');
});

test('an act that throws leaves an honest identity provider behind', async () => {
  const failing = async (): Promise<Outcome> => {
    throw new TypeError('the act broke');
  };
  await expect(underRewriting(ground(), emptied, failing)).rejects.toThrow('the act broke');
  expect(small.world.faultProxy.mode()).toBe('honest');
});
