/** Drives a world that `up` started with nothing but its JSON document, as another tool would. */

import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { attestationAuthority, testModelAaguid } from '../fakes/index.ts';
import { type Cast, createActors, createKeyRing } from '../harness/actors/index.ts';
import type { upDocumentSchema } from '../harness/cli/up/description.ts';
import type { AuditRecord, Target } from '../harness/target/target.ts';

type UpDocument = z.infer<typeof upDocumentSchema>;

/** Wire users behind the document's exits, with its passwords and keys. */
export async function actorsOutside(up: UpDocument): Promise<Cast> {
  const random = { bytes: (count: number) => new Uint8Array(randomBytes(count)) };
  const makers = await attestationAuthority({ random, nowMs: Date.now() });
  const account = (name: string) => up.breakGlass.accounts.find((each) => each.name === name);
  const keys = createKeyRing({
    'harbour-one': account('harbour-one')?.password ?? '',
    'harbour-two': account('harbour-two')?.password ?? '',
  });
  for (const name of ['harbour-one', 'harbour-two'] as const) keys.keep(name, account(name)?.keys ?? []);
  return createActors({
    kind: 'wire',
    target: targetOutside(up),
    exits: Object.fromEntries(Object.entries(up.exits).map(([name, { proxy }]) => [name, { url: proxy, connections: [] }])),
    authorityPem: await readFile(up.caFile, 'utf8'),
    users: up.users,
    keys,
    model: { ...(await makers.model(testModelAaguid)), makers: { listed: makers, other: async () => makers } },
    random,
    record: () => {},
  });
}

/** Reads the decisions from the audit files; offers nothing else. */
export function targetOutside({ urls, auditFiles }: UpDocument): Target {
  const origin = (name: string): URL => new URL(urls[name] ?? 'about:blank');
  const none = (): never => {
    throw new Error('from outside this cannot be asked');
  };
  const auditRecords = async (): Promise<readonly AuditRecord[]> => {
    const texts = await Promise.all(Object.values(auditFiles).map((file) => readFile(file, 'utf8')));
    return texts.flatMap((text) =>
      text
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as AuditRecord),
    );
  };
  return {
    name: 'outside',
    origins: { login: origin('login'), admin: origin('admin'), tracker: origin('tracker'), wiki: origin('wiki') },
    reset: none,
    verifyAudit: none,
    auditRecords,
    decision: async (reference) => (await auditRecords()).filter((record) => record.reference === reference),
  };
}
