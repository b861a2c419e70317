/** What a message of a stranger says stands in a record bounded and harmless, by either protocol. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { maxShownCharacters, shown } from '../system/isolated/sso/shown.ts';

test.each<[unknown, string]>([
  ['a\nb\u001b[31m\u202ec', 'a?b?[31m?c'],
  ['x'.repeat(500), 'x'.repeat(maxShownCharacters)],
  [undefined, 'none'],
  [{}, 'not text'],
  [7, '7'],
])('%j is shown as %j', (given, said) => {
  expect(shown(given)).toBe(said);
});

test.each(['oidc/identify.ts', 'saml/complete.ts', 'saml/leave.ts'])('%s shows what came in no other way', (file) => {
  const text = readFileSync(new URL(`../system/isolated/sso/${file}`, import.meta.url), 'utf8');
  expect(text).toMatch(/import \{ shown \} from '[./]+shown\.ts'/);
  expect(text).not.toMatch(/const shown =|algorithm\.slice/);
});
