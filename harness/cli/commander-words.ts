/** Says what the command-line library has to say as this program says everything: one line, the word that was wrong, and what would have been right. */
import type { Command } from 'commander';

type Form = { readonly of: RegExp; says(found: Readonly<Record<string, string | undefined>>, command: Command): string };

/** Of commander 15, each by its whole text; what none of them fits is passed on as it is. */
const forms: readonly Form[] = [
  {
    of: /^unknown option '(?<option>[^']*)'(?: \(Did you mean (?<near>.+)\?\))?$/,
    says: ({ option, near }, command) => `there is no option ${option} of ${command.name()}${near ? ` (did you mean ${near}?)` : ''}`,
  },
  {
    of: /^option '(?<flags>[^']*)' argument missing$/,
    says: ({ flags = '' }, command) => `${flagOf(flags)} needs a value after it: ${valuesOf(command, flags)}`,
  },
  {
    of: /^option '(?<flags>[^']*)' argument '(?<value>.*)' is invalid\. (?<why>.+)$/s,
    says: ({ flags = '', value, why }) => `${flagOf(flags)} ${value === '' ? "''" : value}: ${lowered(why)}`,
  },
  {
    of: /^command-argument value '(?<value>.*)' is invalid for argument '[^']*'\. (?<why>.+)$/s,
    says: ({ value, why }, command) => `${command.name()} ${value}: ${lowered(why)}`,
  },
  {
    of: /^too many arguments(?: for '[^']*')?\. Expected (?<most>\d+) arguments? but got (?<given>\d+)(?:: .*)?\.$/,
    says: ({ most, given }, command) =>
      `${command.name()} takes ${most === '0' ? 'no word' : most === '1' ? 'one word' : `${most} words`} after it, and got ${given}`,
  },
];

/** `text` is the library's message about `command`. */
export function inHouseForm(text: string, command: Command): string {
  const message = text
    .trim()
    .replace(/^error: /, '')
    .replaceAll(/\s*\n\s*/g, ' ');
  for (const { of, says } of forms) {
    const found = of.exec(message);
    if (found) return says(found.groups ?? {}, command);
  }
  return message;
}

const flagOf = (flags: string): string => /--[a-z-]+/.exec(flags)?.[0] ?? flags;
const lowered = (why = ''): string => `${why.charAt(0).toLowerCase()}${why.slice(1).replace(/\.$/, '')}`;

/** The valid words where they are few, else what kind of value it is: `<file>`. */
function valuesOf(command: Command, flags: string): string {
  const choices = command.options.find((option) => option.flags === flags)?.argChoices;
  return choices?.join(', ') ?? /<[a-z]+>/.exec(flags)?.[0] ?? 'a value';
}
