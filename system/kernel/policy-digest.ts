/** The digest of a policy: what a zone's start record names, so that other rules than the released ones show (S6). */
import { createHash } from 'node:crypto';
import type { RuleTable } from './rule.ts';

/** SHA-256 over every table and verifier: codes, citations, the text of each rule and the values that it reads, in order; the text of each verifier, and not of what it calls. Another table or verifier has another digest. */
export function policyDigest(policy: object): string {
  const hash = createHash('sha256');
  const walk = (path: string, value: unknown): void => {
    if (Array.isArray(value))
      for (const { code, cites, holds, reads = {} } of value as RuleTable<never>)
        hash.update(`${path} ${code} ${cites.join(',')} ${holds} ${shown(reads)}\n`);
    else if (typeof value === 'function') hash.update(`${path} ${value}\n`);
    else if (typeof value === 'object' && value !== null) for (const [name, part] of Object.entries(value)) walk(`${path}.${name}`, part);
  };
  walk('policy', policy);
  return hash.digest('hex');
}

const shown = (values: object): string => JSON.stringify(values, (_name, value) => (typeof value === 'function' ? String(value) : value));
