/** The probe's own browser forgets a cookie that was taken away, as every browser does. RFC 6265 §5.3. */
import { expect, test } from 'vitest';
import { isGone } from '../harness/idp-probe/visitor.ts';

const nowMs = Date.parse('2026-11-22T12:00:00Z');

test.each([
  ['_session=; Max-Age=0; Path=/', true],
  ['_session=; path=/; max-age=-1', true],
  ['_session=; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Path=/', true],
  ['_session=; path=/; expires=Sun, 22 Nov 2026 12:00:00 GMT', true],
  ['_session=x; Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT', false],
  ['_session=x; Expires=Sun, 22 Nov 2026 12:00:01 GMT', false],
  ['_session=x; Path=/; HttpOnly', false],
  ['_session=max-age=0; Path=/', false],
])('%s: gone %s', (line, gone) => {
  expect(isGone(line, nowMs)).toBe(gone);
});
