/** Judges who pushes by SCIM, and what is pushed (N-07, S10). Threats: a stolen or guessed token; a connector that makes an org admin, takes a name that is not its own to give, writes over what it has not read, or repeats one push for ever. RFC 7644 §2, §3. */
import type { CodeOf, RuleTable } from '../../../kernel/rule.ts';

export type ScimAccessFacts = {
  readonly tokenGiven: boolean;
  readonly tokenKnown: boolean;
  readonly revoked: boolean;
  /** By the mass-change guard. */
  readonly stopped: boolean;
  readonly reads: boolean;
  /** How many pushes of this connector were refused within its window. */
  readonly refusedLately: number;
};
/** A connector that repeats what is refused has lost its way: nobody needs so many refusals to notice. */
export const mostRefused = 50;
export const scimAccessRules = [
  { code: 'directory.scim.token-missing', cites: ['N-07', 'RFC 6750 §3'], holds: (f) => f.tokenGiven },
  { code: 'directory.scim.token-unknown', cites: ['N-07', 'RFC 6750 §3.1'], holds: (f) => f.tokenKnown },
  { code: 'directory.scim.token-revoked', cites: ['N-07', 'RFC 6750 §3.1'], holds: (f) => !f.revoked },
  { code: 'directory.scim.connector-stopped', cites: ['N-07'], holds: (f) => f.reads || !f.stopped },
  {
    code: 'directory.scim.refused-too-often',
    cites: ['N-07', 'RFC 6585 §4'],
    holds: (f) => f.reads || f.refusedLately < mostRefused,
    reads: { mostRefused },
  },
] as const satisfies RuleTable<ScimAccessFacts>;

export type ScimRequestFacts = {
  /** A JSON object of the right schema, and operations that the library can carry out. */
  readonly readable: boolean;
  readonly filterReadable: boolean;
  /** Of this connector; true where nothing is named. */
  readonly found: boolean;
  /** What `If-Match` names is what is there. RFC 7644 §3.14. */
  readonly versionCurrent: boolean;
  readonly rolesGiven: boolean;
  /** Not empty, and not longer than 200 characters. */
  readonly nameUsable: boolean;
  /** Nobody else has it, and it is not reserved. */
  readonly nameFree: boolean;
  readonly emailDomain: 'verified' | 'not-verified' | 'none';
  /** Every member is somebody whom this connector manages. */
  readonly membersKnown: boolean;
};
export const scimRequestRules = [
  { code: 'directory.scim.malformed', cites: ['N-07', 'RFC 7644 §3.12'], holds: (f) => f.readable },
  { code: 'directory.scim.filter-malformed', cites: ['N-07', 'RFC 7644 §3.4.2.2'], holds: (f) => f.filterReadable },
  { code: 'directory.scim.not-found', cites: ['N-07', 'RFC 7644 §3.12'], holds: (f) => f.found },
  { code: 'directory.scim.version-outdated', cites: ['N-07', 'RFC 7644 §3.14'], holds: (f) => f.versionCurrent },
  { code: 'directory.scim.role-given', cites: ['S10', 'N-08'], holds: (f) => !f.rolesGiven },
  { code: 'directory.scim.name-missing', cites: ['N-07', 'RFC 7643 §4.1.1'], holds: (f) => f.nameUsable },
  { code: 'directory.scim.name-taken', cites: ['N-07', 'F-02', 'RFC 7644 §3.3'], holds: (f) => f.nameFree },
  { code: 'directory.scim.email-domain-not-verified', cites: ['M-11', 'N-05'], holds: (f) => f.emailDomain !== 'not-verified' },
  { code: 'directory.scim.member-unknown', cites: ['N-07', 'RFC 7643 §4.2'], holds: (f) => f.membersKnown },
] as const satisfies RuleTable<ScimRequestFacts>;
export type ScimRefusal = CodeOf<typeof scimAccessRules> | CodeOf<typeof scimRequestRules>;
