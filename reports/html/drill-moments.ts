/** The moments of a drill that have a name of their own, and the durations between them that a reader asks for first (H-11, N-18). */
import type { Mark, ScenarioResult } from '../../harness/verdict/results.ts';

/** The names that a drill gives to `world.mark`; other names are shown too, but no duration is worked out from them. */
const drillMoments = {
  fault: 'fault-installed',
  noticed: 'lock-out-noticed',
  opened: 'break-glass-session-opened',
  saved: 'new-secret-saved',
  restored: 'single-sign-on-restored',
  closed: 'break-glass-session-closed',
  verified: 'audit-verified',
} as const;
export type DrillMoment = keyof typeof drillMoments;

export type Span = {
  readonly title: string;
  readonly fromMs: number;
  readonly toMs: number;
  readonly kind: 'locked-out' | 'break-glass' | 'plain';
};

/** When a named moment was first marked, in milliseconds since the epoch. */
const momentAt = (marks: readonly Mark[], moment: DrillMoment): number | undefined =>
  marks.find(({ name }) => name === drillMoments[moment])?.atMs;

/** A mark's name as a person reads it: `break-glass-session-opened` is `break-glass session opened`. */
export const momentInWords = (name: string): string =>
  name.replaceAll('-', ' ').replaceAll('break glass', 'break-glass').replaceAll('lock out', 'lock-out').replaceAll('sign on', 'sign-on');

const spans: readonly { readonly title: string; readonly from: DrillMoment; readonly to: DrillMoment; readonly kind: Span['kind'] }[] = [
  { title: 'Locked out', from: 'fault', to: 'restored', kind: 'locked-out' },
  { title: 'Break-glass session open', from: 'opened', to: 'closed', kind: 'break-glass' },
  { title: 'Until noticed', from: 'fault', to: 'noticed', kind: 'plain' },
  { title: 'From noticing to entry', from: 'noticed', to: 'opened', kind: 'plain' },
  { title: 'From entry to repair', from: 'opened', to: 'restored', kind: 'plain' },
];

/** The spans whose two ends were marked, in that order in time; what was not marked is not guessed. */
export const drillSpans = (marks: readonly Mark[]): readonly Span[] =>
  spans.flatMap(({ title, from, to, kind }) => {
    const [fromMs, toMs] = [momentAt(marks, from), momentAt(marks, to)];
    return fromMs === undefined || toMs === undefined || toMs < fromMs ? [] : [{ title, fromMs, toMs, kind }];
  });

/** Whether a scenario's marks make a drill: at least one of its spans has both ends. A fault alone, or a note of what was counted, makes none. */
export const isDrill = ({ marks }: Pick<ScenarioResult, 'marks'>): boolean => drillSpans(marks).length > 0;

/** The earliest first. */
export const inOrder = (marks: readonly Mark[]): readonly Mark[] => marks.toSorted((left, right) => left.atMs - right.atMs);
