/** The people of a world: a fresh cast for every act, with the passwords and keys that were registered when the world was provisioned. */
import { type Cast, createActors, createKeyRing, type KeyRing, type TrailStep } from '../actors/index.ts';
import { type BreakGlassAccountName, breakGlassAccounts } from '../fixtures/fixtures.ts';
import type { OpenHistory, Recorded } from '../history/index.ts';
import type { RealmUser } from '../idp/driver.ts';
import { seededRandom } from '../ports/seeded-random.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Marker } from '../tap/markers.ts';
import type { ReferenceTarget } from '../target/reference/index.ts';
import type { WorldOptions } from './running-world.ts';
import type { Surroundings } from './surroundings.ts';

export type Stage = {
  readonly keys: KeyRing;
  /** Every answer that any actor got, or anybody else whose answers count. */
  readonly answers: readonly TrailStep[];
  hear(step: TrailStep): void;
  /** The one-time links that the accounts were registered with. */
  readonly links: readonly Marker[];
  cast(): Cast;
  /** Everybody leaves; whoever comes next is fresh, and holds what was registered. `hands`: on the wire, though the run has a browser. */
  clear(hands?: Scenario['hands']): Promise<void>;
};

type Scenery = {
  readonly target: ReferenceTarget;
  readonly users: readonly RealmUser[];
  readonly history: OpenHistory;
  readonly exits: Surroundings['exits'];
};

/** Registers the break-glass accounts through the desk's mailed links, as people would, and seals the target in that state. */
export async function openStage(options: WorldOptions, { target, users, history, exits }: Scenery): Promise<Stage> {
  const keys = createKeyRing(options.fixtures?.breakGlassPasswords);
  const answers: TrailStep[] = [];
  const hear = (step: TrailStep): void => void answers.push(step);
  const common = {
    target,
    keys,
    exits,
    users,
    authorityPem: options.authority.certificatePem,
    model: target.listedHardware,
    random: seededRandom(options.seed, `actors ${options.index}`),
    record: history.record.bind(history),
    heard: hear,
  };
  const links = await registerAccounts(target, createActors({ ...common, kind: 'wire' }));
  await target.seal();
  const sealed = keys.snapshot();
  // What an abandoned act still does after its time ran out belongs to no scenario: its answers are kept for the audit, its operations are not.
  let act = 0;
  const enter = (hands?: Scenario['hands']): Cast => {
    const mine = ++act;
    const record = (operation: Recorded): void => {
      if (mine === act) history.record(operation);
    };
    return createActors(
      options.mode === 'browser' && hands !== 'wire'
        ? { ...common, record, kind: 'browser', browser: options.browser }
        : { ...common, record, kind: 'wire' },
    );
  };
  let cast = enter();
  return {
    keys,
    answers,
    hear,
    links,
    cast: () => cast,
    clear: async (hands) => {
      await cast.dismiss();
      keys.restore(sealed);
      cast = enter(hands);
    },
  };
}

/** With the software authenticator: what a world's accounts hold was registered, not planted. */
async function registerAccounts(target: ReferenceTarget, cast: Cast): Promise<readonly Marker[]> {
  const links: Marker[] = [];
  for (const account of Object.keys(breakGlassAccounts) as BreakGlassAccountName[]) {
    await target.issueRegistrationLink?.(account);
    const mail = (await target.mailbox?.messages(breakGlassAccounts[account].email)) ?? [];
    links.push(
      ...mail.flatMap((message) =>
        message.links.map(({ hash }): Marker => ({ whose: `the link of ${account}`, class: 'one-time-link', value: hash.slice(1) })),
      ),
    );
    const outcome = await cast.actors.breakGlass({ account }).register();
    if (outcome.kind !== 'ok') throw new Error(`the break-glass account ${account} could not be registered: ${JSON.stringify(outcome)}`);
  }
  await cast.dismiss();
  return links;
}
