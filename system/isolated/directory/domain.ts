/** Judges claims to e-mail domains: a domain counts while its proof in the public name system was seen lately (M-11). Threats: an organisation that takes in the people of a domain that is not its own; a proof that stands with somebody else, behind an alias. RFC 1035 §3.3.14. */
import type { CodeOf, RuleTable } from '../../kernel/rule.ts';

export type DomainFacts = {
  /** Lower case, letters, digits and hyphens, at least two labels. RFC 1035 §2.3.1. */
  readonly wellFormed: boolean;
  readonly claimed: boolean;
  /** What the name system said of the proof. `elsewhere`: it is there, and another name owns it than the one that was asked for. */
  readonly proof: 'seen' | 'elsewhere' | 'missing' | 'no-answer' | 'not-asked';
  /** It counts since the cloud was set up, and without a proof: a look is for information. */
  readonly provisioned: boolean;
};

export const domainRules = [
  { code: 'directory.domain.malformed', cites: ['M-11', 'RFC 1035 §2.3.1'], holds: (f) => f.wellFormed },
  { code: 'directory.domain.not-claimed', cites: ['M-11'], holds: (f) => f.claimed },
  { code: 'directory.domain.names-silent', cites: ['M-11'], holds: (f) => f.proof !== 'no-answer' },
  {
    code: 'directory.domain.proof-elsewhere',
    cites: ['M-11', 'RFC 1034 §3.6.2', 'RFC 4343 §3'],
    holds: (f) => f.proof !== 'elsewhere' || f.provisioned,
  },
  { code: 'directory.domain.proof-missing', cites: ['M-11'], holds: (f) => f.proof !== 'missing' || f.provisioned },
] as const satisfies RuleTable<DomainFacts>;
export type DomainRefusal = CodeOf<typeof domainRules>;
