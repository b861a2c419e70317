/** Draws the live view: one line for each phase, and under the scenarios those that are running. */
import { duration, oneLine, type Paint, type Style, sentence, signs, verdictWord } from '../../reports/index.ts';
import { claimOf } from '../scenario/index.ts';
import type { VerdictKind } from '../verdict/results.ts';
import type { LiveState } from './live-state.ts';
import { type PhaseName, phaseNames } from './progress.ts';

type Run = readonly [text: string, style?: Style];
type Line = readonly Run[];

export type Size = { readonly columns: number; readonly rows: number };

const shown: readonly VerdictKind[] = ['pass', 'fail', 'error', 'inconclusive', 'skipped'];

/** Cut to the width, so that the terminal never wraps a line and the view can be drawn over. */
function fitted(line: Line, columns: number, paint: Paint): string {
  let left = Math.max(8, columns - 1);
  return line
    .map(([text, style]) => {
      const characters = [...text];
      const cut = characters.length > left ? `${characters.slice(0, Math.max(0, left - 1)).join('')}…` : text;
      const piece = left > 0 ? cut : '';
      left -= [...piece].length;
      return style === undefined || piece === '' ? piece : paint(style, piece);
    })
    .join('');
}

const counts = ({ ended, planned }: LiveState): Line => {
  const done = shown.reduce((sum, kind) => sum + (ended[kind] ?? 0), 0);
  const parts = shown.flatMap((kind): Run[] => (ended[kind] ? [['  '], [`${signs[kind]} ${ended[kind]} ${verdictWord[kind]}`, kind]] : []));
  return planned === 0 ? [] : [[`${done}/${planned}`], ...parts];
};

const time = (state: LiveState, name: PhaseName, nowMs: number): Run => {
  const phase = state.phases.get(name);
  const ms = phase ? (phase.endedAtMs ?? nowMs) - phase.startedAtMs : 0;
  return ms >= 1000 ? [`  ${duration(ms)}`, 'quiet'] : [''];
};

function phaseLine(state: LiveState, name: PhaseName, nowMs: number): Line {
  const phase = state.phases.get(name);
  const title = sentence(name).padEnd(20);
  if (!phase) return [[`    ${title}`, 'quiet']];
  const running = name === state.current;
  const detail: Line = name === 'scenarios' ? counts(state) : phase.detail === undefined ? [] : [[oneLine(phase.detail)]];
  const named: Run = running ? [title, 'strong'] : [title];
  return [['  '], running ? ['▸ ', 'strong'] : ['✔ ', 'pass'], named, ...detail, time(state, name, nowMs)];
}

const runningLine = (id: string, sinceMs: number, nowMs: number): Line => [
  [`      ${oneLine(claimOf(id))}`],
  [`  ${duration(nowMs - sinceMs)}`, 'quiet'],
];

/** The lines to be drawn now, never more than the screen holds and none wider than it. */
export function liveLines(state: LiveState, nowMs: number, { columns, rows }: Size, paint: Paint): readonly string[] {
  const room = Math.max(0, rows - phaseNames.length - 2);
  const running = [...state.running].map(([id, sinceMs]) => runningLine(id, sinceMs, nowMs));
  const beyond = running.length - room;
  const kept: readonly Line[] =
    beyond > 0 ? [...running.slice(0, Math.max(0, room - 1)), [[`      and ${beyond + 1} more`, 'quiet']]] : running;
  const lines = phaseNames.flatMap((name): readonly Line[] => [phaseLine(state, name, nowMs), ...(name === 'scenarios' ? kept : [])]);
  return lines.map((line) => fitted(line, columns, paint));
}
