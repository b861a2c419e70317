/** The teeth of the scenarios about the drills. */
import { changedLog, lastAnswerAgain } from '../../harness/defects/index.ts';
import { off, refusedInstead, type Tooth } from './tooth.ts';

export const drillsTeeth: Readonly<Record<string, readonly Tooth[]>> = {
  'drills/the-client-secret-was-rotated-and-break-glass-repairs-single-sign-on': [
    {
      plants: [lastAnswerAgain],
      red: 'fail',
      failing: 'everyone was locked out, by the rotated secret',
      observed: 'arrived on tracker; arrived on tracker; arrived on tracker',
    },
    refusedInstead(
      off('sso.code-exchange.client-rejected'),
      'sso.code-exchange.request-rejected',
      'everyone was locked out, by the rotated secret',
    ),
    { plants: [changedLog], red: 'fail', failing: 'the audit chain is whole and complete', observed: 'cloud: ' },
  ],
};
