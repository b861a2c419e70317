/** The people of the fixtures as Keycloak's users, and the form of its user profile. */
import { idpGroups, type PersonName, type PersonRecord, people } from '../../fixtures/fixtures.ts';
import { groupId, userId } from './ids.ts';

export const personNames = Object.keys(people) as readonly PersonName[];

/** A person as realm import and partial import take them: plain password, hashed by the realm's policy on the way in. */
export function userRepresentation(realm: string, name: PersonName) {
  const person: PersonRecord = people[name];
  return {
    id: userId(realm, name),
    username: name,
    enabled: true,
    emailVerified: true,
    email: person.email,
    firstName: person.givenName,
    lastName: person.familyName,
    // The persistent NameID of SAML would be drawn by lot at the first sign-in, and again after every reset.
    attributes: { department: [person.department], title: [person.title], 'saml.persistent.name.id.for.*': [userId(realm, name)] },
    groups: person.groups.map((group) => `/${group}`),
    createdTimestamp: Date.UTC(2026, 0, 1),
    requiredActions: [],
    realmRoles: [`default-roles-${realm}`],
    credentials: [{ type: 'password', value: person.password, temporary: false }, oneTimeCodeCredential(person.otpSecret)],
  };
}

/** RFC 6238 with the parameters that every authenticator app takes. */
const oneTimeCodeCredential = (secret: string) => ({
  type: 'otp',
  userLabel: 'seeded app',
  secretData: JSON.stringify({ value: secret }),
  credentialData: JSON.stringify({ subType: 'totp', digits: 6, counter: 0, period: 30, algorithm: 'HmacSHA1' }),
});

export const groupRepresentations = (realm: string) => idpGroups.map((name) => ({ id: groupId(realm, name), name, path: `/${name}` }));

const profileAttribute = (name: string) => ({ name, permissions: { view: ['admin', 'user'], edit: ['admin'] } });

/** Nothing is demanded of a user: one without an e-mail address signs in all the same, instead of being asked to complete a profile. */
export const userProfileComponent = {
  name: 'user profile',
  providerId: 'declarative-user-profile',
  config: {
    'kc.user.profile.config': [
      JSON.stringify({ attributes: ['username', 'email', 'firstName', 'lastName', 'department', 'title'].map(profileAttribute) }),
    ],
  },
};
