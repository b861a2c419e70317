/** A real browser that sends more than the edge takes shows the edge's own page, and not its own about a connection that broke (RFC 9112 §9.6). */
import { X509Certificate } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, type Socket, connect as tcpConnect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunBrowser, runBrowser } from '../harness/actors/browser/run-browser.ts';
import { leafKeyHash } from '../harness/authority/leaf-key.ts';
import { browserEnvironment, findBrowser } from '../harness/setup/browser.js';
import { maxBodyBytes } from '../system/kernel/body-limits.ts';
import { openStage, type Stage, stageHost } from './edge-stage.ts';

const patienceMs = 60_000;
let stage: Stage;
let browser: RunBrowser;
let proxy: Server;

/** Leads every name to the edge. */
function toTheEdge(port: number): Server {
  const server = createServer();
  server.on('connect', (_request, near: Socket) => {
    const far = tcpConnect(port, '127.0.0.1', () => near.write('HTTP/1.1 200 OK\r\n\r\n'));
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('error', () => other.destroy());
      one.pipe(other);
    }
  });
  return server;
}

beforeAll(async () => {
  const found = findBrowser();
  if ('missing' in found) throw new Error(`${found.missing}: ${found.remedy}`);
  stage = await openStage({ product: (_request, response) => void response.setHeader('content-type', 'text/html').end('<p>A form.</p>') });
  const socket = await stage.connect();
  const leaf = new X509Certificate(socket.getPeerCertificate().raw);
  socket.destroy();
  browser = runBrowser({
    executable: found.executable,
    environment: browserEnvironment(found),
    trust: { leafKeys: [leafKeyHash(leaf.toString())] },
  });
  proxy = toTheEdge(stage.edge.port);
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
}, patienceMs);
afterAll(async () => {
  await browser.close();
  proxy.close();
  proxy.closeAllConnections();
  await stage.close();
});

const formWithFile = (bytes: number): string => `
  const form = Object.assign(document.createElement('form'), { method: 'post', action: '/issues', enctype: 'multipart/form-data' });
  const input = Object.assign(document.createElement('input'), { type: 'file', name: 'feed' });
  const files = new DataTransfer();
  files.items.add(new File([new Uint8Array(${bytes})], 'people.csv'));
  input.files = files.files;
  form.append(input);
  document.body.append(form);
  form.submit();`;

test.each([1, 400_000, 8 * 1_048_576])(
  'a file of %i bytes too many',
  async (more) => {
    const { context } = await browser.hold({ proxy: { server: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}` } });
    const page = await context.newPage();
    await page.goto(`https://${stageHost}/open`);
    const answered = page.waitForResponse((response) => response.url().endsWith('/issues'));
    await page.evaluate(formWithFile(maxBodyBytes + more));
    expect((await answered).status()).toBe(413);
    await page.waitForLoadState();
    expect(await page.locator('main').textContent()).toContain('What you sent is too large.');
    expect(stage.edgeRecords.at(-1)?.code).toBe('edge.request.body-too-large');
    await context.close();
  },
  patienceMs,
);
