/** What a listener's observer hears of one exchange: everything that crossed, in both directions, however the answer was written. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { observed } from '../system/kernel/observed.ts';
import type { Crossing } from '../system/kernel/ports.ts';
import { manualClock } from './manual-ports.ts';

async function heardOf(answer: (response: ServerResponse) => void): Promise<readonly Crossing[]> {
  const crossings: Crossing[] = [];
  const both = Promise.withResolvers<void>();
  const observer = {
    heard: (crossing: Crossing) => {
      crossings.push(crossing);
      if (crossings.length === 2) both.resolve();
    },
  };
  const server = createServer((request, response) => {
    observed({ request, response }, { observer, clock: manualClock(0), outside: '127.16.0.5', zone: 'isolated' });
    request.resume().on('end', () => answer(response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/path?query=1`, {
    method: 'POST',
    body: 'said by the visitor',
    headers: { 'x-sent': 'yes' },
  });
  await both.promise;
  server.close();
  return crossings;
}

test.each([
  [
    'given to writeHead',
    (response: ServerResponse) =>
      void response.writeHead(403, { 'set-cookie': ['one=first', 'two=second'], 'x-back': 'yes' }).end('said by us'),
  ],
  [
    'set one by one',
    (response: ServerResponse) =>
      void response.setHeader('set-cookie', ['one=first', 'two=second']).setHeader('x-back', 'yes').writeHead(403).end('said by us'),
  ],
])('hears headers that were %s, and both bodies', async (_how, answer) => {
  const crossings = await heardOf(answer);
  const [said, answered] = [crossings.find(({ to }) => to === 'isolated'), crossings.find(({ from }) => from === 'isolated')];
  expect(said?.head).toMatch(/^POST \/path\?query=1\r\n[\s\S]*x-sent: yes/);
  expect(new TextDecoder().decode(said?.body)).toBe('said by the visitor');
  for (const line of ['403', 'set-cookie: one=first', 'set-cookie: two=second', 'x-back: yes'])
    expect(answered?.head.split('\r\n')).toContain(line);
  expect(new TextDecoder().decode(answered?.body)).toBe('said by us');
});
