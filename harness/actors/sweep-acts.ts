/** Knocks at many places, one raw request each, and compares what was recorded of each with what should have been (S25). */
import type { AuditRecord, Target } from '../target/target.ts';
import type { Outcome } from '../verdict/results.ts';
import type { Agent, Sight } from './agent.ts';
import { unknown } from './judged.ts';

export type Knock = { readonly host: 'tracker' | 'wiki' | 'admin' | 'login'; readonly method: string; readonly path: string };
/** What is wrong with how this knock was answered; undefined when nothing is. */
export type JudgeKnock = (knock: Knock, answered: { readonly status: number; readonly code: string }) => string | undefined;

const sideBySide = 8;

export async function sweep(
  agent: Agent,
  target: Target,
  { knocks, judge }: { readonly knocks: readonly Knock[]; readonly judge: JudgeKnock },
): Promise<Outcome> {
  const seen: (readonly [Knock, Sight])[] = [];
  for (let at = 0; at < knocks.length; at += sideBySide)
    seen.push(
      ...(await Promise.all(knocks.slice(at, at + sideBySide).map(async (knock) => [knock, await knocked(agent, target, knock)] as const))),
    );
  const records = Map.groupBy(await target.auditRecords(), ({ reference }) => reference);
  const wrong = seen.flatMap(([knock, sight]) => {
    const said = judged(knock, sight, { records, judge });
    return said === undefined ? [] : [`${knock.method} ${knock.host}${knock.path}: ${said}`];
  });
  const last = seen.at(-1)?.[1];
  if (wrong.length > 0)
    return { kind: 'fault', symptom: 'other', detail: `${wrong.length} of ${seen.length}: ${wrong.slice(0, 5).join('; ')}` };
  return last?.kind === 'answer'
    ? { kind: 'ok', landedOn: 'nowhere', reference: last.reference ?? '' }
    : unknown('nobody knocked anywhere');
}

const knocked = (agent: Agent, target: Target, { host, method, path }: Knock): Promise<Sight> => {
  const origin = target.origins[host];
  const lines = [
    `Host: ${origin.host}`,
    'Connection: close',
    'Accept: text/html',
    `Origin: ${origin.origin}`,
    'Sec-Fetch-Site: same-origin',
  ];
  return agent.sendRaw(new URL(path, origin), { text: `${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n` });
};

type Judging = { readonly records: ReadonlyMap<string, readonly AuditRecord[]>; readonly judge: JudgeKnock };
function judged(knock: Knock, sight: Sight, { records, judge }: Judging): string | undefined {
  if (sight.kind === 'fault') return `${sight.symptom}: ${sight.detail}`;
  const [record, ...more] = records.get(sight.reference ?? '') ?? [];
  if (!record || more.length > 0) return `${sight.status}, with ${more.length + Number(record !== undefined)} records`;
  return judge(knock, { status: sight.status, code: record.code });
}
