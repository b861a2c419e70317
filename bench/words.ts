/** The readings as a table for people. */
import { type Column, table } from '../harness/cli/table.ts';
import { isMet, type Measured, type Reading, type Target, type Unit } from './figure.ts';

/** `loadBefore`: the load average of the last minute when the figure began, which says how much else went on. */
export type Answered = { readonly figure: string; readonly loadBefore: number; readonly readings: readonly Reading[] };
type Row = { readonly figure: string; readonly reading: Reading };

const digits: Readonly<Record<Unit, number>> = { s: 1, ms: 1, MB: 1, '1/s': 0, ratio: 3, AUC: 3, share: 2 };

/** `0.152`, `5.5 s`: as many digits as the unit deserves. */
export const amount = (value: number, unit: Unit): string =>
  `${value.toFixed(digits[unit])}${unit === 'ratio' || unit === 'AUC' || unit === 'share' ? '' : ` ${unit}`}`;

export function inWords({ atLeast, atMost }: Target): string {
  if (atLeast !== undefined && atMost !== undefined) return `${atLeast}–${atMost}`;
  return atMost !== undefined ? `≤ ${atMost}` : `≥ ${atLeast}`;
}

const measured =
  (show: (reading: Measured) => string) =>
  ({ reading }: Row) =>
    'notMeasured' in reading ? '' : show(reading);
const met = (reading: Measured): string => {
  const verdict = isMet(reading);
  return verdict === undefined ? '' : verdict ? 'met' : 'missed';
};

const columns: readonly Column<Row>[] = [
  { title: 'figure', cell: ({ figure }) => figure },
  { title: 'what', most: 44, cell: ({ reading }) => reading.what },
  { title: 'median', cell: ({ reading }) => ('notMeasured' in reading ? 'not measured' : amount(reading.spread.median, reading.unit)) },
  {
    title: 'least–most',
    cell: measured(({ spread, unit }) => `${spread.least.toFixed(digits[unit])}–${spread.most.toFixed(digits[unit])}`),
  },
  { title: 'MAD', cell: measured(({ spread, unit }) => spread.deviation.toFixed(digits[unit])) },
  { title: 'n', cell: measured(({ spread }) => String(spread.samples)) },
  { title: 'target', cell: measured(({ target }) => (target ? inWords(target) : '')) },
  { title: '', cell: measured(met) },
];

/** The table, and below it what must be known to read it: notes, and why something was not measured. */
export function tableOf(answers: readonly Answered[], { cores, width }: { readonly cores: number; readonly width?: number }): string {
  const rows = answers.flatMap(({ figure, readings }) => readings.map((reading) => ({ figure, reading })));
  const loads = answers.map(({ figure, loadBefore }) => `${figure} ${loadBefore.toFixed(1)}`).join(', ');
  const notes = rows.flatMap(({ figure, reading }) => noteOf(reading).map((note) => `${figure}, ${reading.what}: ${note}`));
  return [
    table(columns, rows, width),
    '',
    `load average before each figure, on ${cores} cores (above that, others wanted the machine too; compare ratios and not seconds): ${loads}`,
    ...notes,
  ]
    .join('\n')
    .trimEnd();
}

const noteOf = (reading: Reading): readonly string[] =>
  'notMeasured' in reading ? [`not measured: ${reading.notMeasured}`] : reading.note === undefined ? [] : [reading.note];
