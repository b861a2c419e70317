/** The connector by which the customer's identity provider keeps the cloud's people: what it believes of them, and what it would push at its next run. */

import { userSchema } from './scim-bodies.ts';
import { type Source, sourceOf } from './source.ts';

export const workers = Array.from({ length: 8 }, (_, at) => `worker-${at + 1}`);
const [first = '', second = '', ...others] = workers;

/** What the connector believes, since its last run. */
export type Belief = {
  /** Left the house. */
  readonly gone: readonly string[];
  /** On leave: not to be let in. */
  readonly away: readonly string[];
  /** All of one team. */
  readonly team: readonly string[];
  /** New people, by name and by the name that they sign in with. */
  readonly newcomers: readonly { readonly name: string; readonly userName: string }[];
  readonly orgAdmins: 'employed' | 'on leave';
  /** How it spells the schema of a person. */
  readonly schema: string;
  /** Whose versions its writes name: of what it read last, or of what it read on its first day. */
  readonly remembers: 'the last answer' | 'the first day';
};

/** On any day. */
const honestBelief: Belief = {
  gone: [first, second],
  away: [first, second],
  team: workers.filter((name) => name !== first),
  newcomers: [{ name: 'newcomer', userName: 'newcomer' }],
  orgAdmins: 'employed',
  schema: userSchema,
  remembers: 'the last answer',
};

/** One request that it would send, by names: ids are made in the cloud. */
export type Push =
  | { readonly kind: 'delete' | 'deactivate'; readonly who: string }
  | { readonly kind: 'write-team'; readonly members: readonly string[] }
  | { readonly kind: 'write-title'; readonly who: string; readonly title: string; readonly remembers: Belief['remembers'] }
  | { readonly kind: 'create'; readonly who: string; readonly userName: string; readonly schema: string }
  | { readonly kind: 'write-org-admin'; readonly active: boolean };

/** Each of its jobs has its own hour. */
export const jobs = ['leavers', 'absences', 'team', 'titles', 'newcomers', 'org-admins'] as const;
export type Job = (typeof jobs)[number];

const pushesOf: Readonly<Record<Job, (belief: Belief) => readonly Push[]>> = {
  leavers: ({ gone }) => gone.map((who) => ({ kind: 'delete', who })),
  absences: ({ away }) => away.map((who) => ({ kind: 'deactivate', who })),
  team: ({ team }) => [{ kind: 'write-team', members: team }],
  titles: ({ remembers }) => [{ kind: 'write-title', who: others[0] ?? '', title: 'Fitter', remembers }],
  newcomers: ({ newcomers, schema }) => newcomers.map(({ name, userName }) => ({ kind: 'create', who: name, userName, schema })),
  'org-admins': ({ orgAdmins }) => [{ kind: 'write-org-admin', active: orgAdmins === 'employed' }],
};

export type Provisioning = Pick<Source<Belief>, 'honest' | 'disturb'> & {
  /** The pushes of one job at its next run; by default of all of them, as its dry run shows them. */
  next(job?: Job): readonly Push[];
  /** What a dry run shows on any day. */
  honestly(): readonly Push[];
};

const allOf = (belief: Belief): readonly Push[] => jobs.flatMap((job) => pushesOf[job](belief));

export function provisioning(): Provisioning {
  const { honest, disturb, now } = sourceOf('the connector', honestBelief);
  return {
    honest,
    disturb,
    next: (job) => (job === undefined ? allOf(now()) : pushesOf[job](now())),
    honestly: () => allOf(honest),
  };
}
