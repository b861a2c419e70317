/** The teeth of the scenarios about the directory: who is let in, who is an org admin, and what automation may not do. */
import {
  anyScimSchema,
  anyScimToken,
  automationIsNeeded,
  connectorsSuspendNobody,
  loopsAreStoppedForEver,
  loopsAreStoppedLate,
} from '../../harness/defects/index.ts';
import type { SystemRefusal } from '../../system/index.ts';
import { sessionRules } from './sign-in.ts';
import { arrivesInstead, doneInstead, off, refusedInstead, type Tooth, tooStrict } from './tooth.ts';

/** Where a sign-in waits for a connector. */
const needsAutomation: readonly Tooth[] = [refusedInstead([automationIsNeeded], 'directory.sign-in.suspended', 'arrives on tracker')];

/** Without the rule the act arrives. */
const opens = (code: SystemRefusal, host: 'tracker' | 'admin'): readonly Tooth[] => [
  arrivesInstead(off(code), host, `is refused with ${code}`),
];
/** Without the rule another one stands behind it. */
const heldBy = (behind: string, code: SystemRefusal): readonly Tooth[] => [refusedInstead(off(code), behind, `is refused with ${code}`)];

export const directoryTeeth: Readonly<Record<string, readonly Tooth[]>> = {
  'directory/a-person-who-is-suspended-is-refused': opens('directory.sign-in.suspended', 'tracker'),
  'directory/a-connector-cannot-bring-back-whom-an-org-admin-suspended': opens('directory.suspension.of-another', 'admin'),
  'directory/an-hr-feed-does-not-bring-back-whom-an-org-admin-suspended': [
    {
      plants: off('directory.suspension.of-another'),
      red: 'fail',
      failing: 'as many people are active as before',
      observed: 'active people before',
    },
  ],
  'directory/a-person-of-a-domain-that-was-never-verified-is-refused': opens('directory.sign-in.domain-not-verified', 'tracker'),
  'directory/a-claim-never-makes-an-org-admin': opens('admin-hub.access.not-org-admin', 'admin'),
  'directory/a-connector-without-a-token-is-refused': heldBy('directory.scim.token-unknown', 'directory.scim.token-missing'),
  'directory/a-token-that-no-connector-was-given-is-refused': [
    ...heldBy('admin-hub.request.unexpected', 'directory.scim.token-unknown'),
    arrivesInstead([anyScimToken], 'admin', 'is refused with directory.scim.token-unknown'),
  ],
  'directory/a-connector-that-removes-everybody-is-stopped': [
    ...heldBy('directory.mass-change.too-many-memberships-lost', 'directory.mass-change.too-many-suspended'),
    arrivesInstead(off('directory.scim.connector-stopped'), 'admin', 'until an org admin says so, nothing more is served'),
  ],
  'directory/a-connector-that-deactivates-everybody-is-stopped': opens('directory.mass-change.too-many-suspended', 'admin'),
  'directory/a-group-that-comes-without-its-members-is-stopped': [
    ...heldBy('directory.mass-change.too-many-memberships-lost', 'directory.mass-change.group-emptied'),
    doneInstead('directory.mass-change.group-emptied'),
  ],
  'directory/the-roster-is-told-that-a-connector-was-stopped': [
    {
      plants: off(
        'directory.mass-change.too-many-suspended',
        'directory.mass-change.group-emptied',
        'directory.mass-change.too-many-memberships-lost',
      ),
      red: 'fail',
      failing: 'mail about The connector hr-suite was stopped reaches the roster',
      observed: 'no such mail',
    },
  ],
  'directory/a-connector-that-was-stopped-changes-nothing-more': opens('directory.scim.connector-stopped', 'admin'),
  'directory/a-stopped-connector-goes-on-when-an-org-admin-says-so': [
    refusedInstead(tooStrict('directory.administration.not-found'), 'directory.scim.connector-stopped', 'arrives on admin'),
    arrivesInstead(off('directory.scim.connector-stopped'), 'admin', 'a push before that is refused with directory.scim.connector-stopped'),
  ],
  'directory/a-connector-never-makes-an-org-admin': opens('directory.scim.role-given', 'admin'),
  'directory/a-connector-cannot-take-the-name-of-a-break-glass-account': opens('directory.scim.name-taken', 'admin'),
  'directory/a-connector-that-gives-the-address-of-a-break-glass-account-is-refused': opens(
    'directory.scim.email-domain-not-verified',
    'admin',
  ),
  'directory/an-address-below-a-verified-domain-is-refused': opens('directory.scim.email-domain-not-verified', 'admin'),
  'directory/an-old-state-that-is-replayed-is-refused': [
    ...opens('directory.scim.version-outdated', 'admin'),
    doneInstead('directory.scim.version-outdated'),
  ],
  'directory/the-last-org-admin-cannot-be-suspended': opens('directory.mass-change.last-admin-lost', 'admin'),
  'directory/a-plain-user-changes-nothing-in-the-directory': opens('admin-hub.access.not-org-admin', 'admin'),
  'directory/a-person-who-is-deactivated-by-a-connector-loses-the-session': opens('session.host.deactivated', 'tracker'),
  'directory/an-hr-feed-of-half-the-people-is-stopped': opens('directory.mass-change.too-many-suspended', 'admin'),
  'directory/an-hr-feed-of-nobody-is-refused': heldBy('directory.mass-change.too-many-suspended', 'directory.hr-feed.empty'),
  'directory/an-hr-feed-in-which-everybody-left-is-stopped': opens('directory.mass-change.too-many-suspended', 'admin'),
  'directory/an-hr-feed-with-one-person-twice-is-refused': opens('directory.hr-feed.person-repeated', 'admin'),
  'directory/an-hr-feed-in-another-encoding-is-refused': heldBy('directory.hr-feed.header-other', 'directory.hr-feed.not-utf8'),
  'directory/an-hr-feed-whose-departments-and-titles-changed-places-is-stopped': opens('directory.mass-change.too-many-changed', 'admin'),
  'directory/a-group-rule-that-was-inverted-is-stopped': opens('directory.mass-change.too-many-memberships-lost', 'admin'),
  'directory/a-set-of-group-rules-that-empties-a-group-is-stopped': heldBy(
    'directory.mass-change.too-many-memberships-lost',
    'directory.mass-change.group-emptied',
  ),
  'directory/two-group-rules-that-fight-are-stopped': heldBy(
    'directory.mass-change.too-many-memberships-lost',
    'directory.mass-change.group-emptied',
  ),
  'directory/a-connector-that-deactivates-the-org-admins-is-stopped': heldBy(
    'directory.mass-change.admins-lost',
    'directory.mass-change.last-admin-lost',
  ),
  'directory/a-connector-that-speaks-another-schema-is-refused': [
    ...heldBy('admin-hub.request.unexpected', 'directory.scim.malformed'),
    arrivesInstead([anyScimSchema], 'admin', 'is refused with directory.scim.malformed'),
  ],
  'directory/a-connector-that-gives-a-user-name-twice-is-refused': [
    ...opens('directory.scim.name-taken', 'admin'),
    doneInstead('directory.scim.name-taken'),
  ],
  'directory/an-hr-feed-whose-columns-moved-is-refused': heldBy('directory.hr-feed.empty', 'directory.hr-feed.header-other'),
  'directory/an-hr-feed-that-was-cut-off-is-refused': opens('directory.hr-feed.line-broken', 'admin'),
  'directory/an-hr-feed-without-titles-is-refused': heldBy('directory.hr-feed.empty', 'directory.hr-feed.line-broken'),
  'directory/an-hr-feed-with-a-date-that-nobody-can-read-is-refused': opens('directory.hr-feed.date-wrong', 'admin'),
  'directory/an-uploaded-hr-feed-of-half-the-people-is-stopped': [
    ...opens('directory.mass-change.too-many-suspended', 'admin'),
    doneInstead('directory.mass-change.too-many-suspended'),
  ],
  'directory/a-person-is-let-in-by-an-hr-feed-on-their-first-day-and-not-before': [
    {
      plants: off('directory.employment.not-begun'),
      red: 'fail',
      failing: 'of the active people there are as many then, and 1 more at the end',
      observed: '1 more then, and 1 more at the end',
    },
  ],
  'directory/a-person-is-suspended-by-an-hr-feed-on-the-day-that-ends-it-and-not-before': [
    {
      plants: off('directory.employment.ended'),
      red: 'fail',
      failing: 'of the active people there are as many then, and 1 fewer at the end',
      observed: 'as many then, and as many at the end',
    },
  ],
  'directory/an-hr-feed-that-does-not-come-is-refused': heldBy('directory.hr-feed.header-other', 'directory.hr-feed.not-received'),
  'directory/an-hr-feed-with-an-address-of-the-recovery-domain-is-refused': opens('directory.hr-feed.email-domain-not-verified', 'admin'),
  'directory/an-hr-feed-whose-departments-are-spelled-otherwise-is-stopped': heldBy(
    'directory.mass-change.too-many-changed',
    'directory.mass-change.group-emptied',
  ),
  'directory/sign-in-goes-on-while-a-connector-is-answered-429': needsAutomation,
  'directory/sign-in-goes-on-while-a-connector-is-answered-500': needsAutomation,
  'directory/a-connector-that-repeats-one-push-for-ever-is-told-to-wait': [
    ...heldBy('directory.scim.name-taken', 'directory.scim.refused-too-often'),
    {
      plants: [loopsAreStoppedLate],
      red: 'fail',
      failing: 'one mail about The connector hr-suite was refused 50 times reaches the roster',
      observed: ' such mails within',
    },
    refusedInstead(
      [loopsAreStoppedForEver],
      'directory.scim.refused-too-often',
      'when the hour is over, the connector is served without anybody’s word',
    ),
  ],
  'directory/sign-in-stops-at-the-idp-when-every-org-admin-is-suspended-there': [
    arrivesInstead(off(...sessionRules), 'tracker', 'is stopped by the identity provider with a question'),
  ],
  'directory/break-glass-gets-in-while-every-org-admin-is-suspended': [
    arrivesInstead(off(...sessionRules), 'tracker', 'the org admin is stopped by the identity provider with a question'),
  ],
  'directory/what-a-connector-took-away-comes-back-when-it-is-thrown-away': [
    {
      plants: tooStrict('directory.administration.not-found'),
      red: 'fail',
      failing: 'as many people are active as before',
      observed: 'active people before',
    },
    {
      plants: [connectorsSuspendNobody],
      red: 'fail',
      failing: 'some people were gone in between',
      observed: 'active people before',
    },
  ],
  'directory/what-was-stopped-is-not-done-when-it-would-do-something-else': opens('directory.held.other-than-shown', 'admin'),
  'directory/what-was-stopped-is-not-done-over-a-newer-import': opens('directory.held.outdated', 'admin'),
  'directory/what-an-org-admin-threw-away-is-done-by-nobody': heldBy('admin-hub.request.unexpected', 'directory.administration.not-found'),
  'directory/what-the-guard-stopped-is-done-when-an-org-admin-resumes-it': [
    refusedInstead(off('directory.mass-change.too-many-suspended'), 'directory.administration.not-found', 'arrives on admin'),
  ],
};
