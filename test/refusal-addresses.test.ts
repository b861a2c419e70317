/** A refusal's code is the address of its rule: whoever reads one in a record finds the rule without a search. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { releasedEdgePolicy } from '../system/edge/index.ts';
import { releasedIsolatedPolicy } from '../system/isolated/policy.ts';
import type { RefusalCode } from '../system/kernel/rule.ts';
import { linkRules } from '../system/support-desk/index.ts';

const system = fileURLToPath(new URL('../system', import.meta.url));
const files = readdirSync(system, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts'));

const codesIn = (value: unknown): readonly RefusalCode[] => {
  if (Array.isArray(value)) return value.map(({ code }) => code);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(codesIn) : [];
};
const codes = [releasedEdgePolicy, releasedIsolatedPolicy, { linkRules }].flatMap(codesIn);

/** Where one table judges two artefacts, or one file serves all products. */
const elsewhere: Readonly<Record<string, string>> = {};

function standsIn(code: RefusalCode): string | undefined {
  const [part, artefact, reason] = code.split('.');
  // A part may have folders of its own, as `sso/oidc` and `sso/saml`, and a long table several files.
  const place = new RegExp(`(^|/)${part}/([a-z-]+/)?${artefact}(/rules(/[a-z-]+)?)?\\.ts$`);
  const other = artefact === 'uct' ? 'kernel/context-rules.ts' : elsewhere[`${part}.${artefact}`];
  const written = artefact === 'uct' ? `.uct.${reason}\`` : `code: '${code}'`;
  const found = other ? [other] : files.filter((path) => place.test(path));
  return found.find((path) => readFileSync(join(system, path), 'utf8').includes(written));
}

test('every refusal code leads to the file where its rule stands', () => {
  expect(codes.length).toBeGreaterThan(100);
  expect(codes.filter((code) => standsIn(code) === undefined)).toEqual([]);
});

test('a code that stands nowhere is noticed', () => {
  expect(standsIn('break-glass.login.made-up')).toBeUndefined();
  expect(standsIn('break-glass.elsewhere.password-wrong')).toBeUndefined();
});
