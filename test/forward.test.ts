/** What is handed on over a hop ends in bounded time, however the other side drips; what may stream goes on for as long as it is not silent. */
import { createServer, request as httpRequest, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { type ForwardLimits, forward, type NotRelayed } from '../system/kernel/forward.ts';
import type { Hop } from '../system/kernel/hop.ts';

const far = { silenceMs: 10_000, headWithinMs: 10_000 } as const;
const atClose: (() => void)[] = [];
afterEach(() => {
  for (const close of atClose.splice(0)) close();
});

async function serving(handle: RequestListener): Promise<number> {
  const server: Server = createServer(handle);
  atClose.push(
    () => server.close(),
    () => server.closeAllConnections(),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** A front that forwards with `limits` to what `behind` does, and notes what `forward` resolved to. */
async function front(
  behind: RequestListener,
  limits: ForwardLimits,
): Promise<{ readonly url: string; readonly notRelayed: Promise<NotRelayed> }> {
  const port = await serving(behind);
  const hop: Hop = {
    open: ({ method, path, headers }) => httpRequest({ host: '127.0.0.1', port, method, path, headers }),
    call: () => Promise.reject(new TypeError('nobody calls here')),
    close: () => {},
  };
  const notRelayed = Promise.withResolvers<NotRelayed>();
  const own = await serving((request, response) => {
    void forward(request, response, { hop, internal: {}, onAnswer: {}, limits }).then((why) => {
      notRelayed.resolve(why);
      if (why) response.writeHead(502).end('no answer');
    });
  });
  return { url: `http://127.0.0.1:${own}/`, notRelayed: notRelayed.promise };
}

/** Calls `write` every 20 ms until the test is over. */
const drip = (write: () => void): void => {
  const timer = setInterval(write, 20);
  atClose.push(() => clearInterval(timer));
};

test('interim answers do not put off the limit for the head', async () => {
  const dripping: RequestListener = (_request, response) => drip(() => response.writeProcessing());
  const { url, notRelayed } = await front(dripping, { ...far, headWithinMs: 200 });
  const answer = await fetch(url);
  expect([answer.status, (await notRelayed)?.message]).toEqual([502, 'no head of an answer in time']);
});

test('an answer that drips is cut when its whole time is over', async () => {
  const dripping: RequestListener = (_request, response) => {
    response.writeHead(200);
    drip(() => response.write('.'));
  };
  const { url, notRelayed } = await front(dripping, { ...far, wholeWithinMs: 200 });
  const answer = await fetch(url);
  expect(answer.status).toBe(200);
  await expect(answer.text()).rejects.toThrow();
  expect(await notRelayed).toBeUndefined();
});

test('without a limit for the whole an answer streams on past the limit for its head', async () => {
  const streaming: RequestListener = (_request, response) => {
    response.writeHead(200);
    let left = 15;
    drip(() => {
      left -= 1;
      if (left >= 0) response.write('.');
      else response.end();
    });
  };
  const { url } = await front(streaming, { silenceMs: 10_000, headWithinMs: 100 });
  const answer = await fetch(url);
  expect(await answer.text()).toBe('.'.repeat(15));
});

test('a stream that falls silent is cut', async () => {
  const { url } = await front(
    (_request, response) => {
      response.writeHead(200);
      response.write('.');
    },
    { silenceMs: 150, headWithinMs: 10_000 },
  );
  const answer = await fetch(url);
  await expect(answer.text()).rejects.toThrow();
});
