/** Reads the audit logs of a reference world: by reference for one decision, whole for the checkers, and verified by the code path that did not write them. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { verifyChain } from '../../../system/index.ts';
import type { AuditRecord, AuditVerification } from '../target.ts';

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

export type Records = {
  all(): Promise<readonly AuditRecord[]>;
  withReference(reference: string): Promise<readonly AuditRecord[]>;
  verify(): Promise<readonly AuditVerification[]>;
  /** The logs' own bytes, for the search for secrets. */
  texts(): Promise<readonly { readonly name: string; readonly text: string }[]>;
};

/** `head` is an anchor that is kept apart from the file: the hash of the newest record that is known to be on disk. */
export type AuditFile = { readonly name: string; readonly file: string; head(): string };

/** A log without a record yet is an empty one. */
export function auditRecords(logs: readonly AuditFile[]): Records {
  // The anchor first: what is written while the file is read may stand in it, and the anchor never lacks what it names.
  const texts = () => Promise.all(logs.map(async ({ name, file, head }) => ({ name, anchor: head(), text: await readFile(file, 'utf8') })));
  const all = async (): Promise<readonly AuditRecord[]> =>
    (await texts()).flatMap(({ name, text }) =>
      text
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => ({ ...recordSchema.parse(JSON.parse(line)), log: name })),
    );
  return {
    all,
    withReference: async (reference) => (await all()).filter((record) => record.reference === reference),
    verify: async () =>
      (await texts()).map(({ name, anchor, text }) => {
        const verdict = verifyChain(text, anchor);
        return verdict.whole
          ? { log: name, records: verdict.records, whole: true }
          : { log: name, records: verdict.records, whole: false, problem: `${verdict.problem} at line ${verdict.line}` };
      }),
    texts: async () => (await texts()).map(({ name, text }) => ({ name: `audit log ${name}`, text })),
  };
}
