/** The steps of a sign-in, whichever protocol asked for it: a password, and a one-time code after it where two factors are wanted. */
import type { Level } from './levels.ts';
import { oneTimeCodeFits } from './one-time-code.ts';
import { codePage, loginPage } from './pages.ts';
import type { People, Person } from './people.ts';
import type { RealmStore } from './store.ts';

/** One sign-in that is under way. `already`: the subject of a session that a password was enough for. */
export type Ticket = { readonly id: string; readonly wanted: Level; readonly already?: string };
export type Step =
  | { readonly kind: 'ask'; readonly html: string }
  | { readonly kind: 'done'; readonly person: Person; readonly level: Level };

const kindOfEntry = 'HalfSignIn';

const problems = {
  wrong: 'User name or password is not right. Check them and try again.',
  disabled: 'This account is disabled. Ask the people who manage your accounts.',
  code: 'The code is not right, or no longer. Enter the one that your app shows now.',
} as const;

export class SignInSteps {
  readonly #people: People;
  readonly #store: RealmStore;

  constructor(people: People, store: RealmStore) {
    this.#people = people;
    this.#store = store;
  }

  /** The form that comes next. */
  form(ticket: Ticket): string {
    return this.#half(ticket) === undefined ? loginPage() : codePage();
  }

  /** Judges what was sent of that form. */
  judge(ticket: Ticket, form: URLSearchParams): Step {
    const half = this.#half(ticket);
    if (half === undefined) return this.#password(ticket, form);
    const { otpSecret } = half;
    if (otpSecret === undefined || !oneTimeCodeFits(otpSecret, form.get('otp') ?? '', Date.now()))
      return { kind: 'ask', html: codePage(problems.code) };
    this.#store.remove(kindOfEntry, ticket.id);
    return { kind: 'done', person: half, level: 'twoFactors' };
  }

  #password(ticket: Ticket, form: URLSearchParams): Step {
    const name = form.get('username') ?? '';
    const signedIn = this.#people.signIn(name, form.get('password') ?? '');
    if (signedIn.kind !== 'known') return { kind: 'ask', html: loginPage({ name, problem: problems[signedIn.kind] }) };
    if (ticket.wanted === 'password') return { kind: 'done', person: signedIn.person, level: 'password' };
    this.#store.put(kindOfEntry, ticket.id, { accountId: signedIn.person.subject });
    return { kind: 'ask', html: codePage() };
  }

  /** Whoever's password was right before. */
  #half({ id, already }: Ticket): Person | undefined {
    const subject = already ?? this.#store.list(kindOfEntry).find((entry) => entry.id === id)?.payload.accountId;
    return subject === undefined ? undefined : this.#people.bySubject(subject);
  }
}
