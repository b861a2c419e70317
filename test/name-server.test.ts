/** Proofs of e-mail domains in the name system: our reader against a server that answers, denies, or is silent (M-11). */
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type NameServer, startNameServer } from '../fakes/name-server/index.ts';
import { questionIn } from '../fakes/name-server/message.ts';
import { dnsText } from '../system/kernel/dns-text.ts';

let server: NameServer;
beforeEach(async () => {
  server = await startNameServer();
});
afterEach(() => server.close());
const reading = (timeoutMs = 2_000) => dnsText({ servers: [`${server.address}:${server.port}`], timeoutMs });

test('texts are read whole, in any capitals of the name', async () => {
  const long = 'x'.repeat(600);
  server.publish('_tempered.acme.test', ['tempered-domain-proof=1', long]);
  expect(await reading().lookup('_Tempered.ACME.test')).toEqual(['tempered-domain-proof=1', long]);
});

test('a name that is not there has no texts', async () => {
  expect(await reading().lookup('_tempered.acme.test')).toEqual([]);
});

test('silence is no answer', async () => {
  server.publish('_tempered.acme.test', ['here']);
  server.fallSilent();
  await expect(reading(200).lookup('_tempered.acme.test')).rejects.toMatchObject({ code: 'ETIMEOUT' });
  server.clear();
  expect(await reading().lookup('_tempered.acme.test')).toEqual([]);
});

test('whatever comes to the server is a question or nothing', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => void questionIn(bytes)));
});

test('an alias is not followed: what another name says proves nothing', async () => {
  server.publish('proof.host.test', ['tempered-domain-proof=1']);
  server.alias('_tempered.acme.test', 'proof.host.test');
  expect(await reading().lookup('proof.host.test')).toEqual(['tempered-domain-proof=1']);
  expect(await reading().lookup('_tempered.acme.test')).toEqual([]);
});
