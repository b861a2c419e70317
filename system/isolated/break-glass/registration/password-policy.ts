/** Facts about a new password: long enough and not what a guesser tries first. No rules of composition. NIST SP 800-63B-4 §3.1.1.2. */

import { type CodeOf, judge } from '../../../kernel/rule.ts';
import type { PasswordHashing } from '../password-hashing.ts';
import type { Account } from '../stored/accounts.ts';
import { passwordRules, type RegistrationFacts } from './rules.ts';

/** Stems of the passwords that every published list begins with; compared after look-alike digits are read as letters. */
const commonStems = [
  'password',
  'passphrase',
  'qwertyuiop',
  'letmein',
  'iloveyou',
  'administrator',
  'changeme',
  'welcome',
  'breakglass',
  'abcdefghij',
];
const fewestDistinct = 6;

const readAsLetters = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[013457@$]/g, (one) => ({ 0: 'o', 1: 'l', 3: 'e', 4: 'a', 5: 's', 7: 't', '@': 'a', $: 's' })[one] ?? one)
    .replaceAll(/[^\p{L}]/gu, '');

/** Each character the same step from the one before: `12345678901234`, `zyxwv…`, `aaaa…`. */
const isRun = (points: readonly number[]): boolean => {
  const steps = points.slice(1).map((point, index) => point - (points[index] ?? 0));
  return new Set(steps.map((step) => ((step % 10) + 10) % 10)).size <= 1;
};

/** A whole shorter text written again and again. */
const isRepeated = (text: string): boolean => text.length > 1 && (text + text).indexOf(text, 1) < text.length;

export function isGuessable(password: string): boolean {
  const points = [...password].map((character) => character.codePointAt(0) ?? 0);
  const letters = readAsLetters(password);
  const aroundAStem = commonStems.some((stem) => letters.includes(stem) && letters.length - stem.length < 8);
  return new Set(points).size < fewestDistinct || isRun(points) || isRepeated(password) || aroundAStem;
}

const bare = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
/** Names that are long enough to weaken a password that is built around them, however they are spaced. */
const telling = (names: readonly string[]): readonly string[] => names.map(bare).filter((name) => name.length >= 4);

type Named = Pick<Account, 'name' | 'email'>;

function factsByItself(password: string, account: Named | undefined): Omit<RegistrationFacts['password'], 'reused'> {
  const names = telling(account ? [account.name, account.email, account.email.split('@')[0] ?? ''] : []);
  return {
    length: [...password.normalize('NFC')].length,
    namesAccount: names.some((name) => bare(password).includes(name)),
    guessable: isGuessable(password),
  };
}

/** The code with which a registration would refuse this password; undefined when it would not. `others` are the passwords of the other accounts. */
export function passwordRefusal(
  password: string,
  { account, others }: { readonly account: Named; readonly others: readonly string[] },
): CodeOf<typeof passwordRules> | undefined {
  const judged = judge(passwordRules, { password: { ...factsByItself(password, account), reused: others.includes(password) } });
  return judged.allowed ? undefined : judged.code;
}

/** `account` is undefined when the link opened none: then nothing is hashed. Otherwise each stored hash is compared once. */
export async function passwordFacts(
  password: string,
  {
    account,
    all,
    hashing,
    hashes,
  }: {
    readonly account: Account | undefined;
    readonly all: readonly Account[];
    readonly hashing: PasswordHashing;
    readonly hashes: boolean;
  },
): Promise<RegistrationFacts['password']> {
  const stored = hashes ? all.flatMap(({ registered }) => registered?.passwordHash ?? []) : [];
  const compared = await Promise.all(stored.map((hash) => hashing.matches(hash, password)));
  return { ...factsByItself(password, account), reused: compared.includes(true) };
}
