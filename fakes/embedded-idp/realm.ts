/** One realm of the embedded identity provider: its users, its client, its keys, and everything that may be done to them while it runs. */
import { createPrivateKey } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import type { EmbeddedIdpConfiguration, RealmConfiguration } from './configuration.ts';
import type { ControlOperations, RealmState } from './control.ts';
import { derive, type SigningKey, signingKey } from './from-seed.ts';
import { answer, serveLogin } from './login.ts';
import { problemPage } from './pages.ts';
import { People } from './people.ts';
import { clientMetadata, openProvider } from './provider.ts';
import { realmStore } from './store.ts';

/** A method of the library's clients that its types leave out. */
type ToldOfLogout = {
  readonly backchannelLogoutUri?: string | undefined;
  backchannelLogout(subject: string, sessionId: string): Promise<unknown>;
};

export class EmbeddedRealm {
  readonly name: string;
  readonly people: People;
  readonly #configuration: RealmConfiguration;
  readonly #seed: number;
  readonly #issuer: string;
  readonly #fetch: typeof fetch;
  readonly #store = realmStore();
  readonly #seededKey: SigningKey;
  #keys: readonly SigningKey[];
  #provider: Provider;
  /** Never goes back, so that no later key or secret equals an earlier one. */
  #generation = 0;

  constructor(
    configuration: RealmConfiguration,
    { seed, publicOrigin, fetch }: Pick<EmbeddedIdpConfiguration, 'seed' | 'publicOrigin'> & { fetch: typeof globalThis.fetch },
  ) {
    this.name = configuration.name;
    this.#configuration = configuration;
    this.#seed = seed;
    this.#issuer = `${publicOrigin}/realms/${configuration.name}`;
    this.#fetch = fetch;
    this.people = new People(seed, configuration.name, configuration.users);
    this.#seededKey = signingKey(seed, `${configuration.name}-sig`);
    this.#keys = [this.#seededKey];
    this.#putClient(configuration.client.clientSecret);
    this.#provider = this.#open();
  }

  #open(): Provider {
    const { seed, keys, store, people, fetch } = {
      seed: this.#seed,
      keys: this.#keys,
      store: this.#store,
      people: this.people,
      fetch: this.#fetch,
    };
    return openProvider({ issuer: this.#issuer, seed, keys, store, people, fetch });
  }

  /** `request.url` is the path below the realm; `request.originalUrl` the whole. */
  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url?.startsWith('/login/')) return serveLogin(request, response, this.#provider, this.people);
    await this.#provider.callback()(request, response);
    if (!response.writableEnded && !response.headersSent) answer(response, 404, problemPage('Nothing is here', 'Check the address.'));
  }

  get #clientId(): string {
    return this.#configuration.client.clientId;
  }

  #putClient(clientSecret: string): void {
    this.#store.put('Client', this.#clientId, clientMetadata({ ...this.#configuration.client, clientSecret }));
  }

  #clientNow(): { readonly client_secret?: string | undefined } | undefined {
    return this.#store.list('Client').find(({ id }) => id === this.#clientId)?.payload;
  }

  state(): RealmState {
    const [signing = this.#seededKey] = this.#keys;
    const sessions = this.#sessions().map(({ subject }) => this.people.all.find((person) => person.subject === subject)?.name ?? '');
    const disabledUsers = this.people.disabled;
    const client = this.#clientNow();
    const seededClient = client?.client_secret === this.#configuration.client.clientSecret;
    const asSeeded = this.#keys.length === 1 && signing === this.#seededKey && seededClient && sessions.length + disabledUsers.length === 0;
    return { signingKeyId: signing.kid, clientExists: client !== undefined, disabledUsers, sessions, asSeeded };
  }

  #sessions(): readonly {
    readonly id: string;
    readonly subject: string;
    readonly relyingParties: readonly { readonly clientId: string; readonly sessionId: string; readonly grantId: string }[];
  }[] {
    return this.#store.list('Session').flatMap(({ id, payload: { accountId, authorizations = {} } }) => {
      if (accountId === undefined) return [];
      const relyingParties = Object.entries(authorizations).map(([clientId, { sid = '', grantId = '' }]) => ({
        clientId,
        sessionId: sid,
        grantId,
      }));
      return [{ id, subject: accountId, relyingParties }];
    });
  }

  rotateClientSecret(): string {
    this.#generation += 1;
    const secret = derive(this.#seed, `${this.name} secret ${this.#generation}`).subarray(0, 24).toString('base64url');
    this.#putClient(secret);
    return secret;
  }

  /** The new key signs from now on; the old ones stay published, so that what they signed still verifies. */
  rotateKeys(): string {
    this.#generation += 1;
    const key = signingKey(this.#seed, `${this.name}-sig-${this.#generation}`);
    this.#keys = [key, ...this.#keys];
    this.#provider = this.#open();
    return key.kid;
  }

  /** What signs right now, as PKCS#8. */
  signingKey(): ControlOperations['signing-key']['gives'] {
    const [key = this.#seededKey] = this.#keys;
    const privateKeyPem = createPrivateKey({ key, format: 'jwk' }).export({ type: 'pkcs8', format: 'pem' }).toString();
    return { keyId: key.kid, privateKeyPem };
  }

  deleteClient(): null {
    this.#store.remove('Client', this.#clientId);
    return null;
  }

  setPassword(name: string, password: string): boolean {
    this.people.setPassword(name, password);
    return this.people.signIn(name, password).kind !== 'wrong';
  }

  disableUser(name: string): null {
    this.people.disable(name);
    return null;
  }

  /** The sessions are gone before the relying parties are told: one attempt each, 2.5 seconds at most. */
  async endSessions(name: string): Promise<ControlOperations['end-sessions']['gives']> {
    const { subject } = this.people.byName(name);
    const ending = this.#sessions().filter((session) => session.subject === subject);
    const told = ending.flatMap(({ id, relyingParties }) => {
      this.#store.remove('Session', id);
      return relyingParties.map(async ({ clientId, sessionId, grantId }) => {
        this.#store.remove('Grant', grantId);
        this.#store.removeGrant(grantId);
        const client = (await this.#provider.Client.find(clientId)) as ToldOfLogout | undefined;
        if (client?.backchannelLogoutUri !== undefined) await client.backchannelLogout(subject, sessionId);
      });
    });
    const failures = (await Promise.allSettled(told)).filter((result) => result.status === 'rejected');
    for (const failure of failures) console.error(`${this.#issuer}: back-channel logout failed: ${String(failure.reason)}`);
    return { told: told.length, failed: failures.length };
  }

  revert(): null {
    this.#store.clear();
    this.people.revert();
    this.#putClient(this.#configuration.client.clientSecret);
    this.#keys = [this.#seededKey];
    this.#provider = this.#open();
    return null;
  }
}
