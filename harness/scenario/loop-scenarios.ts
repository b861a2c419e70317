/** Makers of the scenarios about a connector that repeats one push for ever, because what stands between answers that it failed. Calibration: through the same gateway, which hands on. */
import type { User } from '../actors/actors.ts';
import { scimUser } from '../automation/index.ts';
import type { Fault } from '../faults/fault.ts';
import type { Outcome } from '../verdict/results.ts';
import { counted, everybodyIsBack, oneIsNew } from './counted-people.ts';
import { orgAdmin, ranJob, rosterIsToldOnce, type Staff, staffed } from './directory-kit.ts';
import { afterwards, arrives, during, refusedWith } from './expectations.ts';
import { type Scenario, scenario, type World } from './scenario.ts';

type Looping = Staff & { readonly admin: User };
type Claim = Pick<Scenario, 'proves'>;

/** Through the gateway, as the connector is set up. */
async function looping(world: World): Promise<Looping> {
  const staff = await staffed(world);
  return { ...staff, connector: world.actors.connector({ through: 'gateway' }), admin: await orgAdmin(world) };
}

/** More than the cloud lets anybody be refused within an hour. */
const mostTries = 60;

/** A new person is pushed again and again, until it is served. */
async function stubbornly(world: World, staff: Looping): Promise<Outcome> {
  await counted(world, staff.admin);
  let last = await ranJob(world, staff, 'newcomers');
  for (let tries = 1; tries < mostTries && last.kind !== 'ok'; tries += 1) last = await ranJob(world, staff, 'newcomers');
  await counted(world, staff.admin);
  return last;
}

/** Through the same gateway. */
const pushedLater = async ({ actors }: World): Promise<Outcome> =>
  (await actors.connector({ through: 'gateway' }).send({ method: 'POST', path: '/Users', body: scimUser('somebody-later') })).outcome;

const pushVerb = 'push POST Users';

/** The gateway speaks for the cloud and hands nothing on, so that what is tried is the cloud without its connector: it goes on as if nobody had pushed, people sign in, and the push is served when the fault is over. */
export const loopIsRiddenOut = (fault: Fault, { proves }: Claim) =>
  scenario<object, Looping>({
    proves,
    needs: ['mailbox'],
    honest: {},
    fault,
    given: looping,
    act: async (world, _input, staff) => {
      await stubbornly(world, staff);
      return world.actors.user().signIn();
    },
    expect: [
      arrives('tracker'),
      everybodyIsBack,
      during('no push comes further than the gateway', pushVerb, (outcomes) =>
        outcomes.every((outcome) => outcome.kind === 'fault' && outcome.symptom === 'stopped-elsewhere'),
      ),
      afterwards('afterwards the connector is served', pushedLater),
    ],
  });

/** Everything is handed on: the first push is done and no other, until the cloud has been patient enough, says so, and tells people outside. */
export const loopIsRefused = (fault: Fault, { proves }: Claim) =>
  scenario<object, Looping>({
    proves,
    needs: ['mailbox', 'clock'],
    honest: {},
    fault,
    given: looping,
    act: (world, _input, staff) => stubbornly(world, staff),
    expect: [
      refusedWith('directory.scim.refused-too-often'),
      oneIsNew,
      afterwards('when the hour is over, the connector is served without anybody’s word', async (world) => {
        await world.target.clock?.step({ seconds: 3_601 });
        return pushedLater(world);
      }),
      rosterIsToldOnce('The connector hr-suite was refused 50 times'),
    ],
  });
