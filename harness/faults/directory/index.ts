/** The faults of what changes the directory that a scenario can name: the personnel system, group rules, connectors. */
import { type ListedFault, listed } from '../listed-fault.ts';
import { feedAllTerminated } from './feed-all-terminated.ts';
import { feedCaseChanged } from './feed-case-changed.ts';
import { feedColumnsMoved } from './feed-columns-moved.ts';
import { feedColumnsSwapped } from './feed-columns-swapped.ts';
import { feedCutOff } from './feed-cut-off.ts';
import { feedDatesUnreadable } from './feed-dates-unreadable.ts';
import { feedEmpty } from './feed-empty.ts';
import { feedGivesRecoveryAddress } from './feed-gives-recovery-address.ts';
import { feedHalved } from './feed-halved.ts';
import { feedMisEncoded } from './feed-mis-encoded.ts';
import { feedPersonTwice } from './feed-person-twice.ts';
import { feedTitlesMissing } from './feed-titles-missing.ts';
import { feedUnavailable } from './feed-unavailable.ts';
import { orgAdminsSuspended } from './org-admins-suspended.ts';
import { rulesFight } from './rules-fight.ts';
import { rulesInverted } from './rules-inverted.ts';
import { rulesMissing } from './rules-missing.ts';
import { scimAnswered429 } from './scim-answered-429.ts';
import { scimAnswered500 } from './scim-answered-500.ts';
import { scimAnswersLost } from './scim-answers-lost.ts';
import { scimDeactivatesEverybody } from './scim-deactivates-everybody.ts';
import { scimDeactivatesOrgAdmins } from './scim-deactivates-org-admins.ts';
import { scimDeletesEverybody } from './scim-deletes-everybody.ts';
import { scimGroupWithoutMembers } from './scim-group-without-members.ts';
import { scimOldStateReplayed } from './scim-old-state-replayed.ts';
import { scimUserNameRepeated } from './scim-user-name-repeated.ts';
import { scimWrongSchema } from './scim-wrong-schema.ts';

export {
  feedAllTerminated,
  feedCaseChanged,
  feedColumnsMoved,
  feedColumnsSwapped,
  feedCutOff,
  feedDatesUnreadable,
  feedEmpty,
  feedGivesRecoveryAddress,
  feedHalved,
  feedMisEncoded,
  feedPersonTwice,
  feedTitlesMissing,
  feedUnavailable,
  orgAdminsSuspended,
  rulesFight,
  rulesInverted,
  rulesMissing,
  scimAnswered429,
  scimAnswered500,
  scimAnswersLost,
  scimDeactivatesEverybody,
  scimDeactivatesOrgAdmins,
  scimDeletesEverybody,
  scimGroupWithoutMembers,
  scimOldStateReplayed,
  scimUserNameRepeated,
  scimWrongSchema,
};

export const directoryFaults: readonly ListedFault[] = listed('directory', {
  'feed-empty': feedEmpty,
  'feed-halved': feedHalved,
  'feed-all-terminated': feedAllTerminated,
  'feed-person-twice': feedPersonTwice,
  'feed-mis-encoded': feedMisEncoded,
  'feed-columns-swapped': feedColumnsSwapped,
  'feed-case-changed': feedCaseChanged,
  'feed-titles-missing': feedTitlesMissing,
  'feed-columns-moved': feedColumnsMoved,
  'feed-cut-off': feedCutOff,
  'feed-dates-unreadable': feedDatesUnreadable,
  'feed-unavailable': feedUnavailable,
  'feed-gives-recovery-address': feedGivesRecoveryAddress,
  'org-admins-suspended': orgAdminsSuspended,
  'rules-inverted': rulesInverted,
  'rules-fight': rulesFight,
  'rules-missing': rulesMissing,
  'scim-deletes-everybody': scimDeletesEverybody,
  'scim-deactivates-everybody': scimDeactivatesEverybody,
  'scim-deactivates-org-admins': scimDeactivatesOrgAdmins,
  'scim-group-without-members': scimGroupWithoutMembers,
  'scim-old-state-replayed': scimOldStateReplayed,
  'scim-wrong-schema': scimWrongSchema,
  'scim-user-name-repeated': scimUserNameRepeated,
  'scim-answered-429': scimAnswered429,
  'scim-answered-500': scimAnswered500,
  'scim-answers-lost': scimAnswersLost,
});
