/** Forms with a file: read as they were written, or not at all, whatever comes (RFC 7578). */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMultipart } from '../system/kernel/multipart.ts';

const boundary = '----boundary-of-twenty-eight-or-more';
const type = `multipart/form-data; boundary=${boundary}`;
type Part = { readonly name: string; readonly value: Uint8Array; readonly isFile: boolean; readonly filename?: string };
const written = (parts: readonly Part[]): Uint8Array =>
  Buffer.concat([
    ...parts.flatMap(({ name, value, isFile, filename = 'f.csv' }) => [
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"${isFile ? `; filename="${filename}"` : ''}\r\n\r\n`),
      value,
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${boundary}--\r\n`),
  ]);
const text = (name: string, value: string): Part => ({ name, value: Buffer.from(value), isFile: false });

test('a file is read byte for byte, whatever is in it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 300 }), async (value) => {
      const { form, file } = await readMultipart({
        type,
        bytes: written([text('form-token', 'abc'), { name: 'feed', value, isFile: true }]),
      });
      expect([form, file]).toEqual([{ 'form-token': 'abc' }, value]);
    }),
  );
});

test('what comes more than once is nobody\u2019s, and so are two files, and a field for one that was left empty', async () => {
  const feed = { name: 'feed', value: Buffer.from('x'), isFile: true };
  const read = (...parts: readonly Part[]) => readMultipart({ type, bytes: written(parts) });
  expect(await read(text('a', '1'), text('a', '2'), text('b', '3'))).toEqual({ form: { b: '3' }, file: undefined });
  expect((await read(feed, { ...feed, name: 'other' })).file).toBeUndefined();
  expect((await read(feed, feed)).file).toBeUndefined();
  expect((await read({ ...feed, value: new Uint8Array(), filename: '' })).file).toBeUndefined();
  expect((await read({ ...feed, value: new Uint8Array() })).file).toEqual(new Uint8Array());
  expect(await read(...Array.from({ length: 51 }, (_, at) => text(`f${at}`, '')))).toEqual({ form: {}, file: undefined });
});

test('whatever comes is a form or nothing, and never breaks', async () => {
  const honest = Buffer.from(written([text('a', '1'), { name: 'feed', value: Buffer.from('x,y'), isFile: true }]));
  const damaged = fc
    .tuple(fc.nat(honest.length), fc.nat(honest.length), fc.uint8Array({ maxLength: 8 }))
    .map(([from, to, put]) => Buffer.concat([honest.subarray(0, Math.min(from, to)), put, honest.subarray(Math.max(from, to))]));
  const types = fc.constantFrom(type, 'multipart/form-data', 'multipart/form-data; boundary=x', 'text/csv', '');
  await fc.assert(
    fc.asyncProperty(types, fc.oneof(damaged, fc.uint8Array({ maxLength: 100 })), async (by, bytes) => {
      const { form, file } = await readMultipart({ type: by, bytes });
      expect(Object.values(form).every((value) => typeof value === 'string')).toBe(true);
      expect(file === undefined || file instanceof Uint8Array).toBe(true);
    }),
    { numRuns: 500 },
  );
});
