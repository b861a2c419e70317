/** Judges session limits that an org admin proposes: whole numbers, within the bounds of the deployment, idle not beyond absolute (M-10, K-04). Threat: a limit that is none. */
import type { CodeOf, RuleTable } from '../../kernel/rule.ts';
import type { Bounds, SessionBounds, SessionLimits } from '../../kernel/sessions.ts';

/** A value that is no whole number is undefined. */
export type SettingsFacts = {
  readonly allWhole: boolean;
  readonly proposed: Readonly<Record<keyof SessionLimits, number | undefined>>;
  readonly bounds: SessionBounds;
};

const within = (value: number | undefined, { least, most }: Bounds): boolean => value !== undefined && value >= least && value <= most;

export const settingsRules = [
  { code: 'session.settings.not-a-whole-number', cites: ['M-10'], holds: (f) => f.allWhole },
  {
    code: 'session.settings.absolute-out-of-bounds',
    cites: ['M-10', 'K-04', 'NIST SP 800-63B-4 §2.2.3'],
    holds: (f) => within(f.proposed.absoluteSeconds, f.bounds.absoluteSeconds),
    reads: { within },
  },
  {
    code: 'session.settings.idle-out-of-bounds',
    cites: ['M-10', 'K-04', 'NIST SP 800-63B-4 §2.2.3'],
    holds: (f) => within(f.proposed.idleSeconds, f.bounds.idleSeconds),
    reads: { within },
  },
  {
    code: 'session.settings.idle-beyond-absolute',
    cites: ['K-04'],
    holds: (f) => (f.proposed.idleSeconds ?? 0) <= (f.proposed.absoluteSeconds ?? 0),
  },
  {
    code: 'session.settings.number-out-of-bounds',
    cites: ['M-10', 'NIST SP 800-53 AC-10'],
    holds: (f) => within(f.proposed.perPerson, f.bounds.perPerson),
    reads: { within },
  },
] as const satisfies RuleTable<SettingsFacts>;
export type SettingsRefusal = CodeOf<typeof settingsRules>;
