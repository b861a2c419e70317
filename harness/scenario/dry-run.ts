/** What a dry run says, of the group rules or of the HR feed, as expectations. */
import type { SystemRefusal } from '../../system/index.ts';
import { orgAdmin } from './directory-kit.ts';
import type { Expectation } from './scenario.ts';

type Foretold = { readonly totals: { readonly gains: number; readonly loses: number }; readonly guard: string };
type Said = { readonly gains: number; readonly loses: number; readonly guard: SystemRefusal | 'allowed' };

const inWords = ({ gains, loses, guard }: Said | { readonly gains: number; readonly loses: number; readonly guard: string }): string =>
  `${gains} memberships gained, ${loses} lost, and the guard says ${guard}`;

/** Of the draft as it is after the act. */
export const dryRunSays = (said: Said): Expectation => ({
  claim: `the dry run says: ${inWords(said)}`,
  judge: async ({ world }) => {
    const admin = await orgAdmin(world);
    const { outcome, body } = await admin.readHub('/group-rules/dry-run');
    if (outcome.kind !== 'ok') return { judged: 'unclear', observed: `there was no dry run: ${outcome.kind}` };
    const { totals, guard } = body as Foretold;
    const observed = inWords({ ...totals, guard });
    return { judged: observed === inWords(said) ? 'met' : 'not-met', observed };
  },
});

type NotDoneRead = { readonly notDone?: { readonly leftSuspended: readonly { readonly userName?: string; readonly by: string }[] } };

/** The dry run of the feed as it is after the act names exactly this person among those who stay suspended. */
export const dryRunLeavesSuspended = (userName: string, by: string): Expectation => ({
  claim: `the dry run of the feed says that ${userName} stays suspended, by the word of ${by}`,
  judge: async ({ world }) => {
    const { outcome, body } = await (await orgAdmin(world)).readHub('/hr-feed/dry-run');
    if (outcome.kind !== 'ok') return { judged: 'unclear', observed: `there was no dry run: ${outcome.kind}` };
    const left = (body as NotDoneRead).notDone?.leftSuspended ?? [];
    const observed = left.map((each) => `${each.userName ?? 'somebody'} by ${each.by}`).join(', ') || 'nobody';
    return { judged: observed === `${userName} by ${by}` ? 'met' : 'not-met', observed };
  },
});
