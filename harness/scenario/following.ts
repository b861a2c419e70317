/** What may be seen of something that is followed: that it tells what happens, and that it ends when it must. */
import type { User } from '../actors/index.ts';
import { composed } from '../deviations/index.ts';
import type { Outcome } from '../verdict/results.ts';
import type { World } from './scenario.ts';

type Kind = Parameters<User['follow']>[0];
type Following = Awaited<ReturnType<User['follow']>>;

/** `ok` when an issue that the person opens meanwhile is told. */
export async function hearsOfANewIssue(user: User, kind: Kind): Promise<Outcome> {
  const { outcome, channel } = await user.follow(kind);
  if (!channel) return outcome;
  const opened = await user.sendRaw('posting', composed('honest'));
  const told = await channel.next();
  channel.close();
  if (opened.kind !== 'ok') return opened;
  return told?.includes('Sent byte by byte')
    ? outcome
    : { kind: 'fault', symptom: 'timed-out', detail: 'nothing was told of the new issue' };
}

/** `refused` with the code by which it was ended, or `ok` when it goes on. */
export async function endOf({ target }: World, { outcome, channel }: Following): Promise<Outcome> {
  if (!channel || outcome.kind !== 'ok') return outcome;
  const ended = await channel.ended();
  channel.close();
  if (!ended) return outcome;
  const records = await target.auditRecords();
  const record = records.find(({ event, facts }) => event === 'ingress.lasting.ended' && facts.of === outcome.reference);
  return record
    ? { kind: 'refused', code: record.code, shown: 'the connection was ended', reference: record.reference }
    : { kind: 'unknown', why: 'it ended, and nobody recorded why' };
}
