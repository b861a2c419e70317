/** A worker's own whole system: target, realm, exits, fault proxy, actors and observers, returned to its provisioned state before every act. */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type RunningAutomation, startAutomation } from '../automation/index.ts';
import type { Healing } from '../checkers/checker.ts';
import { createHistory } from '../history/index.ts';
import { type SystemLog, systemLog } from '../ports/system-log.ts';
import { worldClock } from '../ports/world-clock.ts';
import type { World } from '../scenario/scenario.ts';
import { type ReferenceTarget, startReferenceTarget } from '../target/reference/index.ts';
import { type OwnPasswords, ownPasswords } from './own-passwords.ts';
import { type RealmInUse, realmInUse } from './realm-in-use.ts';
import type { RunningWorld, WorldOptions } from './running-world.ts';
import { openStage, type Stage } from './stage.ts';
import { type Surroundings, startSurroundings } from './surroundings.ts';
import { demandThatTapsHear } from './tap-hears.ts';
import { underWay } from './under-way.ts';
import { wayForIdp } from './way-for-idp.ts';

export type { RunningWorld, WorldOptions } from './running-world.ts';

/** Boots a world on its realm of the pool, with its break-glass accounts registered. When something cannot be started, what was started until then is ended first. */
export async function startWorld(options: WorldOptions): Promise<RunningWorld> {
  const passwords = await ownPasswords(await options.idp.realm(options.index), options.fixtures ?? {});
  const realm = realmInUse(passwords.realm);
  const [surroundings, log, history] = [await startSurroundings(options), systemLog(), createHistory()];
  let target: ReferenceTarget | undefined;
  let automation: RunningAutomation | undefined;
  try {
    target = await startTarget(options, { surroundings, realm, log });
    await introduced(realm, target);
    const stage = await openStage(options, { target, users: realm.realm.users, history, exits: surroundings.exits });
    const { names, exits } = surroundings;
    automation = await startAutomation({
      authority: options.authority,
      names,
      exit: exits.probe,
      publish: target.hrFeed.publish,
      heard: stage.hear,
    });
    await demandThatTapsHear(surroundings, target);
    return runningWorld(options, { passwords, realm, surroundings, log, history, target, automation, stage });
  } catch (error) {
    await automation?.close();
    await target?.close();
    await surroundings.close();
    throw error;
  }
}

/** So that whoever asks for a sign-in by SAML, a person in `up` or a probe, is known at the identity provider. */
async function introduced({ realm }: RealmInUse, { saml }: Pick<ReferenceTarget, 'saml'>): Promise<void> {
  if (saml) await realm.introduceRelyingParty({ samlSigningCertificatePem: saml.signingCertificatePem });
}

async function startTarget(
  options: WorldOptions,
  { surroundings, realm, log }: { surroundings: Surroundings; realm: RealmInUse; log: SystemLog },
): Promise<ReferenceTarget> {
  const { index, seed, authority, workloads, sockets, nameGuard, processes, policy, fixtures } = options;
  const { names, observer, exits } = surroundings;
  const folder = folderOf(options);
  await mkdir(folder, { recursive: true });
  return startReferenceTarget({
    folder,
    authority,
    workloads,
    realm: realm.realm,
    names,
    log,
    observer,
    clock: worldClock(),
    chance: { seed, label: `world ${index}` },
    egress: { address: exits.egress.host, port: exits.egress.port },
    ...(processes ? { processes: { ...processes, sockets, nameGuard } } : {}),
    ...(policy ? { policy } : {}),
    ...(fixtures?.breakGlassRanges ? { breakGlassRanges: fixtures.breakGlassRanges } : {}),
  });
}

/** Its audit logs and stores; gone with the world, so that another one of its index starts anew. */
const folderOf = ({ runFolder, index }: WorldOptions): string => join(runFolder, `world-${index}`);

type Parts = {
  readonly passwords: OwnPasswords;
  readonly realm: RealmInUse;
  readonly surroundings: Surroundings;
  readonly log: SystemLog;
  readonly history: ReturnType<typeof createHistory>;
  readonly target: ReferenceTarget;
  readonly automation: RunningAutomation;
  readonly stage: Stage;
};

function runningWorld(options: WorldOptions, parts: Parts): RunningWorld {
  const { passwords, realm, surroundings, log, history, target, automation, stage } = parts;
  const { names, exits, tap, silence } = surroundings;
  const { mark, hands, forgetMarks, ...scenario } = underWay(history);
  const healings: Healing[] = [];
  const idpWay = wayForIdp(options.idpNames, names);
  const view = viewOf(options, parts, { idpReaches: idpWay.open, mark });
  return {
    index: options.index,
    zonesApart: options.processes !== undefined,
    view,
    authority: options.authority,
    target,
    names,
    exits,
    users: realm.realm.users,
    passwordsAgain: passwords.setAgain,
    keys: stage.keys,
    history,
    tap,
    answers: stage.answers,
    healings,
    mode: options.mode,
    secrets: () => [
      ...stage.links,
      ...realm.secrets.map((value) => ({ whose: `realm ${realm.realm.name}`, class: 'client-secret', value }) as const),
    ],
    logText: log.text,
    duringAct: silence.since().heard(),
    ...scenario,
    ranScenario: (healing) => {
      idpWay.close();
      healings.push(healing);
    },
    reset: async () => {
      idpWay.close();
      await stage.cast().dismiss();
      await realm.revertIfTouched();
      await target.reset();
      automation.personnel.handOut();
      await stage.clear(hands());
      forgetMarks();
    },
    captureFailure: failureCapture(options, stage),
    close: async () => {
      idpWay.close();
      await stage.cast().dismiss();
      await automation.close();
      await target.close();
      await surroundings.close();
      await rm(folderOf(options), { recursive: true, force: true });
    },
  };
}

/** The world as scenarios and faults see it. */
function viewOf(
  { idp }: WorldOptions,
  { realm, surroundings, target, automation, stage }: Parts,
  more: Pick<World, 'idpReaches' | 'mark'>,
): World {
  const { names, faultProxy, probe, silence } = surroundings;
  return {
    target,
    realm: realm.realm,
    idp,
    silence,
    faultProxy,
    names,
    probe,
    automation,
    get actors() {
      return stage.cast().actors;
    },
    ...more,
  };
}

/** Each in a folder of its own, by the world, a number and the scenario. */
function failureCapture({ index, attachments }: WorldOptions, stage: Stage): RunningWorld['captureFailure'] {
  let captured = 0;
  return async (id) => {
    captured += 1;
    const part = `${String(index)}-${captured}-${id.replaceAll('/', '.')}`;
    const taken = await stage.cast().captureOnFailure(join(attachments, part));
    return taken.map((attachment) => ({ ...attachment, file: `attachments/${part}/${attachment.file}` }));
  };
}
