/** What a zone's own process and the harness say to each other over the child's channel. */
import type { Crossing } from '../../../system/index.ts';
import type { ClockState } from '../../ports/world-clock.ts';
import type { AskedName } from '../../tap/name-guard.ts';
import type { DeclaredSocket, UndeclaredSocket } from '../../tap/socket-guard.ts';
import type { ZoneName, ZoneSetups } from './zone.ts';

/** The first question that a zone's process is asked, as the one parameter of `open`. */
export type Opening = {
  readonly [Name in ZoneName]: { readonly zone: Name; readonly setup: ZoneSetups[Name]; readonly clock: ClockState };
}[ZoneName];

export type Question = { readonly id: number; readonly method: string; readonly parameters: readonly unknown[] };
export type Answer =
  | { readonly id: number; readonly gives: unknown }
  | { readonly id: number; readonly problem: { readonly name: string; readonly message: string } };

/** Said without being asked, in the order in which it happened. */
export type Report =
  | { readonly report: 'heard'; readonly crossing: Crossing }
  | { readonly report: 'info' | 'error'; readonly message: string }
  | { readonly report: 'audited'; readonly head: string };

/** What the guards of the zone's process noted since they were asked last: the answer to `settled`. */
export type GuardNotes = {
  readonly declared: readonly DeclaredSocket[];
  readonly undeclared: readonly UndeclaredSocket[];
  readonly asked: readonly AskedName[];
};
