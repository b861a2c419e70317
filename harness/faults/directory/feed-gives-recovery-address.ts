/** Somebody's e-mail address becomes one of the domain where the custody boxes of break-glass accounts are: whoever is known by an address would inherit what it opens (N-05, F-02). */
import { feedFault } from './directory-fault.ts';

const address = 'custody@acme-recovery.test';

export const feedGivesRecoveryAddress = feedFault({
  name: 'directory.feed-gives-recovery-address',
  title: 'The personnel system gives a person an e-mail address of the domain that keeps break-glass.',
  meets: 'directory.hr-feed.email-domain-not-verified',
  change: (honest) => ({
    ...honest,
    people: honest.people.map((person, at) => (at === 0 ? { ...person, email: address } : person)),
  }),
  seen: ({ rows }) => rows.some(([, , email]) => email === address),
});
