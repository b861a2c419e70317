/** A terminal that understands as much as the live view uses, and says what a person would see on it. */
import type { Screen } from '../../harness/progress/index.ts';

export type SeenScreen = Screen & {
  /** What stands on the screen now, line by line, without colours. */
  lines(): readonly string[];
  /** Everything that was ever written, as it was. */
  raw(): string;
};

/** Refuses control sequences that it does not know, so that a test notices a new one. */
export function terminalScreen({
  columns = 80,
  rows = 24,
  isTTY = true,
}: {
  columns?: number;
  rows?: number;
  isTTY?: boolean;
} = {}): SeenScreen {
  const seen: string[] = [''];
  let row = 0;
  let everything = '';
  const control = (sequence: string): void => {
    const up = /^\[(\d+)A$/.exec(sequence);
    if (up) row = Math.max(0, row - Number(up[1]));
    else if (sequence === '[0J') seen.splice(row, seen.length, '');
    else if (!/^\[[\d;]*m$/.test(sequence)) throw new RangeError(`an unknown control sequence: ${sequence}`);
  };
  const plain = (text: string): void => {
    for (const character of text) {
      if (character === '\n') {
        row += 1;
        seen[row] ??= '';
      } else if (character !== '\r') seen[row] = `${seen[row] ?? ''}${character}`;
    }
  };
  return {
    isTTY,
    columns,
    rows,
    write(text) {
      everything += text;
      for (const [index, part] of text.split('\u001b').entries()) {
        const sequence = index === 0 ? '' : (/^\[[\d;]*[A-Za-z]/.exec(part)?.[0] ?? '[?');
        if (index > 0) control(sequence);
        plain(part.slice(sequence.length));
      }
    },
    lines: () => seen,
    raw: () => everything,
  };
}
