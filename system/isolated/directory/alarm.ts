/** Tells people outside that nobody is an org admin any more, or that an automation was stopped: by mail to a roster, which needs no identity provider (N-01). Threat: an alert that travels through the lock that it is about. */
import type { EventName } from '../../kernel/events.ts';
import type { AuditLog, Log, Mail, Random } from '../../kernel/ports.ts';
import { newReference } from '../../kernel/reference.ts';
import type { SafeFacts } from '../../kernel/refusal.ts';
import type { RefusalCode } from '../../kernel/rule.ts';
import type { People } from './stored/people.ts';

export type AlarmPorts = {
  readonly cloud: string;
  readonly adminHost: string;
  /** Absent where a cloud has no way to send mail: it is then recorded and logged only. */
  readonly mail?: Mail | undefined;
  /** Plain addresses outside the identity provider. */
  readonly roster: readonly string[];
  readonly audit: AuditLog;
  readonly log: Log;
  readonly random: Random;
};
export type Alarm = (raised: {
  readonly event: Extract<EventName, 'directory.alarm.raised'>;
  readonly code: RefusalCode;
  readonly says: string;
  readonly facts?: SafeFacts;
}) => void;

/** Never throws, and nobody waits for it: what could not be mailed is logged. */
export function alarmBy({ cloud, adminHost, mail, roster, audit, log, random }: AlarmPorts): Alarm {
  const send = async (says: string): Promise<void> => {
    const text = `${says}\n\nCloud: ${cloud}\nLook at it at https://${adminHost}/; if nobody can sign in, use break-glass at https://${adminHost}/break-glass.\n`;
    const sent = await Promise.allSettled(roster.map((to) => mail?.send({ to, subject: `${cloud}: ${says.split('.')[0]}`, text })));
    if (sent.some(({ status }) => status === 'rejected')) throw new TypeError('a relay did not accept it');
  };
  return ({ event, code, says, facts = {} }) => {
    const record = audit.append({ reference: newReference(random), event, code, actor: 'system', peer: '', facts });
    Promise.all([record, send(says)]).catch((error: unknown) => log.error(`an alarm could not be raised by every way: ${code}`, error));
  };
}

/** Looks after every change, and at the start: one alarm when the last org admin is gone, and none again before there was one. */
export function adminWatch(people: People, alarm: Alarm): () => void {
  let hadNone = false;
  return () => {
    const hasNone = people.countActiveOrgAdmins() === 0;
    if (hasNone && !hadNone)
      alarm({
        event: 'directory.alarm.raised',
        code: 'directory.mass-change.last-admin-lost',
        says: 'No org admin is left. Nobody can change anything in AdminHub by single sign-on.',
      });
    hadNone = hasNone;
  };
}
