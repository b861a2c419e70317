/** Makers of the scenarios about faults of what changes the directory: one import or one activation while its source is broken, what must come of it, and that it works again afterwards. Calibration: the same from an honest source. */
import type { SystemRefusal } from '../../system/index.ts';
import type { User } from '../actors/actors.ts';
import { type Job, scimUser } from '../automation/index.ts';
import type { Fault } from '../faults/fault.ts';
import type { Outcome } from '../verdict/results.ts';
import { counted, fewAreGone } from './counted-people.ts';
import { imported, importedStaff, orgAdmin, ranJob, rosterIsTold, ruledStaff, type Staff, staffed, whatIsHeld } from './directory-kit.ts';
import { afterwards, refusedWith } from './expectations.ts';
import { type Expectation, type Scenario, scenario, type World } from './scenario.ts';

type Claim = Pick<Scenario, 'proves'> & { readonly refusedWith: SystemRefusal };

/** What the mass-change guard stops, people outside are told of. */
const isMass = (code: SystemRefusal): boolean => code.startsWith('directory.mass-change.');
const toldOf = (code: SystemRefusal, about: string): readonly Expectation[] => (isMass(code) ? [rosterIsTold(about)] : []);

const moments = ['directory-before', 'directory-after'] as const;

/** Notes what the directory holds before and after: people, groups, members, org admins, rules. */
export async function watched(world: World, admin: User, work: () => Promise<Outcome>): Promise<Outcome> {
  const note = async (moment: (typeof moments)[number]): Promise<void> => {
    world.mark(moment, `digest of what it holds: ${await whatIsHeld(admin)}`);
  };
  await note('directory-before');
  const outcome = await work();
  await note('directory-after');
  return outcome;
}

/** Nothing of it was done, not even a part. */
export const nothingIsDone: Expectation = {
  claim: 'the directory holds what it held before',
  judge: async ({ marks }) => {
    const [before, after] = moments.map((moment) => marks.find(({ name }) => name === moment)?.note);
    if (before === undefined || after === undefined) return { judged: 'unclear', observed: 'nobody looked' };
    return { judged: before === after ? 'met' : 'not-met', observed: before === after ? 'the same' : 'something else' };
  },
};

/** What else is given than twenty imported people. */
type FeedClaim = Claim & { readonly given?: 'a rule in force' };

/** A feed that comes out wrong is refused whole, with exactly this code. */
export const feedFaultIsRefused = (fault: Fault, { proves, refusedWith: code, given }: FeedClaim) =>
  scenario<object, User>({
    proves,
    needs: ['hr-feed', 'mailbox'],
    honest: {},
    fault,
    given: async (world) => (given === undefined ? importedStaff(world) : (await ruledStaff(world)).admin),
    act: (world, _input, admin) => watched(world, admin, () => imported(world, admin)),
    expect: [
      refusedWith(code),
      nothingIsDone,
      ...toldOf(code, 'An import of the HR feed was stopped'),
      afterwards('afterwards the feed is imported again', async (world) => imported(world, await orgAdmin(world))),
    ],
  });

/** A set of group rules that is wrong is activated by nobody: refused whole, with exactly this code. */
export const rulesFaultIsRefused = (fault: Fault, { proves, refusedWith: code }: Claim) =>
  scenario<object, Awaited<ReturnType<typeof ruledStaff>>>({
    proves,
    needs: ['hr-feed', 'mailbox'],
    honest: {},
    fault,
    given: ruledStaff,
    act: (world, _input, { admin, activate }) => watched(world, admin, () => activate(world.automation.rules.now())),
    expect: [refusedWith(code), nothingIsDone, ...toldOf(code, 'An activation of group rules was stopped')],
  });

/** Of these jobs the guard lets through what is no mass: their first pushes are done. */
const beganWell: ReadonlySet<Job> = new Set(['leavers', 'absences']);

type ConnectorClaim = Claim & { readonly job: Job };

const oneMore = async (world: World, name: string): Promise<Outcome> =>
  (await world.actors.connector().send({ method: 'POST', path: '/Users', body: scimUser(name) })).outcome;

/** A harmless push is refused, before anybody looked. */
const staysStopped: Expectation = {
  claim: 'until an org admin says so, nothing more is served',
  judge: async (seen) =>
    refusedWith('directory.scim.connector-stopped').judge({ ...seen, outcome: await oneMore(seen.world, 'somebody-sooner') }),
};

/** A connector that pushes something wrong is refused, with exactly this code; when that stops it, people outside are told, and it goes on when an org admin says so. */
export const connectorFaultIsRefused = (fault: Fault, { proves, refusedWith: code, job }: ConnectorClaim) =>
  scenario<object, Staff & { readonly admin: User }>({
    proves,
    needs: ['mailbox'],
    honest: {},
    fault,
    given: async (world) => ({ ...(await staffed(world)), admin: await orgAdmin(world) }),
    act: async (world, _input, staff) => {
      await counted(world, staff.admin);
      const outcome = await watched(world, staff.admin, () => ranJob(world, staff, job));
      await counted(world, staff.admin);
      return outcome;
    },
    expect: [
      refusedWith(code),
      beganWell.has(job) ? fewAreGone : nothingIsDone,
      ...toldOf(code, 'The connector hr-suite was stopped'),
      ...(isMass(code) ? [staysStopped] : []),
      afterwards('afterwards the connector is served', async (world) => {
        if (isMass(code)) await (await orgAdmin(world)).administer('connectors/resume', { name: 'hr-suite' });
        return oneMore(world, 'somebody-later');
      }),
    ],
  });
