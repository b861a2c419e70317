/** What a realm of the pool `w1` … `wN` is made of, as Keycloak's import format writes it. Every id is fixed, so that a reset finds what it resets. */
import { acrValues, realmName } from '../../fixtures/fixtures.ts';
import { clientRepresentations } from './clients.ts';
import { realmId } from './ids.ts';
import { keyComponents, keyProviderType } from './key-components.ts';
import type { RealmKeys } from './realm-keys.ts';
import { browserFlowName, flowConfigRepresentations, flowRepresentations, levelNames } from './sign-in-flow.ts';
import { groupRepresentations, personNames, userProfileComponent, userRepresentation } from './users.ts';

/** How many realms a snapshot holds: the most worlds that one run can have. Their number does not change the time of a start. */
export const realmPoolSize = 8;

/** The whole realm number `index` (1-based), for `--import-realm` and for making it again at run time. */
export function realmRepresentation(index: number, keys: RealmKeys) {
  const realm = realmName(index);
  return {
    id: realmId(realm),
    realm,
    displayName: 'Acme',
    enabled: true,
    sslRequired: 'external',
    registrationAllowed: false,
    resetPasswordAllowed: false,
    rememberMe: false,
    bruteForceProtected: false,
    internationalizationEnabled: false,
    // Cheap on purpose: passwords of fixtures are no secrets, and a login must not cost a tenth of a second of hashing.
    passwordPolicy: 'hashAlgorithm(pbkdf2-sha512) and hashIterations(1)',
    // Several actors may sign in as one person within the half minute that a one-time code lives.
    attributes: { 'acr.loa.map': levelNames(acrValues), realmReusableOtpCode: 'true' },
    browserFlow: browserFlowName,
    authenticationFlows: flowRepresentations(realm),
    authenticatorConfig: flowConfigRepresentations(realm),
    components: {
      [keyProviderType]: keyComponents(realm, keys),
      'org.keycloak.userprofile.UserProfileProvider': [userProfileComponent],
    },
    clients: clientRepresentations(realm),
    groups: groupRepresentations(realm),
    users: personNames.map((name) => userRepresentation(realm, name)),
  };
}
