/** Diagnoses of sign-ins that the identity provider vouched for and the directory refused: nothing of single sign-on is wrong then (M-11, N-04, N-05). */
import { comparing, type Diagnoses, under } from './entry.ts';
import { domainExpected } from './expected.ts';

export const directorySignIn: Diagnoses = under('directory.sign-in', {
  suspended: {
    means: 'Single sign-on worked. The person is suspended here, and so is not let in.',
    change:
      'Look at the person. If they should come in, let them in again there; if they should not, nothing has to be changed. Whom a connector or the HR feed suspended may be suspended again with its next change.',
    repair: { at: 'people' },
  },
  'domain-not-verified': comparing(
    {
      means:
        'Single sign-on worked. The e-mail address that the identity provider gave for the person is of a domain that is not verified here.',
      change:
        'If it is a domain of yours, claim it, or have us look for its proof. If it is not, have another address entered for the person at the identity provider, or none.',
      repair: { at: 'domains' },
    },
    domainExpected,
  ),
});
