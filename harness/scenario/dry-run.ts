/** What a dry run of the group rules says, as an expectation. */
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
