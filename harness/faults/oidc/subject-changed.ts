/** The same person comes under another subject, as after a restore from a directory: to us that is somebody else (C-03). OIDC Core 1.0 §5.7. */
import { claimsOf } from '../observing.ts';
import { realmFault } from '../realm-fault.ts';

export const subjectChanged = realmFault({
  name: 'idp.subject-changed',
  title: 'A person comes under another subject than before, with everything else as it was.',
  meets: 'goes-on',
  change: (realm) => realm.changeSubject('uma'),
  seen: (end, subject) => subject !== undefined && claimsOf(end)?.sub === subject,
});
