/** The first line of an HR feed: the columns that were agreed on, and what is told of others (N-05). Threat: a file of something else, whose first line already names people, and which is repeated on a page and in a record (I-11). RFC 4180 §2. */

export const hrColumns = ['employee_id', 'user_name', 'email', 'display_name', 'department', 'title', 'status'] as const;
/** A feed may have these, too, all the way: each field a day or empty. */
export const hrDateColumns = ['start_date', 'end_date'] as const;

export const datedHeader: readonly string[] = [...hrColumns, ...hrDateColumns];
/** The one of the agreed headers that this line is, letter by letter. */
export const agreedHeader = (line: readonly string[]): readonly string[] | undefined =>
  [hrColumns, datedHeader].find((each) => each.join() === line.join());

const mostTold = 12;
const separators: readonly (readonly [string, string])[] = [
  [';', 'semicolons'],
  ['\t', 'tabs'],
  ['|', 'vertical bars'],
];
const fewKnown = 2;

/** Expected and found, for whoever has to repair it: columns that are known by their names, any other by its number alone. Empty where there is no line. */
export function headerInWords(line: readonly string[]): string {
  if (line.length === 0) return '';
  const separated = line.length === 1 ? separatorOf(line[0] ?? '') : undefined;
  const found = separated === undefined ? foundIn(line) : `the columns are separated by ${separated}, and commas are expected`;
  return `line 1: expected ${hrColumns.join(',')}, and where there are dates ${hrDateColumns.join(',')} behind them; ${found}`;
}

const isKnown = (text: string): boolean => datedHeader.includes(text);

function separatorOf(text: string): string | undefined {
  const [, name] = separators.find(([separator]) => text.split(separator).filter(isKnown).length >= fewKnown) ?? [];
  return name;
}

function foundIn(line: readonly string[]): string {
  const told = line.slice(0, mostTold).map((text, index) => (isKnown(text) ? text : `column ${index + 1}, which ${unlike(text)}`));
  const more = line.length > mostTold ? ` and ${line.length - mostTold} more` : '';
  return `found ${told.join('; ')}${more}`;
}

const unlike = (text: string): string => {
  const plain = text.trim().toLowerCase();
  return isKnown(plain) ? `is ${plain} written otherwise` : 'is none of these';
};
