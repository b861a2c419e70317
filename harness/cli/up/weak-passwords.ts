/** The passwords of break-glass accounts in a configuration, judged by the system's own rules before anything is started. */
import { type BreakGlassAccountName, breakGlassAccounts } from '../../fixtures/fixtures.ts';

export type WeakPassword = { readonly account: BreakGlassAccountName; readonly problem: string };

const inWords: Readonly<Record<string, string>> = {
  'password-too-short': 'must have more characters',
  'password-names-account': 'must not hold the name or the address of its account',
  'password-guessable': 'is easily guessed: a well-known word, a row of characters, a repetition, or too few different ones',
  'password-reused': 'is the password of the other account as well',
};

/** What a registration would refuse among the passwords that are given, by account; the others have those of the fixtures. Never a value. */
export async function weakPasswords(given: Readonly<Partial<Record<BreakGlassAccountName, string>>>): Promise<readonly WeakPassword[]> {
  const names = Object.keys(breakGlassAccounts) as BreakGlassAccountName[];
  if (!names.some((name) => given[name] !== undefined)) return [];
  // The system is loaded only when it is asked.
  const { breakGlassPasswordRefusal } = await import('../../target/reference/index.ts');
  const passwordOf = (name: BreakGlassAccountName): string => given[name] ?? breakGlassAccounts[name].password;
  return names.flatMap((account) => {
    const others = names.filter((name) => name !== account).map(passwordOf);
    const about = { account: { name: account, email: breakGlassAccounts[account].email }, others };
    const code = given[account] === undefined ? undefined : breakGlassPasswordRefusal(given[account], about);
    return code === undefined ? [] : [{ account, problem: inWords[code.split('.').at(-1) ?? ''] ?? `is refused with ${code}` }];
  });
}
