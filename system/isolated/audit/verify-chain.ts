/** Verifies an audit log from its bytes alone, by a code path of its own: nothing here is shared with what writes it (G-04). Threats: a record edited, dropped, swapped, inserted, or the end cut off. */
import { createHash } from 'node:crypto';

export type ChainVerdict =
  | { readonly whole: true; readonly records: number; readonly head: string; readonly complete: 'yes' | 'up-to-the-anchor' | 'cannot-tell' }
  | {
      readonly whole: false;
      readonly records: number;
      readonly line: number;
      readonly problem: 'not-a-record' | 'sequence-broken' | 'link-broken' | 'hash-wrong' | 'end-missing';
    };

const hashField = /^(?<unsigned>\{.*),"hash":"(?<hash>[0-9a-f]{64})"\}$/s;

/**
 * `anchor` is a head that was kept elsewhere: with it, a log that lacks records up to that head is found. After it, others may be
 * missing (`up-to-the-anchor`); without one, completeness cannot be told.
 * `line` is 1-based.
 */
export function verifyChain(text: string, anchor?: string): ChainVerdict {
  const lines = text === '' ? [] : text.replace(/\n$/, '').split('\n');
  let previous = '0'.repeat(64);
  let anchored = anchor === previous;
  for (const [index, line] of lines.entries()) {
    const broken = (problem: 'not-a-record' | 'sequence-broken' | 'link-broken' | 'hash-wrong') =>
      ({ whole: false, records: index, line: index + 1, problem }) as const;
    const parts = hashField.exec(line)?.groups;
    const record = parts && recordOf(`${parts.unsigned}}`);
    if (!parts || !record) return broken('not-a-record');
    if (record.sequence !== index + 1) return broken('sequence-broken');
    if (record.previous !== previous) return broken('link-broken');
    if (createHash('sha256').update(`${parts.unsigned}}`).digest('hex') !== parts.hash) return broken('hash-wrong');
    previous = parts.hash ?? '';
    anchored ||= previous === anchor;
  }
  if (text !== '' && !text.endsWith('\n')) return { whole: false, records: lines.length, line: lines.length, problem: 'end-missing' };
  if (anchor !== undefined && !anchored) return { whole: false, records: lines.length, line: lines.length + 1, problem: 'end-missing' };
  return { whole: true, records: lines.length, head: previous, complete: completeness(previous, anchor) };
}

const completeness = (head: string, anchor: string | undefined): 'yes' | 'up-to-the-anchor' | 'cannot-tell' =>
  anchor === undefined ? 'cannot-tell' : head === anchor ? 'yes' : 'up-to-the-anchor';

function recordOf(text: string): { readonly sequence: number; readonly previous: string } | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('sequence' in value) || !('previous' in value)) return undefined;
    return typeof value.sequence === 'number' && typeof value.previous === 'string'
      ? { sequence: value.sequence, previous: value.previous }
      : undefined;
  } catch {
    return undefined;
  }
}
