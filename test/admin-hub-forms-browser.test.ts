/** Forms of AdminHub as a real browser sends them, by the keyboard alone: a stopped change is discarded, and a file is uploaded byte for byte (N-06). */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunBrowser, runBrowser } from '../harness/actors/browser/run-browser.ts';
import { browserEnvironment, findBrowser } from '../harness/setup/browser.js';
import { boundedBytes } from '../system/kernel/bounded-bytes.ts';
import { readMultipart } from '../system/kernel/multipart.ts';
import { filledHub } from './admin-hub-filled.ts';
import { closeHub, type Hub } from './admin-hub-stage.ts';

const patienceMs = 60_000;
let browser: RunBrowser;
let hub: Hub;
let server: Server;
type Sent = { readonly path: string; readonly type: string; readonly bytes: Buffer };
let arrived: (sent: Sent) => void = () => {};

beforeAll(async () => {
  const found = findBrowser();
  if ('missing' in found) throw new Error(`${found.missing}: ${found.remedy}`);
  browser = runBrowser({ executable: found.executable, environment: browserEnvironment(found), trust: { leafKeys: [] } });
  hub = await filledHub();
  // Shows a page of AdminHub's as it is, and keeps what its form sends.
  server = createServer(async (request, response) => {
    const { method, url: path = '/', headers } = request;
    if (method === 'GET') {
      response.setHeader('content-type', 'text/html; charset=utf-8').end((await hub.call(path, await hub.holder())).body);
      return;
    }
    const bytes = await boundedBytes(request, 1_000_000);
    response.end('sent');
    arrived({ path, type: headers['content-type'] ?? '', bytes });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
}, patienceMs);
afterAll(async () => {
  closeHub();
  server.close();
  server.closeAllConnections();
  await browser.close();
});

/** Tab after Tab, until this control has the focus. */
async function focusOn(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(`document.activeElement?.matches(${JSON.stringify(selector)})`)) return;
  }
  throw new Error(`the keyboard never reached ${selector}`);
}

async function sending(path: string, act: (page: Page) => Promise<void>): Promise<Sent> {
  const { context } = await browser.hold({});
  const { promise, resolve } = Promise.withResolvers<Sent>();
  arrived = resolve;
  try {
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`);
    await act(page);
    return await promise;
  } finally {
    await context.close();
  }
}

test('what can be resumed no more is discarded with the keyboard', { timeout: patienceMs }, async () => {
  const vain = hub.view.held().find(({ id }) => hub.administration.whyHeldInVain(id) !== undefined);
  const { path, bytes } = await sending('/held', async (page) => {
    await focusOn(page, 'form[action="/held/discard"] button');
    await page.keyboard.press('Enter');
  });
  const form = new URLSearchParams(bytes.toString());
  expect([path, form.get('id'), form.get('form-token')]).toEqual(['/held/discard', vain?.id, await hub.formToken(await hub.holder())]);
});

test('a file is chosen and sent with the keyboard, and comes as it was', { timeout: patienceMs }, async () => {
  const buffer = Buffer.from('employee_id\r\nJürgen,\u0000\r\n', 'latin1');
  const { path, type, bytes } = await sending('/hr-feed', async (page) => {
    await focusOn(page, '#feed');
    await page.setInputFiles('#feed', { name: 'people.csv', mimeType: 'text/csv', buffer });
    await focusOn(page, '#upload-feed button');
    await page.keyboard.press('Enter');
  });
  const { form, file } = await readMultipart({ type, bytes });
  expect([path, Object.keys(form), Buffer.from(file ?? [])]).toEqual(['/hr-feed/upload', ['form-token'], buffer]);
});
