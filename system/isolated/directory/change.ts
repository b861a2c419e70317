/** The one way in which people and groups are changed: measured, judged, recorded, and only then done, one change after the other (S10, N-08, B-11). */
import type { ChangeOrigin, DirectoryChange } from '../../kernel/directory.ts';
import type { AuditLog, Clock, Random } from '../../kernel/ports.ts';
import { newReference } from '../../kernel/reference.ts';
import { demand, type SafeFacts } from '../../kernel/refusal.ts';
import type { RefusalCode, RuleTable } from '../../kernel/rule.ts';
import type { SessionEnds } from '../../kernel/sessions.ts';
import { applyAll, type Stored } from './apply.ts';
import { recordsOf } from './change-records.ts';
import { type Earlier, type Loss, lossBy, massChangeFacts } from './mass-change/measure.ts';
import { guardsAgainst, type MassChangeFacts, withoutApproved } from './mass-change/rules.ts';

export type Intended = {
  readonly origin: ChangeOrigin;
  /** Who answers for it: a subject, an account, or `connector <name>`. */
  readonly actor: string;
  readonly peer: string;
  /** The reference of the request that it is part of. */
  readonly of?: string;
  readonly changes: readonly DirectoryChange[];
  /** Put on record with it, even when there is nothing else to be done. */
  readonly notes?: SafeFacts;
  /** What the same automation took away within its window. */
  readonly earlier?: Earlier;
  /** Done with it, or not at all. */
  readonly also?: () => void;
  /** An org admin looked at it and wants it: these rules of the guard are not asked. */
  readonly approved?: readonly RefusalCode[];
};
/** `loss`: with what followed from it by group rules. */
export type Changed = { readonly measured: MassChangeFacts; readonly loss: Loss };

export type Changing = {
  /** Nobody else plans or changes anything before `work` has ended: what was planned is what is done. */
  exclusively<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Within `exclusively`. Throws `Refusal` with a code of `directory.mass-change`; rejects when it cannot be recorded. Then nothing has changed. */
  change(intended: Intended): Promise<Changed>;
};
export type ChangingPorts = {
  readonly stored: Stored;
  readonly clock: Clock;
  readonly random: Random;
  readonly audit: AuditLog;
  readonly sessions: Pick<SessionEnds, 'endAllOf' | 'privilegesChanged'>;
  /** The steps, and those that follow from them by group rules. */
  withConsequences(changes: readonly DirectoryChange[]): readonly DirectoryChange[];
  /** After every change: whoever watches over the directory looks at it. */
  changed(): void;
};

export function changingIn(ports: ChangingPorts, table: RuleTable<MassChangeFacts>): Changing {
  const { stored, clock, random, audit, sessions } = ports;
  let last: Promise<unknown> = Promise.resolve();
  return {
    exclusively: (work) => {
      const mine = last.then(work);
      last = mine.catch(() => {});
      return mine;
    },
    change: async ({ origin, actor, peer, of, changes: wanted, earlier, approved, also, notes = {} }) => {
      const changes = origin === 'group-rules' ? wanted : ports.withConsequences(wanted);
      const loss = lossBy(stored, changes, stored.groups.members);
      const measured = massChangeFacts(stored, { origin, changes, ...(earlier ? { earlier } : {}) });
      const asked = withoutApproved(table, approved);
      demand(asked, measured, { ...massFacts(measured), problems: guardsAgainst(asked, measured).join(' ') });
      if (changes.length === 0 && also === undefined && Object.keys(notes).length === 0) return { measured, loss };
      const said = { event: 'directory.changed', code: 'allowed', actor, peer } as const;
      const common = { origin, ...notes, ...(of === undefined ? {} : { of }) };
      await Promise.all(
        recordsOf(changes).map((facts) => audit.append({ ...said, reference: newReference(random), facts: { ...common, ...facts } })),
      );
      const { ended, privilegesChanged } = applyAll(stored, changes, { nowMs: clock.now(), also });
      for (const subject of ended) sessions.endAllOf(subject, 'deactivated');
      for (const subject of privilegesChanged) sessions.privilegesChanged(subject);
      ports.changed();
      return { measured, loss };
    },
  };
}

/** Numbers only. */
const massFacts = ({ origin, ...numbers }: MassChangeFacts): SafeFacts => ({ origin, ...numbers });
