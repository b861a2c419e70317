/** HR feeds: read by the letter of RFC 4180, judged whole, every problem at once, and nothing half applied. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCsv } from '../system/isolated/directory/hr-feed/csv.ts';
import { employmentRules } from '../system/isolated/directory/hr-feed/employment.ts';
import { hrColumns, hrDateColumns } from '../system/isolated/directory/hr-feed/header.ts';
import { importFeed } from '../system/isolated/directory/hr-feed/import.ts';
import { notDoneOf } from '../system/isolated/directory/hr-feed/not-done.ts';
import { plannedFeed } from '../system/isolated/directory/hr-feed/plan.ts';
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
  const tables = { table: hrFeedRules, employment: employmentRules, suspension: suspensionRules };
  const parts = { against, changing: stage.changing, clock: stage.clock, random: systemRandom, ...tables };
  const run = (bytes: Uint8Array | undefined, shown?: string) => importFeed(parts, { bytes, shown }, { actor: 'u-ada', peer: '' });
  const plan = (bytes: Uint8Array) => plannedFeed(parts, { bytes });
  await run(feed(twenty.map((id) => line(id))));
  return { ...stage, parts, run, plan };
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
  ['a feed of nothing at all', new Uint8Array(), 'directory.hr-feed.empty'],
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

const dayMs = 86_400_000;
const datedFeed = (lines: readonly string[]): Uint8Array =>
  new TextEncoder().encode(`${[[...hrColumns, ...hrDateColumns].join(','), ...lines].join('\r\n')}\r\n`);
const datedLine = (id: number, [start, end]: readonly [string, string], change: Readonly<Record<string, string>> = {}): string =>
  `${line(id, change)},${start},${end}`;
const today = Date.parse('2026-11-22T15:00:00Z');
const noDates = ['', ''] as const;
async function onADay() {
  const stage = await importing();
  stage.clock.advance(today - stage.clock.now());
  stage.directory.domains.provision('acme.test');
  const statusOf = (id: number) => stage.stored.people.byUserName(`worker-${id}`)?.status;
  const others = (...but: readonly number[]) => twenty.filter((id) => !but.includes(id)).map((id) => datedLine(id, noDates));
  return { ...stage, statusOf, others };
}

test('whoever starts later is made by the first import of that day, and by none before', async () => {
  const { run, plan, statusOf, others, clock } = await onADay();
  const file = datedFeed([...others(), datedLine(21, ['2026-11-23', '']), datedLine(22, ['2026-11-22', ''])]);
  await run(file);
  expect([statusOf(21), statusOf(22)]).toEqual([undefined, 'active']);
  expect(notDoneOf(plan(file)).startLater).toEqual([{ userName: 'worker-21', day: '2026-11-23' }]);
  clock.advance(Date.parse('2026-11-22T23:59:59.999Z') - clock.now());
  expect([await run(file), statusOf(21)]).toEqual([0, undefined]);
  clock.advance(1);
  expect([await run(file), statusOf(21)]).toEqual([1, 'active']);
});

test('whoever ends later is suspended by the first import of that day, also when they are terminated already', async () => {
  const { run, plan, statusOf, others, clock } = await onADay();
  const lines = [...others(1, 2, 3), datedLine(1, ['', '2026-11-23'])];
  const file = datedFeed([...lines, datedLine(2, ['', '2026-11-23'], { status: 'terminated' }), datedLine(3, ['', '2026-11-22'])]);
  await run(file);
  expect([statusOf(1), statusOf(2), statusOf(3)]).toEqual(['active', 'active', 'suspended']);
  expect(notDoneOf(plan(file)).counts).toEqual({ leftSuspended: 0, startLater: 0, endLater: 2 });
  clock.advance(dayMs);
  expect([await run(file), statusOf(1), statusOf(2)]).toEqual([2, 'suspended', 'suspended']);
});

test('whoever comes back later is let in by that day, and whoever never came is made by nobody', async () => {
  const { run, statusOf, others, clock, plan } = await onADay();
  await run(datedFeed(others(1)));
  expect(statusOf(1)).toBe('suspended');
  const withdrawn = datedLine(21, ['2026-11-23', '2026-11-23']);
  const file = datedFeed([...others(1), datedLine(1, ['2026-11-23', '']), withdrawn]);
  expect([await run(file), statusOf(1)]).toEqual([0, 'suspended']);
  expect(notDoneOf(plan(file)).startLater.map(({ userName }) => userName)).toEqual(['worker-1']);
  clock.advance(dayMs);
  await run(file);
  expect([statusOf(1), statusOf(21)]).toEqual(['active', 'suspended']);
});

test('a feed in which everybody starts tomorrow is stopped like one in which everybody left', async () => {
  const { run, stored } = await onADay();
  const file = datedFeed(twenty.map((id) => datedLine(id, ['2026-11-23', ''])));
  await expect(run(file)).rejects.toMatchObject({ code: 'directory.mass-change.too-many-suspended' });
  expect(stored.people.countActive()).toBe(20);
});

test('a feed with dates that was looked at yesterday is looked at again', async () => {
  const { run, plan, others, clock } = await onADay();
  const [dated, plain] = [datedFeed(others()), feed(twenty.map((id) => line(id)))];
  const shown = [plan(dated).name, plan(plain).name];
  expect([await run(dated, shown[0]), await run(plain, shown[1])]).toEqual([0, 0]);
  clock.advance(dayMs);
  await expect(run(dated, shown[0])).rejects.toMatchObject({ code: 'directory.hr-feed.other-than-shown' });
  expect(await run(plain, shown[1])).toBe(0);
});

test('a feed that is planned as midnight passes is planned and named for the day on which that began', async () => {
  const { parts, plan, others, clock } = await onADay();
  const file = datedFeed([...others(), datedLine(21, ['2026-11-23', ''])]);
  const before = plan(file);
  const moments = [Date.parse('2026-11-22T23:59:59.999Z'), Date.parse('2026-11-23T00:00:00Z')];
  const passing = { now: () => moments.shift() ?? Number.NaN };
  const { name, startLater, changes } = plannedFeed({ ...parts, clock: passing }, { bytes: file });
  expect([name, startLater.length, changes]).toEqual([before.name, 1, before.changes]);
  clock.advance(dayMs);
  expect(plan(file).name).not.toBe(name);
});

test.each([
  ['2026-02-30', ''],
  ['2026-13-01', ''],
  ['22.11.2026', ''],
  ['2026-11-22T00:00:00Z', ''],
  ['1026-11-22', ''],
  ['', '2025-02-29'],
  ['', 'never'],
  ['2026-11-23', '2026-11-22'],
])('the dates %s and %s are refused with their line, and nothing is half applied', async (start, end) => {
  const { run, others, stored } = await onADay();
  const before = JSON.stringify(stored.people.list());
  const refused = run(datedFeed([datedLine(21, noDates), datedLine(20, [start, end]), ...others(20)]));
  await expect(refused).rejects.toMatchObject({
    code: 'directory.hr-feed.date-wrong',
    facts: { where: expect.stringMatching(/^line 3: (start|end)_date is /) },
  });
  expect(JSON.stringify(stored.people.list())).toBe(before);
});

test('whatever stands as a date, it is a day of the calendar or refused', async () => {
  const { plan, others } = await onADay();
  const text = fc.oneof(
    fc.string({ unit: fc.constantFrom('0', '1', '2', '9', '-', 'T', ' '), maxLength: 12 }),
    fc
      .date({ min: new Date('1900-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
      .map((each) => each.toISOString().slice(0, 10)),
  );
  fc.assert(
    fc.property(text, (day) => {
      const isDay =
        day === '' || (/^\d{4}-\d\d-\d\d$/.test(day) && new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day) && day >= '1900');
      const planning = () => plan(datedFeed([...others(20), datedLine(20, [day, ''])]));
      if (isDay) expect(planning).not.toThrow();
      else expect(planning).toThrow(expect.objectContaining({ code: 'directory.hr-feed.date-wrong' }));
    }),
    { numRuns: 300 },
  );
});

test('whom the feed leaves suspended is known before it is imported, with by whose word', async () => {
  const { plan, run, stored, doing } = await onADay();
  const subject = stored.people.byUserName('worker-1')?.subject ?? '';
  await doing([{ kind: 'user-suspended', subject }], 'by-hand');
  const file = feed(twenty.map((id) => line(id)));
  expect(notDoneOf(plan(file))).toMatchObject({
    leftSuspended: [{ subject, userName: 'worker-1', by: 'by-hand' }],
    counts: { leftSuspended: 1 },
  });
  expect(await run(file)).toBe(0);
  const ending = datedFeed(twenty.map((id) => datedLine(id, ['', '2026-12-31'])));
  expect(notDoneOf(plan(ending)).counts).toEqual({ leftSuspended: 1, startLater: 0, endLater: 19 });
});
