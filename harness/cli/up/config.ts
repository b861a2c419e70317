/** The file that changes the fixtures of `up`: one schema, every problem reported together, unknown keys refused. */
import ipaddr from 'ipaddr.js';
import { z } from 'zod';
import type { FixtureChanges } from '../../fixtures/fixture-changes.ts';
import { type BreakGlassAccountName, breakGlassAccounts, networks, people } from '../../fixtures/fixtures.ts';
import { driverNames } from '../../idp/index.ts';
import { largestSeed } from '../option-values.ts';
import { UsageError } from '../usage-error.ts';
import { readJsonFile } from './config-file.ts';
import { problemInWords } from './config-problems.ts';
import { weakPasswords } from './weak-passwords.ts';

const password = z.string().min(8).max(128);
/** As long as the system asks for; what else it asks for, it is asked itself. */
const breakGlassPassword = z.string().min(14).max(128);
const partial = <Name extends string, Value extends z.ZodType>(names: readonly Name[], value: Value) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, value.optional()])) as Record<Name, z.ZodOptional<Value>>);

const contains = (range: string, address: string): boolean => {
  const [base, prefix] = ipaddr.parseCIDR(range);
  const host = ipaddr.parse(address);
  return base.kind() === host.kind() && host.match(base, prefix);
};
const isRange = (text: string): boolean => ipaddr.isValidCIDR(text) && ipaddr.parseCIDR(text)[1] > 0;
const ranges = z
  .array(z.string().refine(isRange, 'must be a range like 127.16.0.0/24, and not one that holds every address'))
  .min(1)
  .refine((given) => given.filter(isRange).some((range) => contains(range, networks.hq)), {
    error: `must hold ${networks.hq}, the network hq: from there the break-glass accounts are registered at the start`,
    when: ({ value }) => Array.isArray(value) && value.every((range) => typeof range === 'string'),
  });

export const upConfigSchema = z.strictObject({
  idp: z
    .enum(['auto', ...driverNames])
    .optional()
    .describe('which identity provider; the option --idp comes before it'),
  seed: z.int().min(0).max(largestSeed).optional().describe('what every random choice is drawn from; the option --seed comes before it'),
  passwords: partial(Object.keys(people) as (keyof typeof people)[], password)
    .optional()
    .describe('of people, at the identity provider'),
  breakGlassPasswords: partial(Object.keys(breakGlassAccounts) as (keyof typeof breakGlassAccounts)[], breakGlassPassword)
    .optional()
    .describe('of break-glass accounts; part of neither name nor address, and not easily guessed'),
  breakGlassRanges: ranges.optional().describe(`from where break-glass may be used (CIDR); must hold ${networks.hq}`),
});
export type UpConfig = z.infer<typeof upConfigSchema>;

/** Reads and judges the file. Rejects with `UsageError`: what cannot be read, what is no JSON, or all problems at once, never with a value that was given. */
export async function readUpConfig(path: string): Promise<UpConfig> {
  const given = await readJsonFile(path);
  const parsed = upConfigSchema.safeParse(given);
  const weak = await weakPasswords(longEnough(given));
  if (parsed.success && weak.length === 0) return parsed.data;
  const issues = parsed.success ? [] : parsed.error.issues;
  const problems = [
    ...issues.map((issue) => {
      const facts = { given: standingAt(given, issue.path), known: namesAt(issue.path) };
      return `  ${issue.path.join('.') || '(the whole)'}: ${problemInWords(issue, facts)}`;
    }),
    ...weak.map(({ account, problem }) => `  breakGlassPasswords.${account}: ${problem}`),
  ];
  throw new UsageError(
    `the configuration ${path} has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}:\n${problems.join('\n')}\nThe schema: npx tempered up --help`,
  );
}

/** The break-glass passwords that the schema has nothing against, whatever else is wrong. */
const longEnough = (given: unknown): Readonly<Partial<Record<BreakGlassAccountName, string>>> =>
  Object.fromEntries(
    Object.keys(breakGlassAccounts).flatMap((name) => {
      const { data } = breakGlassPassword.safeParse(standingAt(given, ['breakGlassPasswords', name]));
      return data === undefined ? [] : [[name, data]];
    }),
  );

const standingAt = (given: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce((value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined), given);

/** The names that may stand at a place of the configuration. */
function namesAt([first]: readonly PropertyKey[]): readonly string[] {
  if (first === 'passwords') return Object.keys(people);
  return Object.keys(first === 'breakGlassPasswords' ? breakGlassAccounts : upConfigSchema.shape);
}

export const fixtureChanges = ({ passwords, breakGlassPasswords, breakGlassRanges }: UpConfig): FixtureChanges => ({
  ...(passwords ? { passwords: given(passwords) } : {}),
  ...(breakGlassPasswords ? { breakGlassPasswords: given(breakGlassPasswords) } : {}),
  ...(breakGlassRanges ? { breakGlassRanges } : {}),
});

/** Without the keys that stand there with no value. */
const given = <Name extends string>(values: Readonly<Partial<Record<Name, string | undefined>>>): Partial<Record<Name, string>> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<Record<Name, string>>;
