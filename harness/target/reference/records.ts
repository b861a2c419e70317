/** Reads the audit logs of a reference world: by reference for one decision, whole for the checkers, and verified by the code path that did not write them. */
import { readFile } from 'node:fs/promises';
import { verifyChain } from '../../../system/index.ts';
import type { AuditRecord, AuditVerification } from '../target.ts';
import { auditReader } from './audit-reader.ts';

export type Records = {
  all(): Promise<readonly AuditRecord[]>;
  withReference(reference: string): Promise<readonly AuditRecord[]>;
  verify(): Promise<readonly AuditVerification[]>;
  /** The logs' own bytes, for the search for secrets. */
  texts(): Promise<readonly { readonly name: string; readonly text: string }[]>;
};

/** An anchor is kept apart from the file: the hash of a record that is known to be on disk. */
export type AuditFile = { readonly name: string; readonly file: string; anchors(): readonly string[] };

/** A log without a record yet is an empty one. */
export function auditRecords(logs: readonly AuditFile[]): Records {
  // The anchors first: the file then holds at least what they name, whatever is written while it is read.
  const texts = () =>
    Promise.all(logs.map(async ({ name, file, anchors }) => ({ name, anchors: anchors(), text: await readFile(file, 'utf8') })));
  const readers = logs.map(auditReader);
  return {
    all: async () => readers.flatMap((reader) => reader.all()),
    withReference: async (reference) => readers.flatMap((reader) => reader.byReference(reference)),
    verify: async () =>
      (await texts()).map(({ name, anchors, text }) => {
        const verdicts = anchors.map((anchor) => verifyChain(text, anchor));
        const verdict = verdicts.find(({ whole }) => !whole) ?? verifyChain(text, anchors.at(-1));
        return verdict.whole
          ? { log: name, records: verdict.records, whole: true }
          : { log: name, records: verdict.records, whole: false, problem: `${verdict.problem} at line ${verdict.line}` };
      }),
    texts: async () => (await texts()).map(({ name, text }) => ({ name: `audit log ${name}`, text })),
  };
}
