/** The search for thousands of markers at once: it finds what a search for each of them finds, in one pass. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markersIn } from '../harness/tap/marker-search.ts';
import { type Marker, shortestMarker } from '../harness/tap/markers.ts';
import { occurringIn } from '../harness/tap/occurring.ts';

const named = (values: readonly string[]): readonly Marker[] =>
  values.map((value, index): Marker => ({ whose: String(index), class: 'session-cookie', value }));
const letters = fc.constantFrom('a', 'b', 'é', '\u0000');
const values = fc.array(fc.string({ unit: letters, minLength: shortestMarker, maxLength: 12 }), { maxLength: 40 });

test('it finds what a search for each finds, from the first character to the last', () => {
  fc.assert(
    fc.property(values, fc.string({ unit: letters, maxLength: 300 }), fc.nat({ max: 39 }), (given, around, index) => {
      const markers = named(given);
      const text = `${around.slice(0, index)}${given[index] ?? ''}${around.slice(index)}${given[0] ?? ''}`;
      expect(new Set(occurringIn(markers)(text))).toEqual(new Set(markers.filter(({ value }) => text.includes(value))));
    }),
  );
});

const many = named(Array.from({ length: 3_000 }, (_, index) => createHash('sha256').update(`${index}`).digest('base64url')));

test('among thousands each is found, in whatever encoding and case', () => {
  const [one = '', other = '', third = ''] = [17, 2_999, 1_234].map((index) => many[index]?.value);
  const text = `note ${encodeURIComponent(one)} ${Buffer.from(`x${other}`).toString('base64')} and ${third.toUpperCase()}`;
  expect(new Set(markersIn(text, many).map(({ marker }) => marker.whose))).toEqual(new Set(['17', '2999', '1234']));
});

test('a marker inside a longer one is not counted there, however many there are', () => {
  const longer: Marker = { whose: 'longer', class: 'email', value: `${many[5]?.value}@acme.test` };
  const whose = (text: string): readonly string[] => markersIn(text, [...many, longer]).map(({ marker }) => marker.whose);
  expect(whose(`x ${longer.value} x`)).toEqual(['longer']);
  expect(whose(`x ${longer.value} x ${many[5]?.value}`)).toEqual(['longer', '5']);
});
