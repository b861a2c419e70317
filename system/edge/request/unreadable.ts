/** What the edge says to bytes that are no request: recorded like every other answer, because that is how smuggling begins (I-03, G-04). RFC 9112 §2.2. */
import { pageAnswer, renderAnswer } from '../../kernel/answer.ts';
import { html } from '../../kernel/html.ts';
import { internalHeaders } from '../../kernel/internal-headers.ts';
import type { Unreadable } from '../../kernel/listener.ts';
import type { AuditLog, Random } from '../../kernel/ports.ts';
import { newReference } from '../../kernel/reference.ts';
import { judge, type RefusalCode, type RuleTable } from '../../kernel/rule.ts';

export type UnreadableFacts = { readonly why: Unreadable | 'silent-body' };

const lines: Readonly<Record<UnreadableFacts['why'], string>> = {
  malformed: '400 Bad Request',
  'head-too-large': '431 Request Header Fields Too Large',
  'silent-head': '408 Request Timeout',
  'silent-body': '408 Request Timeout',
  tunnel: '405 Method Not Allowed',
};
export const statusOf = (why: UnreadableFacts['why']): number => Number(lines[why].slice(0, 3));

/** The code by the table, or the one for what no rule names. */
export function unreadableCode(table: RuleTable<UnreadableFacts>, why: UnreadableFacts['why']): RefusalCode {
  const judgement = judge(table, { why });
  return judgement.allowed ? 'edge.request.unexpected' : judgement.code;
}

/** The whole answer as bytes to write; recorded before it resolves. */
export async function answerUnreadable(
  why: Unreadable,
  peer: string,
  { audit, random, table }: { readonly audit: AuditLog; readonly random: Random; readonly table: RuleTable<UnreadableFacts> },
): Promise<string> {
  const reference = newReference(random);
  const code = unreadableCode(table, why);
  await audit.append({ reference, event: 'edge.request.received', code, actor: 'anonymous', peer, facts: {} });
  const page = {
    title: 'This request cannot be read',
    place: 'Edge',
    body: html`<p>What was sent is not a request that a browser makes.</p>`,
  };
  const { headers, body } = renderAnswer(pageAnswer(page, { status: statusOf(why) }), reference);
  const all = {
    ...headers,
    [internalHeaders.reference]: reference,
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  };
  const said = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${lines[why]}`, ...said, '', body].join('\r\n');
}
