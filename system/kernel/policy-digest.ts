/** The digest of a policy: what a zone's start record names, so that other rules than the released ones show (S6). */
import { createHash } from 'node:crypto';
import type { RuleTable } from './rule.ts';

/** SHA-256 over every table and verifier: codes, citations and the text of each rule, in order; the text of each verifier, and not of what it calls. Another table or verifier has another digest. */
export function policyDigest(policy: object): string {
  const hash = createHash('sha256');
  const walk = (path: string, value: unknown): void => {
    if (Array.isArray(value))
      for (const rule of value as RuleTable<never>) hash.update(`${path} ${rule.code} ${rule.cites.join(',')} ${rule.holds}\n`);
    else if (typeof value === 'function') hash.update(`${path} ${value}\n`);
    else if (typeof value === 'object' && value !== null) for (const [name, part] of Object.entries(value)) walk(`${path}.${name}`, part);
  };
  walk('policy', policy);
  return hash.digest('hex');
}
