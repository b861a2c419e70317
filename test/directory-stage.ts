/** A directory by itself, with everything by which it is changed, and what it records, ends and mails. */
import { adminWatch, alarmBy } from '../system/isolated/directory/alarm.ts';
import { changingIn } from '../system/isolated/directory/change.ts';
import { createDirectory, newUser } from '../system/isolated/directory/directory.ts';
import { activeRulesIn } from '../system/isolated/directory/group-rules/active-rules.ts';
import { massChangeRules } from '../system/isolated/directory/mass-change/rules.ts';
import type { DirectoryChange, DirectoryUser } from '../system/kernel/directory.ts';
import type { AuditEntry } from '../system/kernel/ports.ts';
import { sqliteStore } from '../system/kernel/store.ts';
import { manualClock, silentLog, systemRandom } from './manual-ports.ts';

export function directoryStage() {
  const clock = manualClock(1_000_000);
  const records: AuditEntry[] = [];
  const mails: { readonly to: string; readonly text: string }[] = [];
  const ended: string[] = [];
  const audit = { append: async (entry: AuditEntry) => void records.push(entry) };
  const directory = createDirectory({ store: sqliteStore(':memory:'), random: systemRandom, clock });
  const { stored } = directory;
  const alarm = alarmBy({
    cloud: 'acme',
    adminHost: 'admin.acme.test',
    mail: { send: async (mail) => void mails.push(mail) },
    roster: ['custody@acme-recovery.test'],
    audit,
    log: silentLog,
    random: systemRandom,
  });
  const sessions = {
    endAllOf: (subject: string) => {
      ended.push(subject);
      return 1;
    },
    privilegesChanged: () => 0,
  };
  const changed = adminWatch(stored.people, alarm);
  const active = activeRulesIn(stored.store, stored.people);
  const changing = changingIn(
    { stored, clock, random: systemRandom, audit, sessions, changed, withConsequences: active.withConsequences },
    massChangeRules,
  );
  const person = (known: Partial<DirectoryUser>): DirectoryUser => newUser(systemRandom, known);
  const doing = (changes: readonly DirectoryChange[], origin: 'by-hand' | 'scim' = 'scim') =>
    changing.exclusively(() => changing.change({ origin, actor: 'connector test', peer: '', changes }));
  return { active, clock, records, mails, ended, audit, directory, stored, alarm, changed, changing, person, doing };
}
