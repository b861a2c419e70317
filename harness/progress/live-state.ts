/** What the live view shows: the phases, the scenarios that are running, and how those that ended came out. */
import type { ScenarioResult, VerdictKind } from '../verdict/results.ts';
import type { PhaseName } from './progress.ts';

type PhaseState = { readonly detail?: string; readonly startedAtMs: number; readonly endedAtMs?: number };

export type LiveState = {
  readonly phases: ReadonlyMap<PhaseName, PhaseState>;
  readonly current?: PhaseName;
  readonly planned: number;
  readonly ended: Readonly<Partial<Record<VerdictKind, number>>>;
  /** Scenario id to when it started, in milliseconds. */
  readonly running: ReadonlyMap<string, number>;
};

export const freshState: LiveState = { phases: new Map(), planned: 0, ended: {}, running: new Map() };

/** A phase begins; the one before it is over. Entered again, a phase keeps its start. */
export function entered(state: LiveState, name: PhaseName, detail: string | undefined, nowMs: number): LiveState {
  const phases = new Map(state.phases);
  const before = state.current === undefined ? undefined : phases.get(state.current);
  if (state.current !== undefined && before) phases.set(state.current, { ...before, endedAtMs: nowMs });
  const known = detail ?? phases.get(name)?.detail;
  phases.set(name, { startedAtMs: phases.get(name)?.startedAtMs ?? nowMs, ...(known === undefined ? {} : { detail: known }) });
  return { ...state, phases, current: name };
}

/** A scenario begins. */
export const started = (state: LiveState, id: string, nowMs: number): LiveState => ({
  ...state,
  running: new Map(state.running).set(id, nowMs),
});

/** A scenario ended, or was skipped without a start. */
export function endedWith(state: LiveState, { id, verdict }: Pick<ScenarioResult, 'id' | 'verdict'>): LiveState {
  const running = new Map(state.running);
  running.delete(id);
  return { ...state, running, ended: { ...state.ended, [verdict.kind]: (state.ended[verdict.kind] ?? 0) + 1 } };
}

/** The run is over: no phase is the current one. */
export function finished(state: LiveState, nowMs: number): LiveState {
  const { current, ...rest } = state;
  const last = current === undefined ? undefined : state.phases.get(current);
  const phases = new Map(state.phases);
  if (current !== undefined && last) phases.set(current, { ...last, endedAtMs: nowMs });
  return { ...rest, phases };
}
