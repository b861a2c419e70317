/** A real browser behind an exit: it trusts the run's authority by its private database, and names each bad certificate rightly. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunBrowser, runBrowser } from '../harness/actors/browser/run-browser.ts';
import { createAuthority } from '../harness/authority/authority.ts';
import { deviatingLeaf } from '../harness/authority/deviating-leaf.ts';
import { leafKeyHash } from '../harness/authority/leaf-key.ts';
import { writeNssDatabase } from '../harness/authority/nss-database.ts';
import type { KeyedCertificate } from '../harness/authority/x509.ts';
import { networks } from '../harness/fixtures/fixtures.ts';
import { listenCuttable } from '../harness/network/cuttable-server.ts';
import { type Exit, startExit } from '../harness/network/exit.ts';
import { nameTable } from '../harness/network/names.ts';
import { browserEnvironment, findBrowser } from '../harness/setup/browser.js';

const host = 'idp.acme.test';
const patienceMs = 60_000;
const names = nameTable();
const authority = await createAuthority({ name: 'Tempered Test Authority' });
const home = mkdtempSync(join(tmpdir(), 'tempered-home-'));
const emptyHome = mkdtempSync(join(tmpdir(), 'tempered-home-'));
const browsers: RunBrowser[] = [];
let exit: Exit;

const found = findBrowser();
if ('missing' in found) throw new Error(`${found.missing}: ${found.remedy}`);
const browserWith = (trust: Parameters<typeof runBrowser>[0]['trust']): RunBrowser => {
  const browser = runBrowser({ executable: found.executable, environment: browserEnvironment(found), trust });
  browsers.push(browser);
  return browser;
};
const trusting = browserWith({ homeFolder: home });

beforeAll(async () => {
  writeNssDatabase(home, authority.certificateDer);
  exit = await startExit({ network: 'hq', sourceAddress: networks.hq, names });
});
afterAll(async () => {
  await Promise.all(browsers.map((browser) => browser.close()));
  await exit.close();
  for (const folder of [home, emptyHome]) rmSync(folder, { recursive: true });
});

/** What a person sees at `https://<name>/` on a host with this certificate: the page's text, or the browser's error. */
async function shown(leaf: KeyedCertificate, name = host, browser = trusting): Promise<string> {
  const server = createServer({ cert: leaf.certPem, key: leaf.keyPem }, (request, response) =>
    response.end(`seen from ${request.socket.remoteAddress}`),
  );
  const listening = await listenCuttable(server, { address: '127.0.0.1' });
  names.set(name, listening);
  const { context } = await browser.hold({ proxy: { server: exit.url } });
  try {
    const page = await context.newPage();
    await page.goto(`https://${name}/`);
    return (await page.textContent('body')) ?? '';
  } catch (error) {
    return /net::(ERR_[A-Z_]+)/.exec(String(error))?.[1] ?? String(error);
  } finally {
    await context.close();
    await listening.close();
  }
}

test(
  'an honest leaf is accepted, and the server sees the exit’s address',
  async () => {
    expect(await shown(await authority.leafFor(host))).toBe('seen from 127.16.0.5');
  },
  patienceMs,
);

test.each([
  ['expired', 'ERR_CERT_DATE_INVALID'],
  ['other-name', 'ERR_CERT_COMMON_NAME_INVALID'],
  ['untrusted', 'ERR_CERT_AUTHORITY_INVALID'],
] as const)(
  'a leaf that is %s gives %s',
  async (deviation, error) => {
    expect(await shown(await deviatingLeaf(authority, host, deviation))).toBe(error);
  },
  patienceMs,
);

test(
  'the authority is worthless for a name outside .test',
  async () => {
    expect(await shown(await authority.leafFor('www.example.com'), 'www.example.com')).toMatch(
      /^ERR_CERT_(NAME_CONSTRAINT_VIOLATION|INVALID|AUTHORITY_INVALID)$/,
    );
  },
  patienceMs,
);

test(
  'without the database the honest leaf is not trusted',
  async () => {
    expect(await shown(await authority.leafFor(host), host, browserWith({ homeFolder: emptyHome }))).toBe('ERR_CERT_AUTHORITY_INVALID');
  },
  patienceMs,
);

test(
  'by a list of honest leaves’ keys, the honest leaf is accepted and every bad one is not',
  async () => {
    const honest = await authority.leafFor(host);
    const byKeys = browserWith({ leafKeys: [leafKeyHash(honest.certPem)] });
    expect(await shown(honest, host, byKeys)).toBe('seen from 127.16.0.5');
    for (const deviation of ['expired', 'other-name', 'untrusted'] as const) {
      expect(await shown(await deviatingLeaf(authority, host, deviation), host, byKeys)).toMatch(/^ERR_CERT_/);
    }
    expect(() => leafKeyHash(authority.certificatePem)).toThrow(TypeError);
  },
  patienceMs,
);

test(
  'a name that is not in the table, and a way past the exit, lead nowhere',
  async () => {
    const { context } = await trusting.hold({ proxy: { server: exit.url } });
    const page = await context.newPage();
    await expect(page.goto('https://nowhere.test/')).rejects.toThrow('ERR_TUNNEL_CONNECTION_FAILED');
    expect(exit.connections.at(-1)).toMatchObject({ host: 'nowhere.test', result: 'dns_error' });
    await context.close();
    const direct = await trusting.hold({});
    await expect((await direct.context.newPage()).goto(`https://${host}/`)).rejects.toThrow('ERR_NAME_NOT_RESOLVED');
    await direct.context.close();
  },
  patienceMs,
);
