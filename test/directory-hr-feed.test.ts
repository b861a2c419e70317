/** HR feeds: read by the letter of RFC 4180, judged whole, every problem at once, and nothing half applied. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCsv } from '../system/isolated/directory/hr-feed/csv.ts';
import { hrColumns } from '../system/isolated/directory/hr-feed/feed.ts';
import { importFeed } from '../system/isolated/directory/hr-feed/import.ts';
import { hrFeedRules } from '../system/isolated/directory/hr-feed/rules.ts';
import { reservedIn } from '../system/isolated/directory/stored/reserved.ts';
import { suspensionRules } from '../system/isolated/directory/suspension.ts';
import { directoryStage } from './directory-stage.ts';
import { systemRandom } from './manual-ports.ts';

const quotedField = (text: string): string => (/["\r\n,]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

test('what is written as RFC 4180 says is read back, whatever is in it', () => {
  const field = fc.string({ unit: fc.constantFrom('a', 'ü', '"', ',', '\n', '\r', ' '), maxLength: 6 });
  fc.assert(
    fc.property(fc.array(fc.array(field, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (lines) => {
      const text = lines.map((line) => line.map(quotedField).join(',')).join('\r\n');
      const { lines: read, broken } = readCsv(`${text}\r\n`);
      expect([read, broken]).toEqual([lines, []]);
    }),
    { numRuns: 1_000 },
  );
});

test('whatever comes ends, and is one text or a problem', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r'), maxLength: 30 }), (text) => {
      expect(readCsv(text).lines.length).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 2_000 },
  );
});

const header = hrColumns.join(',');
const line = (id: number, change: Readonly<Record<string, string>> = {}): string => {
  const fields = { employee_id: `e-${id}`, user_name: `worker-${id}`, email: `worker-${id}@acme.test`, display_name: `Worker ${id}` };
  const all: Readonly<Record<string, string>> = { ...fields, department: 'Foundry', title: 'Fitter', status: 'active', ...change };
  return hrColumns.map((column) => all[column]).join(',');
};
const feed = (lines: readonly string[]): Uint8Array => new TextEncoder().encode(`${[header, ...lines].join('\r\n')}\r\n`);
const twenty = Array.from({ length: 20 }, (_, index) => index + 1);

async function importing() {
  const stage = directoryStage();
  stage.directory.domains.provision('acme.test');
  const reserved = reservedIn(stage.stored.store);
  reserved.add('harbour-one');
  const against = { people: stage.stored.people, reserved, domains: stage.directory.domains };
  const parts = { against, changing: stage.changing, random: systemRandom, table: hrFeedRules, suspension: suspensionRules };
  const run = (bytes: Uint8Array | undefined) => importFeed(parts, { bytes }, { actor: 'u-ada', peer: '' });
  await run(feed(twenty.map((id) => line(id))));
  return { ...stage, run };
}

test('the same feed again changes nothing, and somebody who is gone is suspended', async () => {
  const { run, stored } = await importing();
  expect([stored.people.count(), await run(feed(twenty.map((id) => line(id))))]).toEqual([20, 0]);
  await run(feed(twenty.slice(1).map((id) => line(id))));
  expect(stored.people.countActive()).toBe(19);
});

const encoded = (text: string, encoding: BufferEncoding): Uint8Array => new Uint8Array(Buffer.from(text, encoding));
const all = (change: (id: number) => Readonly<Record<string, string>>) => feed(twenty.map((id) => line(id, change(id))));
test.each<[string, Uint8Array | undefined, string]>([
  ['a feed that did not come', undefined, 'directory.hr-feed.not-received'],
  ['a feed of nothing at all', new Uint8Array(), 'directory.hr-feed.header-other'],
  ['a feed of nobody', feed([]), 'directory.hr-feed.empty'],
  ['half of everybody', feed(twenty.slice(10).map((id) => line(id))), 'directory.mass-change.too-many-suspended'],
  ['everybody terminated', all(() => ({ status: 'terminated' })), 'directory.mass-change.too-many-suspended'],
  ['everybody twice', feed([...twenty, ...twenty].map((id) => line(id))), 'directory.hr-feed.person-repeated'],
  ['two people of one name', feed(twenty.map((id) => line(id, { user_name: 'Worker' }))), 'directory.hr-feed.person-repeated'],
  ['departments where titles should be', all(() => ({ department: 'Fitter', title: 'Foundry' })), 'directory.mass-change.too-many-changed'],
  [
    'columns that changed places',
    encoded(`employee_id,user_name,email,display_name,title,department,status\r\n`, 'utf8'),
    'directory.hr-feed.header-other',
  ],
  ['Latin-1', encoded(`${header}\r\n${line(1, { display_name: 'Jürgen' })}\r\n`, 'latin1'), 'directory.hr-feed.not-utf8'],
  ['UTF-16', encoded(`${header}\r\n${line(1)}\r\n`, 'utf16le'), 'directory.hr-feed.not-utf8'],
  ['damage that was encoded again', feed([line(1, { display_name: 'J\ufffdrgen' })]), 'directory.hr-feed.not-utf8'],
  ['a quote that does not end', feed([line(1, { display_name: '"Worker' })]), 'directory.hr-feed.line-broken'],
  ['a line that lost its end', feed(['e-1,worker-1,worker-1@acme.test']), 'directory.hr-feed.line-broken'],
  ['a status that nobody knows', all(() => ({ status: 'ACTIVE' })), 'directory.hr-feed.line-broken'],
  [
    'the name of a break-glass account',
    feed([...twenty.map((id) => line(id)), line(21, { user_name: 'harbour-one' })]),
    'directory.hr-feed.name-taken',
  ],
  [
    'an address of another house',
    feed([...twenty.map((id) => line(id)), line(21, { email: 'x@elsewhere.test' })]),
    'directory.hr-feed.email-domain-not-verified',
  ],
])('%s is refused whole', async (_name, bytes, code) => {
  const { run, stored } = await importing();
  const before = JSON.stringify(stored.people.list());
  await expect(run(bytes)).rejects.toMatchObject({ code });
  expect(JSON.stringify(stored.people.list())).toBe(before);
});

test('whom an org admin suspended stays so, whatever the feed says, and the record says so; whom the feed suspended comes back', async () => {
  const { run, stored, doing, records } = await importing();
  const subjectOf = (id: number): string => stored.people.byUserName(`worker-${id}`)?.subject ?? '';
  const statusOf = (id: number) => stored.people.find(subjectOf(id))?.status;
  await doing([{ kind: 'user-suspended', subject: subjectOf(1) }], 'by-hand');
  await run(feed(twenty.slice(2).map((id) => line(id))));
  expect([statusOf(1), statusOf(2)]).toEqual(['suspended', 'suspended']);
  await run(feed(twenty.map((id) => line(id))));
  expect([statusOf(1), statusOf(2)]).toEqual(['suspended', 'active']);
  expect(records.at(-1)?.facts).toMatchObject({ leftSuspended: 1, leftSuspendedNamed: subjectOf(1) });
});

test('an org admin whom the feed suspended is let in again by hand only', async () => {
  const { run, stored, directory } = await importing();
  const subject = stored.people.byUserName('worker-1')?.subject ?? '';
  const spare = { issuer: 'https://idp.acme.test', idpSubject: 'ada' };
  directory.grant(spare, 'org-admin');
  stored.people.put({ ...(stored.people.find(subject) ?? ({} as never)), roles: ['org-admin'] });
  await run(feed(twenty.slice(1).map((id) => line(id))));
  await run(feed(twenty.map((id) => line(id))));
  expect(stored.people.find(subject)?.status).toBe('suspended');
});
