/** How often a connector was refused lately, and what is said when it was too often: one that loops is told to wait, and people outside are told once (N-07, N-01). */
import { Refusal } from '../../../kernel/refusal.ts';
import type { Alarm } from '../alarm.ts';
import { type Connector, managerOf } from '../connectors.ts';
import { mostRefused } from './rules.ts';
import type { Window } from './window.ts';

/** Within the window; what is older is forgotten when it matters. */
export function refusedLately(window: Window, connector: string): number {
  const count = window.refused(connector);
  return count >= mostRefused && window.forgetOld(connector) ? window.refused(connector) : count;
}

type Telling = { readonly window: Window; readonly alarm: Alarm };
type Refused = { readonly error: unknown; readonly reference: string };

/** What the mass-change guard stops is counted by the guard. */
export function noteRefusal({ window, alarm }: Telling, { name }: Connector, { error, reference }: Refused): void {
  if (!(error instanceof Refusal) || error.code.startsWith('directory.mass-change.')) return;
  window.noteRefused(name, reference);
  if (refusedLately(window, name) < mostRefused) return;
  alarm({
    event: 'directory.alarm.raised',
    code: 'directory.scim.refused-too-often',
    says: `The connector ${name} was refused ${mostRefused} times within an hour. Nothing more is done by it until that hour is over or an org admin resumes it.`,
    facts: { manager: managerOf(name) },
  });
}
