/** Says which of a scenario's needs a run cannot meet: every need has its answer here, so that none is passed over. */
import type { RunningIdp } from '../idp/driver.ts';
import type { Need } from '../scenario/scenario.ts';
import type { Target } from '../target/target.ts';

/** What a scenario would run on. */
export type Ground = {
  readonly mode: 'browser' | 'wire';
  /** Whether its browser keeps pages that were left alive behind the one in front, as people's browsers do. */
  readonly pageMemory: boolean;
  readonly target: Pick<
    Target,
    'clock' | 'inside' | 'issueRegistrationLink' | 'mailbox' | 'hrFeed' | 'names' | 'startPage' | 'restart' | 'operations' | 'saml'
  >;
  readonly idp: Pick<RunningIdp, 'clock' | 'driver' | 'hang'>;
};
export type Lack = { readonly lacks: Need; readonly detail: string };

type Answer = { readonly has: (ground: Ground) => boolean; readonly otherwise: string };

const answers: Readonly<Record<Need, Answer>> = {
  mailbox: {
    has: ({ target }) => target.mailbox !== undefined && target.issueRegistrationLink !== undefined,
    otherwise: 'this target mails no links, or its mail cannot be read',
  },
  'hr-feed': { has: ({ target }) => target.hrFeed !== undefined, otherwise: 'this target imports no feed that the harness could publish' },
  'name-server': {
    has: ({ target }) => target.names !== undefined,
    otherwise: 'this target asks no name server that the harness could fill',
  },
  'start-page': { has: ({ target }) => target.startPage !== undefined, otherwise: 'this target has no start page of the customer’s' },
  clock: { has: ({ target }) => target.clock !== undefined, otherwise: "this target's clock cannot be held" },
  restart: { has: ({ target }) => target.restart !== undefined, otherwise: 'this target cannot be started anew' },
  inside: { has: ({ target }) => target.inside !== undefined, otherwise: 'nobody can stand inside this target' },
  operations: { has: ({ target }) => target.operations !== undefined, otherwise: 'nobody operates this target' },
  browser: { has: ({ mode }) => mode === 'browser', otherwise: 'this run has no browser: it is in wire mode' },
  'page-memory': {
    has: ({ pageMemory }) => pageMemory,
    otherwise: 'this run has no browser that keeps left pages alive: a headless shell keeps none, a full Chromium (TEMPERED_BROWSER) does',
  },
  saml: { has: ({ target }) => target.saml !== undefined, otherwise: 'this target signs nobody in by SAML' },
  'idp-hang': { has: ({ idp }) => idp.hang !== undefined, otherwise: 'this driver cannot make the identity provider hang' },
  'idp-clock': { has: ({ idp }) => idp.clock !== undefined, otherwise: "this driver cannot move the identity provider's clock" },
  'long-lived-answers': {
    has: ({ idp }) => idp.driver === 'embedded',
    otherwise: "this identity provider's SAML responses end before the limit of ours that the claim is about",
  },
  keycloak: { has: ({ idp }) => idp.driver !== 'embedded', otherwise: 'this is a claim about Keycloak' },
};

/** The first need that is not met; undefined when all are. */
export function lacking(needs: readonly Need[], ground: Ground): Lack | undefined {
  const lacks = needs.find((need) => !answers[need].has(ground));
  return lacks && { lacks, detail: answers[lacks].otherwise };
}
