/** What reaches a product: our own internal headers and none of the visitor's, and never a cookie (I-03, I-04, RFC 9110 §7.6.1). */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type EdgePolicy, releasedEdgePolicy } from '../system/edge/index.ts';
import { askOnce, openStage } from './edge-stage.ts';

const header = fc.record({
  stem: fc.constantFrom(
    'tempered-peer',
    'tempered-context',
    'tempered-reference',
    'tempered-anything',
    'x-forwarded-for',
    'x-forwarded-host',
    'x-forwarded-proto',
    'x-forwarded',
    'forwarded',
    'x-real-ip',
    'x-original-url',
    'x-rewrite-url',
    'x-http-method-override',
    'true-client-ip',
    'proxy-authorization',
    'x-honest',
  ),
  capitals: fc.boolean(),
  underscore: fc.boolean(),
  value: fc.constantFrom('127.16.0.5', 'for=127.16.0.5', 'aaaaa-aaaaa-aaaaa-aaaaa', '/idp-settings', 'DELETE'),
  listed: fc.boolean(),
});

/** The edge refuses what only our own parts may say. Should that rule ever be gone, it is dropped at every hop all the same: this is the second line. */
const withoutFirstLine: EdgePolicy = {
  ...releasedEdgePolicy,
  request: releasedEdgePolicy.request.filter(({ code }) => !/internal-header|overriding-header|connection-option/.test(code)),
};

test('whatever a visitor sends, the product sees our own internal headers once, and none of his', async () => {
  const stage = await openStage({ edgePolicy: withoutFirstLine });
  await fc.assert(
    fc.asyncProperty(fc.array(header, { maxLength: 8 }), async (sent) => {
      stage.product.length = 0;
      const spelt = sent.map(({ stem, capitals, underscore, value, listed }) => {
        const name = underscore ? stem.replaceAll('-', '_') : stem;
        return { name: capitals ? name.toUpperCase() : name, value, listed };
      });
      const listed = spelt.flatMap((each) => (each.listed ? [each.name] : []));
      const connection = [['Connection', ['close', ...listed].join(', ')]] as const;
      await askOnce(stage, { headers: [...connection, ...spelt.map(({ name, value }) => [name, value] as const)] });
      const [heard] = stage.product;
      const names = (heard?.rawHeaders ?? []).filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase());
      const internal = names.filter((name) => /^(tempered[-_]|x[-_]forwarded|forwarded)/.test(name)).sort();
      expect(internal).toEqual(['tempered-context', 'tempered-peer', 'tempered-reference']);
      expect(names.filter((name) => name.includes('_') || /real|original|rewrite|override|true-client|proxy-/.test(name))).toEqual([]);
      expect(heard?.headers).toMatchObject({ 'tempered-peer': '127.0.0.1', 'tempered-context': 'a-context-token' });
      expect(heard?.headers['tempered-reference']).not.toBe('aaaaa-aaaaa-aaaaa-aaaaa');
      const honest = spelt.filter(({ name, listed: dropped }) => name.toLowerCase() === 'x-honest' && !dropped);
      const dropped = listed.some((name) => name.toLowerCase().replaceAll('_', '-') === 'x-honest');
      expect(heard?.headers['x-honest'] !== undefined).toBe(honest.length > 0 && !dropped);
    }),
    { numRuns: 60 },
  );
  await stage.close();
});

test('a product never sees a cookie, nor sets one; a service that owns cookies does both', async () => {
  const setting = await openStage({
    product: (request, response) => {
      response.setHeader('set-cookie', ['__Host-session=planted; Path=/; Secure']);
      response.end(String(request.headers.cookie));
    },
  });
  const headers = [['Cookie', '__Host-session=mine']] as const;
  for (const target of ['/', '/open-without-cookies']) {
    const answer = await askOnce(setting, { target, headers });
    expect(answer.body).toContain('undefined');
    expect(answer.head.toLowerCase()).not.toContain('set-cookie');
  }
  const owner = await askOnce(setting, { target: '/open', headers });
  expect(owner.body).toContain('__Host-session=mine');
  expect(owner.head.toLowerCase()).toContain('set-cookie');
  await setting.close();
});
