/** When a part behind the ingress is silent, broken or gone: closed, in bounded time, with one record (I-04). */
import type { ServerResponse } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { askOnce, type Decide, openStage, refusalCodes, type Stage, type StageOptions, sameOrigin } from './edge-stage.ts';

const others: Stage[] = [];
afterEach(async () => {
  for (const other of others.splice(0)) await other.close();
});
const another = async (options: StageOptions): Promise<Stage> => {
  const made = await openStage(options);
  others.push(made);
  return made;
};
const saying =
  (say: (response: ServerResponse) => void): Decide =>
  (_question, response) => {
    say(response);
    return 'says-nothing';
  };

test.each<[string, Decide]>([
  ['says 500', saying((response) => void response.writeHead(500).end())],
  ['cuts the connection', saying((response) => void response.destroy())],
  ['says what is not JSON', saying((response) => void response.end('allowed'))],
  ['says nothing in particular', saying((response) => void response.end('{}'))],
  ['allows without a context', saying((response) => void response.end('{"kind":"allowed","actor":"u-1"}'))],
  ['allows with an empty context', saying((response) => void response.end('{"kind":"allowed","actor":"u-1","context":""}'))],
  ['invents an answer', saying((response) => void response.end('{"kind":"maybe","context":"x","actor":"u-1"}'))],
  ['says too much', saying((response) => void response.end(`{"kind":"allowed","context":"x","actor":"${'u'.repeat(70_000)}"}`))],
])('an authentication service that %s closes the door', async (_name, broken) => {
  const stage = await another({ decide: broken });
  const answer = await askOnce(stage);
  expect([answer.status, refusalCodes(stage)]).toEqual([503, ['ingress.admission.authentication-silent']]);
  expect(stage.product).toEqual([]);
});

test('one that hangs, or lets its answer drip, closes the door within its limit', async () => {
  const beganMs = performance.now();
  const dripping: NodeJS.Timeout[] = [];
  const [silent, slow] = await Promise.all([
    another({ decide: () => 'says-nothing' }),
    another({
      decide: (_question, response) => {
        response.writeHead(200);
        dripping.push(setInterval(() => response.write(' '), 200));
        return 'says-nothing';
      },
    }),
  ]);
  const answers = await Promise.all([askOnce(silent), askOnce(slow)]);
  for (const drip of dripping) clearInterval(drip);
  expect(answers.map(({ status }) => status)).toEqual([503, 503]);
  expect([...refusalCodes(silent), ...refusalCodes(slow)]).toEqual([
    'ingress.admission.authentication-silent',
    'ingress.admission.authentication-silent',
  ]);
  expect(performance.now() - beganMs).toBeLessThan(15_000);
}, 20_000);

test('a service that is down is a bounded answer with one record, for a page and for a post', async () => {
  const without = await another({});
  await without.closeProduct();
  const page = await askOnce(without, { headers: [['Accept', 'text/html']] });
  const post = await askOnce(without, { method: 'POST', target: '/issues', headers: sameOrigin, body: 'title=x'.repeat(2_000) });
  expect([page.status, post.status, refusalCodes(without)]).toEqual([503, 503, ['ingress.service.no-answer', 'ingress.service.no-answer']]);
  expect(without.edgeRecords).toEqual([]);
});

test('an ingress that is down is a bounded answer of the edge, for a page and for a post', async () => {
  const without = await another({});
  await without.ingress.close();
  const page = await askOnce(without);
  const post = await askOnce(without, { method: 'POST', target: '/issues', headers: sameOrigin, body: 'title=x'.repeat(2_000) });
  expect([page.status, post.status]).toEqual([502, 502]);
  expect(without.edgeRecords.map(({ code }) => code)).toEqual(['edge.ingress.no-answer', 'edge.ingress.no-answer']);
});
