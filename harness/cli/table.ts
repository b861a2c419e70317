/** A table for people: columns side by side, cells that are too long go on in the next line, nothing wider than the terminal. */

export type Column<Row> = {
  readonly title: string;
  /** The widest that it gets; the last column takes what is left. */
  readonly most?: number;
  cell(row: Row): string;
};

const gap = '  ';

/** 80 columns where nobody says otherwise, and never more than 120: longer lines are hard to read. */
export const terminalWidth = (): number => Math.min(120, Math.max(60, process.stdout.columns ?? 80));

/** One line of titles, then the rows; an empty list gives the titles only. */
export function table<Row>(columns: readonly Column<Row>[], rows: readonly Row[], width = terminalWidth()): string {
  const widths = columnWidths(columns, rows, width);
  const lines = [columns.map(({ title }) => title.toUpperCase()), ...rows.map((row) => columns.map(({ cell }) => cell(row)))];
  return lines
    .flatMap((cells) =>
      sideBySide(
        cells.map((cell, column) => wrapped(cell, widths[column] ?? 1)),
        widths,
      ),
    )
    .join('\n');
}

function columnWidths<Row>(columns: readonly Column<Row>[], rows: readonly Row[], width: number): readonly number[] {
  const wanted = columns.map(({ title, most = width, cell }) =>
    Math.min(most, Math.max(title.length, ...rows.map((row) => cell(row).length))),
  );
  const taken = wanted.slice(0, -1).reduce((sum, each) => sum + each + gap.length, 0);
  const last = Math.min(wanted.at(-1) ?? 0, Math.max(12, width - taken));
  return [...wanted.slice(0, -1), last];
}

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
