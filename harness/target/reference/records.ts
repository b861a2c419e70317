/** Reads the audit logs of a reference world: by reference for one decision, whole for the checkers, and verified by the code path that did not write them. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { type ChainedAuditLog, verifyChain } from '../../../system/index.ts';
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

/** `logs` by the name of their zone. A log without a record yet is an empty one. */
export function auditRecords(logs: Readonly<Record<string, ChainedAuditLog>>): Records {
  const texts = () => Promise.all(Object.entries(logs).map(async ([name, log]) => ({ name, log, text: await readFile(log.file, 'utf8') })));
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
      (await texts()).map(({ name, log, text }) => {
        const verdict = verifyChain(text, log.head());
        return verdict.whole
          ? { log: name, records: verdict.records, whole: true }
          : { log: name, records: verdict.records, whole: false, problem: `${verdict.problem} at line ${verdict.line}` };
      }),
    texts: async () => (await texts()).map(({ name, text }) => ({ name: `audit log ${name}`, text })),
  };
}
