/** The users of one realm of the embedded identity provider: who signs in with what, and what is said about them. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { UserConfiguration } from './configuration.ts';
import { subjectFor } from './from-seed.ts';

export type Person = UserConfiguration & { readonly subject: string };
export type SignIn = { readonly kind: 'known'; readonly person: Person } | { readonly kind: 'wrong' } | { readonly kind: 'disabled' };

export class People {
  readonly all: readonly Person[];
  readonly #disabled = new Set<string>();
  readonly #newPasswords = new Map<string, string>();

  constructor(seed: number, realm: string, users: readonly UserConfiguration[]) {
    this.all = users.map((user) => ({ ...user, subject: subjectFor(seed, `${realm} subject of ${user.name}`) }));
  }

  /** Only who gives the right password is told that the account is disabled. */
  signIn(nameOrEmail: string, password: string): SignIn {
    const wanted = nameOrEmail.trim().toLowerCase();
    const person = this.all.find((each) => each.name.toLowerCase() === wanted || each.email.toLowerCase() === wanted);
    if (person === undefined || !sameText(this.#newPasswords.get(person.name) ?? person.password, password)) return { kind: 'wrong' };
    return this.#disabled.has(person.name) ? { kind: 'disabled' } : { kind: 'known', person };
  }

  /** Undefined for a disabled one: nothing more is vouched for then. */
  bySubject(subject: string): Person | undefined {
    return this.all.find((each) => each.subject === subject && !this.#disabled.has(each.name));
  }

  /** Throws when there is nobody of that name. */
  byName(name: string): Person {
    const person = this.all.find((each) => each.name === name);
    if (person === undefined) throw new Error(`no user named ${name}`);
    return person;
  }

  disable(name: string): void {
    this.#disabled.add(this.byName(name).name);
  }

  setPassword(name: string, password: string): void {
    this.#newPasswords.set(this.byName(name).name, password);
  }

  /** Everybody enabled, with the password of the start. */
  revert(): void {
    this.#disabled.clear();
    this.#newPasswords.clear();
  }

  get disabled(): readonly string[] {
    return [...this.#disabled];
  }
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
const sameText = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other));

/** As Keycloak's default client scopes `profile` and `email` have them. */
export const claimsOf = (person: Person): Record<string, string | boolean> & { sub: string } => ({
  sub: person.subject,
  email: person.email,
  email_verified: true,
  name: `${person.givenName} ${person.familyName}`,
  preferred_username: person.name,
  given_name: person.givenName,
  family_name: person.familyName,
});
