/** A table for people: columns side by side, cells that are too long go on in the next line, nothing wider than the terminal; in a pipe one line for each row. */

export type Column<Row> = {
  readonly title: string;
  /** The widest that it gets where the width is bounded; the last column takes what is left. */
  readonly most?: number;
  cell(row: Row): string;
};

const gap = '  ';
/** How far a last cell stands in that has a line of its own. */
const indent = '    ';

/** Text that is read: 80 columns where nobody says otherwise, and never more than 120: longer lines are hard to read. */
export const terminalWidth = (): number => Math.min(120, Math.max(60, process.stdout.columns ?? 80));

/** A table in a pipe is for programs like grep: one line for each row, unless COLUMNS says how wide it may be. */
export function tableWidth({ COLUMNS: wanted = '' }: Readonly<Record<string, string | undefined>> = process.env): number {
  if (process.stdout.isTTY) return terminalWidth();
  return /^[1-9][0-9]{1,3}$/.test(wanted) ? Math.max(60, Number(wanted)) : Number.POSITIVE_INFINITY;
}

/** One line of titles, then the rows; an empty list gives the titles only. No word is broken that fits in a line: where the last column is too narrow for a word, that cell stands beneath. */
export function table<Row>(columns: readonly Column<Row>[], rows: readonly Row[], width = tableWidth()): string {
  const lines = [columns.map(({ title }) => title.toUpperCase()), ...rows.map((row) => columns.map(({ cell }) => cell(row)))];
  const widths = columnWidths(columns, lines, width);
  const tooNarrow = (cells: readonly string[]): boolean => longestWord(cells.slice(-1)) > (widths.at(-1) ?? 0);
  return lines.flatMap((cells) => (tooNarrow(cells) ? oneBeneath(cells, widths, width) : besideEachOther(cells, widths))).join('\n');
}

const longestWord = (texts: readonly string[]): number =>
  Math.max(0, ...texts.flatMap((text) => text.split(' ')).map(({ length }) => length));

function columnWidths<Row>(columns: readonly Column<Row>[], lines: readonly (readonly string[])[], width: number): readonly number[] {
  const wanted = columns.map(({ most = width }, index) => {
    const cells = lines.map((cells) => cells[index] ?? '');
    const longest = Math.max(...cells.map(({ length }) => length));
    return Number.isFinite(width) ? Math.min(Math.max(most, longestWord(cells)), longest) : longest;
  });
  const taken = wanted.slice(0, -1).reduce((sum, each) => sum + each + gap.length, 0);
  const last = Math.min(wanted.at(-1) ?? 0, Math.max(12, width - taken));
  return [...wanted.slice(0, -1), last];
}

const besideEachOther = (cells: readonly string[], widths: readonly number[]): readonly string[] =>
  sideBySide(
    cells.map((cell, column) => wrapped(cell, widths[column] ?? 1)),
    widths,
  );

const oneBeneath = (cells: readonly string[], widths: readonly number[], width: number): readonly string[] => [
  ...besideEachOther(cells.slice(0, -1), widths),
  ...wrapped(cells.at(-1) ?? '', width - indent.length).map((line) => indent + line),
];

function sideBySide(cells: readonly (readonly string[])[], widths: readonly number[]): readonly string[] {
  const height = Math.max(1, ...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    cells
      .map((lines, column) => (lines[line] ?? '').padEnd(widths[column] ?? 0))
      .join(gap)
      .trimEnd(),
  );
}

/** Breaks at spaces, and within a word only where it is longer than a line: there after a slash, if it has one. */
export function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((each) => pieces(each, width))) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

function pieces(word: string, width: number): readonly string[] {
  if (word.length <= width) return [word];
  const slash = word.lastIndexOf('/', width - 1);
  const at = slash > 0 ? slash + 1 : width;
  return [word.slice(0, at), ...pieces(word.slice(at), width)];
}
