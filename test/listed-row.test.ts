/** The walk by which the checker of rows finds a row, and the search of the ingress, agree on every path of plain segments: two ways, one table (M-05, C-07). */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowsByPlace } from '../harness/checkers/listed-row.ts';
import { routeFor } from '../system/isolated/ingress/find-route.ts';
import { areOfOneForm, type Route } from '../system/isolated/ingress/route.ts';

const host = 'tracker.acme.isolated.test';
const segment = fc.constantFrom('issues', 'new', 'a1', 'close', ':id', ':other');
const pathOf = (segments: readonly string[]): string => `/${segments.join('/')}`;
const rowOf = (path: string): Route => ({ host, method: 'GET', path, to: 'tracker', access: 'session' });
/** As a table may be: no two rows of one form. */
const table = fc
  .array(fc.array(segment, { maxLength: 4 }).map(pathOf), { maxLength: 12 })
  .map((paths) => paths.filter((path, at) => !paths.slice(0, at).some((earlier) => areOfOneForm(earlier, path))).map(rowOf));
const asked = fc.record({
  host: fc.constantFrom(host, 'wiki.acme.isolated.test'),
  method: fc.constantFrom('GET', 'POST'),
  path: fc.array(fc.constantFrom('issues', 'new', 'a1', 'close', 'x'), { maxLength: 4 }).map(pathOf),
});

test('finds the row that the ingress finds, and none where it finds none', () => {
  fc.assert(
    fc.property(table, asked, (rows, place) => {
      expect(rowsByPlace(rows)(place)).toEqual(routeFor(rows, place));
    }),
    { numRuns: 2_000 },
  );
});
