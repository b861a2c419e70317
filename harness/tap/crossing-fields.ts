/** Takes a crossing apart into the fields that the table of crossings speaks of. */
import type { Crossing } from '../../system/kernel/ports.ts';

/** `line`, `header:<name>`, `body.form:<name>`, `body.json:<key>`, or `body`. The text has one character for each byte. */
export type CrossingField = { readonly field: string; readonly text: string };

/** All fields. The whole body is always one of them, last, so that nothing hides between the others. */
export function fieldsOf(crossing: Crossing): readonly CrossingField[] {
  const [line = '', ...headers] = latin1(Buffer.from(crossing.head)).split(/\r?\n/);
  const body = latin1(crossing.body);
  return [
    { field: 'line', text: line },
    ...headers.filter(Boolean).map(headerField),
    ...partsOf(body, headers),
    { field: 'body', text: body },
  ];
}

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

function headerField(header: string): CrossingField {
  const name = header.split(':', 1)[0] ?? '';
  return { field: `header:${name.trim().toLowerCase()}`, text: header };
}

function partsOf(body: string, headers: readonly string[]): readonly CrossingField[] {
  const type = headers.find((header) => /^content-type:/i.test(header)) ?? '';
  if (/application\/x-www-form-urlencoded/i.test(type)) return body.split('&').map(formField);
  return /[/+]json\b/i.test(type) ? jsonFields(body) : [];
}

function formField(pair: string): CrossingField {
  const [name = ''] = new URLSearchParams(pair).keys();
  return { field: `body.form:${name}`, text: pair };
}

function jsonFields(body: string): readonly CrossingField[] {
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
    return Object.entries(value).map(([key, inside]) => ({ field: `body.json:${key}`, text: JSON.stringify({ [key]: inside }) }));
  } catch {
    return []; // no JSON after all: the whole body is judged anyway
  }
}
