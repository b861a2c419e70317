/** Reads the records of an audit log as it grows: what was read once is not read again. The log's own bytes are for the verifier, who always reads all of them. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { z } from 'zod';
import { events } from '../../../system/index.ts';
import type { AuditRecord } from '../target.ts';

const recordSchema = z.object({
  sequence: z.number(),
  atMs: z.number(),
  reference: z.string(),
  event: z.string(),
  code: z.string(),
  actor: z.string(),
  peer: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});

/** By the event catalogue; an event that is not in it counts as an answer, so that somebody must have asked for it. */
const kinds: ReadonlyMap<string, 'answer' | 'note'> = new Map(Object.entries(events).map(([name, { kind }]) => [name, kind]));

/** The records of one text, in order. Throws when a line is no record. */
export const recordsIn = (log: string, text: string): readonly AuditRecord[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const record = recordSchema.parse(JSON.parse(line));
      return { ...record, log, kind: kinds.get(record.event) ?? 'answer' };
    });

export type AuditReader = {
  /** In order. */
  all(): readonly AuditRecord[];
  byReference(reference: string): readonly AuditRecord[];
};

/** Whole lines are taken; half a line waits for its end. A line that is no record makes every reading throw until it is gone: nothing counts as read that was not understood. A file that does not go on from what was read of it is read anew: what is missing is for the verifier to say. */
export function auditReader({ name, file }: { readonly name: string; readonly file: string }): AuditReader {
  const records: AuditRecord[] = [];
  const known = new Map<string, AuditRecord[]>();
  let [readBytes, lastLine] = [0, Buffer.alloc(0)];
  const unread = (): Buffer => {
    const read = bytesAfter(file, readBytes - lastLine.length);
    if (read.subarray(0, lastLine.length).equals(lastLine)) return read.subarray(lastLine.length);
    records.length = 0;
    known.clear();
    [readBytes, lastLine] = [0, Buffer.alloc(0)];
    return bytesAfter(file, 0);
  };
  const grow = (): void => {
    const added = unread();
    const whole = added.subarray(0, added.lastIndexOf('\n') + 1);
    if (whole.length === 0) return;
    const grown = recordsIn(name, whole.toString('utf8'));
    readBytes += whole.length;
    lastLine = Buffer.from(whole.subarray(whole.lastIndexOf('\n', -2) + 1));
    for (const record of grown) {
      records.push(record);
      const same = known.get(record.reference);
      if (same) same.push(record);
      else known.set(record.reference, [record]);
    }
  };
  return {
    all: () => {
      grow();
      return [...records];
    },
    byReference: (reference) => {
      grow();
      return [...(known.get(reference) ?? [])];
    },
  };
}

/** At once: a few hundred bytes that were just written are there sooner than a thread for them. */
function bytesAfter(file: string, start: number): Buffer {
  const descriptor = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(Math.max(0, fstatSync(descriptor).size - start));
    return bytes.subarray(0, readSync(descriptor, bytes, 0, bytes.length, start));
  } finally {
    closeSync(descriptor);
  }
}
