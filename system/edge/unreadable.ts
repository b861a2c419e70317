/** What the edge says to bytes that are no request: recorded like every other answer, because that is how smuggling begins (I-03, G-04). RFC 9112 §2.2. */
import { pageAnswer, renderAnswer } from '../kernel/answer.ts';
import { html } from '../kernel/html.ts';
import { internalHeaders } from '../kernel/internal-headers.ts';
import type { AuditLog, Random } from '../kernel/ports.ts';
import { newReference } from '../kernel/reference.ts';

export type UnreadableRefusal = 'edge.request.malformed' | 'edge.request.head-too-large';
const answers = {
  malformed: { status: 400, line: '400 Bad Request', code: 'edge.request.malformed' },
  'head-too-large': { status: 431, line: '431 Request Header Fields Too Large', code: 'edge.request.head-too-large' },
} as const satisfies Record<string, { readonly status: number; readonly line: string; readonly code: UnreadableRefusal }>;

/** The whole answer as bytes to write; recorded before it resolves. */
export async function answerUnreadable(
  why: keyof typeof answers,
  peer: string,
  { audit, random }: { readonly audit: AuditLog; readonly random: Random },
): Promise<string> {
  const { status, line, code } = answers[why];
  const reference = newReference(random);
  await audit.append({ reference, event: 'edge.request.received', code, actor: 'anonymous', peer, facts: {} });
  const page = {
    title: 'This request cannot be read',
    place: 'Edge',
    body: html`<p>What was sent is not a request that a browser makes.</p>`,
  };
  const { headers, body } = renderAnswer(pageAnswer(page, { status }), reference);
  const all = {
    ...headers,
    [internalHeaders.reference]: reference,
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${line}`, ...lines, '', body].join('\r\n');
}
