/** What the ingress decides, over real connections: one question for each request, and no state is changed from a foreign page (I-04, M-05, S4). */
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { canonicalTarget } from './canonical-target.ts';
import { type Ask, askOnce, type Decide, openStage, own, refusalCodes, type Stage, sameOrigin, stageHost } from './edge-stage.ts';

let stage: Stage;
let decide: Decide;
let decideBreakGlass: Decide;
const allowed: Decide = () => ({ kind: 'allowed', context: 'a-context-token', actor: 'u-1' });
const refused: Decide = () => ({ kind: 'refused', code: 'session.host.missing', cites: ['M-05'], facts: {} });
beforeAll(async () => {
  stage = await openStage({ decide: (...asked) => decide(...asked), decideBreakGlass: (...asked) => decideBreakGlass(...asked) });
});
afterAll(() => stage.close());
beforeEach(() => {
  for (const list of [stage.product, stage.questions, stage.edgeRecords, stage.ingressRecords]) list.length = 0;
  decide = allowed;
  decideBreakGlass = allowed;
});
const ask = (asked?: Ask) => askOnce(stage, asked);

test('one question for each request, with one cookie in it and no other', async () => {
  const cookies = '__Host-session=mine; __Host-sso=not-yours; session=plain; __Host-hand-over=other';
  await ask({
    target: '/issues/7?x=1',
    headers: [
      ['Cookie', cookies],
      ['Accept', 'text/html'],
    ],
  });
  expect(stage.questions).toHaveLength(1);
  expect(stage.questions[0]).toMatchObject({
    asked: 'authentication',
    question: {
      host: stageHost,
      audience: 'tracker',
      returnTo: '/issues/7?x=1',
      session: 'mine',
      peer: '127.0.0.1',
      mayBeLedToSignIn: true,
    },
  });
  expect(JSON.stringify(stage.questions)).not.toMatch(/not-yours|plain|other/);
  await ask({ target: '/open' });
  expect(stage.questions).toHaveLength(1);
});

test('a break-glass cookie is break-glass’s business on every host, and a dead one is taken away', async () => {
  decideBreakGlass = refused;
  const answer = await ask({
    headers: [
      ['Cookie', '__Host-session=mine; __Host-break-glass=theirs'],
      ['Accept', 'text/html'],
    ],
  });
  expect(stage.questions.map(({ asked, question }) => [asked, question.session])).toEqual([['break-glass', 'theirs']]);
  expect(answer.status).toBe(403);
  expect(answer.head).toMatch(/set-cookie: __Host-break-glass=; .*Max-Age=0/i);
  expect(stage.product).toEqual([]);
});

test('two break-glass cookies are nobody’s', async () => {
  await ask({ headers: [['Cookie', '__Host-break-glass=a; __Host-break-glass=b; __Host-session=mine']] });
  expect(stage.questions.map(({ asked, question }) => [asked, question.session])).toEqual([['authentication', 'mine']]);
});

test.each<[string, Ask['headers'], string]>([
  ['no origin', [['Sec-Fetch-Site', 'same-origin']], 'ingress.request.origin-foreign'],
  [
    'the origin null',
    [
      ['Origin', 'null'],
      ['Sec-Fetch-Site', 'same-origin'],
    ],
    'ingress.request.origin-foreign',
  ],
  [
    'another tenant',
    [
      ['Origin', 'https://evil.initech.isolated.test'],
      ['Sec-Fetch-Site', 'same-origin'],
    ],
    'ingress.request.origin-foreign',
  ],
  [
    'another host of this cloud',
    [
      ['Origin', 'https://admin.acme.isolated.test'],
      ['Sec-Fetch-Site', 'same-origin'],
    ],
    'ingress.request.origin-foreign',
  ],
  [
    'http',
    [
      ['Origin', `http://${stageHost}`],
      ['Sec-Fetch-Site', 'same-origin'],
    ],
    'ingress.request.origin-foreign',
  ],
  [
    'a port',
    [
      ['Origin', `${own}:8443`],
      ['Sec-Fetch-Site', 'same-origin'],
    ],
    'ingress.request.origin-foreign',
  ],
  [
    'a host that begins like ours',
    [
      ['Origin', `${own}.evil.test`],
      ['Sec-Fetch-Site', 'same-origin'],
    ],
    'ingress.request.origin-foreign',
  ],
  ['no fetch site', [['Origin', own]], 'ingress.request.fetch-site-foreign'],
  [
    'same-site',
    [
      ['Origin', own],
      ['Sec-Fetch-Site', 'same-site'],
    ],
    'ingress.request.fetch-site-foreign',
  ],
  [
    'cross-site',
    [
      ['Origin', own],
      ['Sec-Fetch-Site', 'cross-site'],
    ],
    'ingress.request.fetch-site-foreign',
  ],
  [
    'none',
    [
      ['Origin', own],
      ['Sec-Fetch-Site', 'none'],
    ],
    'ingress.request.fetch-site-foreign',
  ],
])('a post from %s is refused before anybody is asked', async (_name, headers = [], code) => {
  const answer = await ask({ method: 'POST', target: '/issues', headers, body: 'title=x' });
  expect([answer.status, refusalCodes(stage)]).toEqual([403, [code]]);
  expect(stage.questions).toEqual([]);
  expect(stage.product).toEqual([]);
});

test('the honest post goes on with its body', async () => {
  const answer = await ask({ method: 'POST', target: '/issues', headers: sameOrigin, body: 'title=x' });
  expect(answer.status).toBe(200);
  expect(stage.product.map(({ body }) => body)).toEqual(['title=x']);
  expect(refusalCodes(stage)).toEqual([]);
});

test('a body of 64 KiB goes on, and one byte more does not', async () => {
  const post = (bytes: number) => ask({ method: 'POST', target: '/issues', headers: sameOrigin, body: 'x'.repeat(bytes) });
  expect((await post(64 * 1024)).status).toBe(200);
  expect((await post(64 * 1024 + 1)).status).toBe(413);
  expect(refusalCodes(stage)).toEqual(['ingress.request.body-too-large']);
  expect(stage.product).toHaveLength(1);
});

test.each<[string, Ask, number]>([
  ['a page', { headers: [['Accept', 'text/html']] }, 303],
  [
    'a navigation',
    {
      headers: [
        ['Accept', 'text/html'],
        ['Sec-Fetch-Mode', 'navigate'],
      ],
    },
    303,
  ],
  ['a script', { headers: [['Accept', 'application/json']] }, 401],
  [
    'a script that asks for a page',
    {
      headers: [
        ['Accept', 'text/html'],
        ['Sec-Fetch-Mode', 'cors'],
      ],
    },
    401,
  ],
])('an anonymous visitor who asks for %s is told so in its own way', async (_name, asked, status) => {
  decide = ({ mayBeLedToSignIn }) =>
    mayBeLedToSignIn
      ? { kind: 'sign-in', code: 'session.host.missing', cites: ['M-05'], location: 'https://login.acme.isolated.test/start', cookies: [] }
      : { kind: 'refused', code: 'session.host.missing', cites: ['M-05'], facts: {} };
  expect((await ask(asked)).status).toBe(status);
  expect(refusalCodes(stage)).toEqual(['session.host.missing']);
  expect(stage.product).toEqual([]);
});

test('where the question says to come back to is always a path of the same host', async () => {
  decide = refused;
  const target = fc.constantFrom(
    '//evil.test',
    '/\\evil.test',
    'https://evil.test/',
    '/%5cevil.test',
    '/?next=//evil.test',
    '/issues/a?b',
    '/@evil.test',
  );
  await fc.assert(
    fc.asyncProperty(target, async (asked) => {
      stage.questions.length = 0;
      await ask({ target: asked });
      for (const { question } of stage.questions) expect(new URL(question.returnTo, own).origin).toBe(own);
      expect(stage.questions.length).toBe(canonicalTarget(asked) && /^\/(issues\/a)?(\?|$)/.test(asked) ? 1 : 0);
    }),
    { numRuns: 20 },
  );
});
