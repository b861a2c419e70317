/** The users of one realm of the embedded identity provider: who signs in with what, and what is said about them. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { UserConfiguration } from './configuration.ts';
import { subjectFor } from './from-seed.ts';
import type { JsonValue } from './settings.ts';

export type Person = Omit<UserConfiguration, 'email'> & {
  readonly subject: string;
  readonly email: string | null;
  readonly enabled: boolean;
};
export type SignIn = { readonly kind: 'known'; readonly person: Person } | { readonly kind: 'wrong' } | { readonly kind: 'disabled' };

export class People {
  readonly #seeded: readonly Person[];
  readonly #newSubject: (name: string) => string;
  #all: readonly Person[];

  constructor(seed: number, realm: string, users: readonly UserConfiguration[]) {
    let made = 0;
    this.#newSubject = (name) => subjectFor(seed, `${realm} subject ${++made} of ${name}`);
    this.#seeded = users.map((user) => ({ ...user, subject: subjectFor(seed, `${realm} subject of ${user.name}`), enabled: true }));
    this.#all = this.#seeded;
  }

  get all(): readonly Person[] {
    return this.#all;
  }

  /** Only who gives the right password is told that the account is disabled. */
  signIn(nameOrEmail: string, password: string): SignIn {
    const wanted = nameOrEmail.trim().toLowerCase();
    const named = this.#all.find((each) => each.name.toLowerCase() === wanted);
    const person = named ?? this.#all.find((each) => each.email?.toLowerCase() === wanted);
    if (person === undefined || !sameText(person.password, password)) return { kind: 'wrong' };
    return person.enabled ? { kind: 'known', person } : { kind: 'disabled' };
  }

  /** Undefined for a disabled one: nothing more is vouched for then. */
  bySubject(subject: string): Person | undefined {
    return this.#all.find((each) => each.subject === subject && each.enabled);
  }

  /** Throws when there is nobody of that name. */
  byName(name: string): Person {
    const person = this.#all.find((each) => each.name === name);
    if (person === undefined) throw new Error(`no user named ${name}`);
    return person;
  }

  /** Throws when there is nobody of that name. */
  change(name: string, change: Partial<Pick<Person, 'enabled' | 'password' | 'email' | 'groups'>>): null {
    this.byName(name);
    this.#all = this.#all.map((each) => (each.name === name ? { ...each, ...change } : each));
    return null;
  }

  /** The same person under another subject, which is returned. */
  changeSubject(name: string): string {
    const subject = this.#newSubject(this.byName(name).name);
    this.#all = this.#all.map((each) => (each.name === name ? { ...each, subject } : each));
    return subject;
  }

  /** Returns the subject. Throws when the name is taken; an e-mail address may be shared. */
  create(user: UserConfiguration): string {
    if (this.#all.some(({ name }) => name === user.name)) throw new Error(`there is a user named ${user.name} already`);
    const subject = this.#newSubject(user.name);
    this.#all = [...this.#all, { ...user, subject, enabled: true }];
    return subject;
  }

  removeAll(): null {
    this.#all = [];
    return null;
  }

  /** Everybody as at the start, and nobody else. */
  revert(): void {
    this.#all = this.#seeded;
  }

  get asSeeded(): boolean {
    return this.#all === this.#seeded;
  }
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
const sameText = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other));

type Claims = Readonly<Record<string, JsonValue | undefined>> & { readonly sub: string };

/** As Keycloak's default client scopes `profile` and `email` have them. */
export const claimsOf = (person: Person): Claims => ({
  sub: person.subject,
  ...(person.email === null ? {} : { email: person.email }),
  email_verified: true,
  name: `${person.givenName} ${person.familyName}`,
  preferred_username: person.name,
  given_name: person.givenName,
  family_name: person.familyName,
});

/** What the relying party gets besides, whatever it asks for. */
export const workplaceOf = ({ groups = [], department, title }: Person): Readonly<Record<string, JsonValue | undefined>> => ({
  groups: groups.length === 0 ? undefined : groups,
  department,
  title,
});
