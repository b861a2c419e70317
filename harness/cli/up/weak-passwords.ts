/** The passwords of break-glass accounts in a configuration, judged by the system's own rules before anything is started. */
import { type BreakGlassAccountName, breakGlassAccounts } from '../../fixtures/fixtures.ts';
import type { breakGlassPasswordRefusal } from '../../target/reference/index.ts';

export type WeakPassword = { readonly account: BreakGlassAccountName; readonly problem: string };

/** Each code of the password rules: one that is new does not compile until somebody says here what it asks for. */
const inWords: Readonly<Record<NonNullable<ReturnType<typeof breakGlassPasswordRefusal>>, string>> = {
  'break-glass.registration.password-too-short': 'must have more characters',
  'break-glass.registration.password-too-long': 'must have fewer characters',
  'break-glass.registration.password-names-account': 'must not hold the name or the address of its account',
  'break-glass.registration.password-guessable':
    'is easily guessed: a well-known word, a row of characters, a repetition, or too few different ones',
  'break-glass.registration.password-reused': 'is the password of the other account as well',
};

/** What a registration would refuse among the passwords that are given, by account; the others have those of the fixtures. Never a value. */
export async function weakPasswords(given: Readonly<Partial<Record<BreakGlassAccountName, string>>>): Promise<readonly WeakPassword[]> {
  const names = Object.keys(breakGlassAccounts) as BreakGlassAccountName[];
  if (!names.some((name) => given[name] !== undefined)) return [];
  // The system is loaded only when it is asked.
  const system = await import('../../target/reference/index.ts');
  const passwordOf = (name: BreakGlassAccountName): string => given[name] ?? breakGlassAccounts[name].password;
  return names.flatMap((account) => {
    const others = names.filter((name) => name !== account).map(passwordOf);
    const about = { account: { name: account, email: breakGlassAccounts[account].email }, others };
    const code = given[account] === undefined ? undefined : system.breakGlassPasswordRefusal(given[account], about);
    return code === undefined ? [] : [{ account, problem: inWords[code] }];
  });
}
