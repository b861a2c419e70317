/** The teeth of the scenarios about the directory: who is let in, who is an org admin, and what automation may not do. */
import { arrivesInstead, off, type Tooth } from './tooth.ts';

const signIn = 'directory.sign-in';

export const directoryTeeth: Readonly<Record<string, readonly Tooth[]>> = {
  'directory/a-person-who-is-suspended-is-refused': [
    arrivesInstead(off(`${signIn}.suspended`), 'tracker', `is refused with ${signIn}.suspended`),
  ],
  'directory/a-person-of-a-domain-that-was-never-verified-is-refused': [
    arrivesInstead(off(`${signIn}.domain-not-verified`), 'tracker', `is refused with ${signIn}.domain-not-verified`),
  ],
  'directory/a-claim-never-makes-an-org-admin': [
    arrivesInstead(off('admin-hub.access.not-org-admin'), 'admin', 'is refused with admin-hub.access.not-org-admin'),
  ],
};
