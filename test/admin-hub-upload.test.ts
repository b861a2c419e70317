/** An HR feed that an org admin uploads on AdminHub: judged whole, kept to be looked at, and imported as it was looked at (N-05, N-06). */
import { afterEach, expect, test } from 'vitest';
import { hrColumns, hrDateColumns } from '../system/isolated/directory/hr-feed/header.ts';
import { uploadKeptForMs } from '../system/isolated/directory/hr-feed/uploaded.ts';
import { maxFileBytes } from '../system/kernel/body-limits.ts';
import { hrFile, twenty } from './admin-hub-filled.ts';
import { closeHub, type Hub, openHub, press } from './admin-hub-stage.ts';

afterEach(closeHub);

async function opened(): Promise<Hub> {
  const hub = await openHub();
  hub.directory.domains.provision('acme.test');
  return hub;
}
async function upload(hub: Hub, file: string | Uint8Array<ArrayBuffer>, { accept = 'text/html', token = '' } = {}) {
  const by = await hub.holder();
  const form = new FormData();
  form.set('form-token', token || (await hub.formToken(by)));
  form.set('feed', new Blob([file], { type: 'text/csv' }), 'people.csv');
  return hub.call('/hr-feed/upload', by, form, accept);
}
const json = async (hub: Hub, path: string) => JSON.parse((await hub.call(path, await hub.holder(), undefined, 'application/json')).body);
const imports = (hub: Hub, shown: string) => press(hub, '/hr-feed/upload/import', { shown });

test('a file is uploaded, looked at, and imported once, and changes nothing before', async () => {
  const hub = await opened();
  expect((await upload(hub, hrFile(twenty))).location).toBe('/hr-feed/upload/dry-run');
  const tried = await json(hub, '/hr-feed/upload/dry-run');
  expect([tried.totals.made, tried.guard, hub.view.countPeople()]).toEqual([20, 'allowed', 0]);
  expect((await hub.call('/hr-feed', await hub.holder())).body).toContain('A file waits for you.');
  expect((await imports(hub, tried.shown)).location).toBe('/hr-feed?done=imported');
  expect([hub.view.countPeople(), hub.view.feedUpload()]).toEqual([20, undefined]);
  await imports(hub, tried.shown);
  expect(hub.code()).toBe('directory.administration.not-found');
});

test('the page names the columns that a feed is read by', async () => {
  const hub = await opened();
  const { body } = await hub.call('/hr-feed', await hub.holder());
  for (const columns of [hrColumns, hrDateColumns]) expect(body).toContain(`<code>${columns.join(',')}</code>`);
});

test('another file than was looked at is not imported, nor one that nobody looked at, and one that was discarded is gone', async () => {
  const hub = await opened();
  await upload(hub, hrFile(twenty));
  const { shown } = await json(hub, '/hr-feed/upload/dry-run');
  await upload(hub, hrFile(twenty.slice(1)));
  for (const seen of [shown, '']) {
    await imports(hub, seen);
    expect([hub.code(), hub.view.countPeople()]).toEqual(['directory.hr-feed.other-than-shown', 0]);
  }
  await press(hub, '/hr-feed/upload/import');
  expect([hub.code(), hub.view.countPeople()]).toEqual(['directory.hr-feed.other-than-shown', 0]);
  await press(hub, '/hr-feed/upload/discard');
  expect(hub.view.feedUpload()).toBeUndefined();
  await press(hub, '/hr-feed/upload/discard');
  expect(hub.code()).toBe('directory.administration.not-found');
});

test('the guard stops an uploaded file like any other, and it is kept among the stopped changes', async () => {
  const hub = await opened();
  await upload(hub, hrFile(twenty));
  await imports(hub, (await json(hub, '/hr-feed/upload/dry-run')).shown);
  await upload(hub, hrFile(twenty.slice(10)));
  const tried = await json(hub, '/hr-feed/upload/dry-run');
  await imports(hub, tried.shown);
  expect([tried.guard, hub.code()]).toEqual(Array(2).fill('directory.mass-change.too-many-suspended'));
  expect([hub.view.countActive(), hub.view.countHeld(), hub.view.feedUpload()]).toEqual([20, 1, undefined]);
});

test.each<[string, string | Uint8Array<ArrayBuffer>, string, string]>([
  ['not a byte', '', 'empty', ''],
  ['another encoding', new Uint8Array(Buffer.from(hrFile([1]).replace('Worker 1', 'Jürgen'), 'latin1')), 'not-utf8', ''],
  ['a file of something else', 'a,b\r\n1,2\r\n', 'header-other', ''],
  ['a line that lost its end', hrFile([1, 2]).slice(0, -20), 'line-broken', 'line 3: '],
])('of %s nothing is kept, and the page says why and where', async (_name, file, reason, where) => {
  const hub = await opened();
  const refused = await upload(hub, file);
  expect([refused.status, hub.code(), hub.view.feedUpload()]).toEqual([403, `directory.hr-feed.${reason}`, undefined]);
  expect(refused.body).toContain('Nothing was changed');
  if (where !== '') expect(refused.body).toContain(`Where: ${where}`);
  const told = JSON.parse((await upload(hub, file, { accept: 'application/json' })).body);
  expect(told).toMatchObject({ error: `directory.hr-feed.${reason}`, problems: [`directory.hr-feed.${reason}`] });
});

test('a file is kept for a day, and goes when a later import was done', async () => {
  const hub = await opened();
  await upload(hub, hrFile(twenty));
  hub.clock.advance(uploadKeptForMs + 1);
  expect(hub.view.feedUpload()).toBeUndefined();
  await upload(hub, hrFile(twenty));
  hub.publish(hrFile(twenty));
  await press(hub, '/hr-feed/import');
  expect([hub.view.feedUpload(), hub.view.countPeople()]).toEqual([undefined, 20]);
});

test('a form of another session uploads nothing, and neither does one that cannot be read', async () => {
  const hub = await opened();
  await upload(hub, hrFile(twenty), { token: await hub.formToken(await hub.context('harbour-one', 'break-glass', { sid: 's-2' })) });
  expect([hub.code(), hub.view.feedUpload()]).toEqual(['admin-hub.request.form-token-wrong', undefined]);
  const by = await hub.holder();
  const twice = new FormData();
  for (const value of [await hub.formToken(by), await hub.formToken(by)]) twice.append('form-token', value);
  await hub.call('/hr-feed/upload', by, twice);
  expect(hub.code()).toBe('admin-hub.request.form-token-wrong');
});

test('the dry run shows whom the feed leaves suspended', async () => {
  const hub = await opened();
  await upload(hub, hrFile(twenty));
  await imports(hub, (await json(hub, '/hr-feed/upload/dry-run')).shown);
  const [first] = hub.directory.stored.people.managedBy('hr-feed');
  await press(hub, '/people/suspend', { subject: first?.subject ?? '' });
  hub.publish(hrFile(twenty));
  const { notDone } = await json(hub, '/hr-feed/dry-run');
  expect(notDone.leftSuspended).toEqual([{ subject: first?.subject, userName: first?.userName, by: 'by-hand' }]);
  const { body } = await hub.call('/hr-feed/dry-run', await hub.holder());
  expect(body).toContain('would stay suspended although the feed calls them active');
  expect(body).toContain(`${first?.userName}</a>: suspended by hand`);
});

/** A feed of exactly so many bytes: as many people as fit, whose titles are made longer until it is full. */
function feedOf(bytes: number): string {
  const title = 'x'.repeat(150);
  const longestNumbers = 20;
  const count = Math.floor(bytes / (hrFile([1], title).length - hrFile([]).length + longestNumbers)) - 1;
  const ids = Array.from({ length: count }, (_, at) => at + 1);
  let missing = bytes - hrFile(ids, title).length;
  const each = Math.ceil(missing / count);
  return hrFile(ids, title).replaceAll(title, () => {
    const more = Math.min(each, missing);
    missing -= more;
    return title + 'y'.repeat(more);
  });
}

test('a file of exactly the limit is imported, and of one byte more the page says that it is too large', async () => {
  const hub = await opened();
  const file = feedOf(maxFileBytes);
  expect(Buffer.byteLength(file)).toBe(maxFileBytes);
  const refused = await upload(hub, `${file.slice(0, -2)}x\r\n`);
  expect([refused.status, hub.code(), hub.view.feedUpload()]).toEqual([403, 'admin-hub.hr-feed.too-large', undefined]);
  expect(refused.body).toContain('The file is larger than the page that takes it says.');
  expect((await upload(hub, file)).location).toBe('/hr-feed/upload/dry-run');
  await imports(hub, (await json(hub, '/hr-feed/upload/dry-run')).shown);
  expect(hub.view.countPeople()).toBe(file.split('\r\n').length - 2);
}, 30_000);

test('a form whose file was not chosen is told so, and one whose file is empty that nobody is in it', async () => {
  const hub = await opened();
  const form = new FormData();
  const by = await hub.holder();
  form.set('form-token', await hub.formToken(by));
  form.set('feed', new Blob([]), '');
  const refused = await hub.call('/hr-feed/upload', by, form);
  expect([refused.status, hub.code()]).toEqual([403, 'admin-hub.hr-feed.no-file']);
  expect(refused.body).toContain('No file was chosen.');
  expect((await upload(hub, '')).body).toContain('There is nobody in the feed.');
});

const expected =
  'line 1: expected employee_id,user_name,email,display_name,department,title,status, and where there are dates start_date,end_date behind them';
test.each([
  ['semicolons', (file: string) => file.replaceAll(',', ';'), 'the columns are separated by semicolons, and commas are expected'],
  [
    'a column too few',
    (file: string) => file.replace(',title', ''),
    'found employee_id; user_name; email; display_name; department; status',
  ],
  [
    'a column under another name, and one in capitals',
    (file: string) => file.replace('display_name', 'Full Name').replace(',status', ',Status'),
    'found employee_id; user_name; email; column 4, which is none of these; department; title; column 7, which is status written otherwise',
  ],
  [
    'people at once, and no header',
    (file: string) => file.slice(file.indexOf('e-1')),
    `found ${Array.from({ length: 7 }, (_, at) => `column ${at + 1}, which is none of these`).join('; ')}`,
  ],
])('of a feed with %s the page says what was expected and found, and repeats nothing of anybody', async (_name, change, found) => {
  const hub = await opened();
  const { body } = await upload(hub, change(hrFile([1, 2])));
  expect([hub.code(), body.includes(`Where: ${expected}; ${found}`)]).toEqual(['directory.hr-feed.header-other', true]);
  for (const text of [body, JSON.stringify(hub.records.at(-1))]) for (const of of ['worker-1', 'Full Name']) expect(text).not.toContain(of);
});

test('of a feed with a great many columns no more is said than fits', async () => {
  const hub = await opened();
  const { body } = await upload(hub, `${Array.from({ length: 5_000 }, (_, at) => `secret-${at}`).join(',')}\r\n`);
  expect(body).toContain('column 12, which is none of these and 4988 more');
  expect(body).not.toContain('secret-');
});
