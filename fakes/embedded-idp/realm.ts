/** One realm of the embedded identity provider: its users, its relying parties, its keys, and everything that may be done to them while it runs. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isDeepStrictEqual } from 'node:util';
import type { Provider } from 'oidc-provider';
import type { Validity } from './certificate.ts';
import { clientsOf, isSecretInWrongPlace } from './clients.ts';
import type { EmbeddedIdpConfiguration, RealmConfiguration, RelyingPartyKeys } from './configuration.ts';
import type { ControlOperations, RealmState } from './control.ts';
import { derive } from './from-seed.ts';
import { KeyRing } from './key-ring.ts';
import { serveLogin } from './login.ts';
import { answer, problemPage } from './pages.ts';
import { People } from './people.ts';
import { openProvider } from './provider.ts';
import { SamlEndpoint, samlPath } from './saml/endpoint.ts';
import { openSessions, tellOfLogout } from './sessions.ts';
import { type RealmSettings, seededSettings } from './settings.ts';
import { SignInSteps } from './sign-in.ts';
import { realmStore } from './store.ts';

type Surroundings = Pick<EmbeddedIdpConfiguration, 'seed' | 'publicOrigin'> & { readonly fetch: typeof globalThis.fetch };

/** What a disabled realm still answers, as Keycloak does. */
const describing = ['/.well-known/openid-configuration', '/jwks', `${samlPath}/descriptor`];

const refuseClient = (response: ServerResponse): void =>
  void response.writeHead(401, { 'content-type': 'application/json' }).end(JSON.stringify({ error: 'invalid_client' }));

export class EmbeddedRealm {
  readonly people: People;
  readonly #configuration: RealmConfiguration;
  readonly #surroundings: Surroundings;
  readonly #issuer: string;
  readonly #store = realmStore();
  readonly #keys: KeyRing;
  readonly #steps: SignInSteps;
  readonly #saml: SamlEndpoint;
  #seeded: RealmSettings;
  #settings: RealmSettings;
  #provider: Provider;
  /** Never goes back, so that no later secret equals an earlier one. */
  #generation = 0;

  private constructor(configuration: RealmConfiguration, surroundings: Surroundings, keys: KeyRing) {
    this.#configuration = configuration;
    this.#surroundings = surroundings;
    this.#issuer = `${surroundings.publicOrigin}/realms/${configuration.name}`;
    this.people = new People(surroundings.seed, configuration.name, configuration.users);
    this.#keys = keys;
    this.#seeded = seededSettings(configuration);
    this.#settings = this.#seeded;
    this.#steps = new SignInSteps(this.people, this.#store);
    this.#saml = new SamlEndpoint({
      issuer: this.#issuer,
      configuration,
      people: this.people,
      store: this.#store,
      steps: this.#steps,
      settings: () => this.#settings,
      keys: () => this.#keys.saml,
    });
    this.#provider = this.#open();
  }

  static async open(configuration: RealmConfiguration, surroundings: Surroundings): Promise<EmbeddedRealm> {
    return new EmbeddedRealm(configuration, surroundings, await KeyRing.open(surroundings.seed, configuration.name));
  }

  /** A provider as the realm stands now, over the same store: sessions and codes live on. */
  #open(): Provider {
    this.#store.removeKind('Client');
    for (const client of clientsOf(this.#configuration, this.#settings)) this.#store.put('Client', client.client_id ?? '', client);
    return openProvider({
      issuer: this.#issuer,
      seed: this.#surroundings.seed,
      configuration: this.#configuration,
      settings: this.#settings,
      keys: this.#keys.published(this.#settings),
      store: this.#store,
      people: this.people,
      fetch: this.#surroundings.fetch,
    });
  }

  get present(): boolean {
    return this.#settings.present;
  }

  /** `request.url` is the path below the realm; `request.originalUrl` the whole. */
  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [path = ''] = (request.url ?? '').split('?', 1);
    if (!this.#settings.enabled && !describing.includes(path))
      return answer(response, 400, problemPage('Nobody signs in here now', 'The organisation is disabled.'));
    if (path === '/token' && isSecretInWrongPlace(request.headers.authorization, this.#settings)) return refuseClient(response);
    if (path.startsWith(samlPath)) return this.#saml.serve(path, { request, response });
    const login = { provider: this.#provider, steps: this.#steps, configuration: this.#configuration, settings: this.#settings };
    if (path.startsWith('/login/')) return serveLogin(request, response, login);
    await this.#provider.callback()(request, response);
    if (!response.writableEnded && !response.headersSent) answer(response, 404, problemPage('Nothing is here', 'Check the address.'));
  }

  state(): RealmState {
    const subjects = [...openSessions(this.#store).map(({ subject }) => subject), ...this.#saml.subjects];
    const sessions = subjects.map((subject) => this.people.all.find((person) => person.subject === subject)?.name ?? '');
    const { keyId, certificatePem } = this.#keys.signing;
    const asSeeded =
      this.#keys.asSeeded && this.people.asSeeded && sessions.length === 0 && isDeepStrictEqual(this.#settings, this.#seeded);
    const users = this.people.all.map(({ name, subject, email, enabled, groups = [] }) => ({ name, subject, email, enabled, groups }));
    return { signingKeyId: keyId, certificate: certificatePem, settings: this.#settings, users, sessions, asSeeded };
  }

  changeSettings(change: Partial<RealmSettings>): null {
    this.#settings = { ...this.#settings, ...change };
    this.#provider = this.#open();
    return null;
  }

  introduce(keys: RelyingPartyKeys): null {
    this.#seeded = { ...this.#seeded, introduced: { ...this.#seeded.introduced, ...keys } };
    return this.changeSettings({ introduced: { ...this.#settings.introduced, ...keys } });
  }

  rotateClientSecret(): string {
    this.#generation += 1;
    const label = `${this.#configuration.name} secret ${this.#generation}`;
    const clientSecret = derive(this.#surroundings.seed, label).subarray(0, 24).toString('base64url');
    this.changeSettings({ clientSecret });
    return clientSecret;
  }

  async rotateKeys(removeOldKeys: boolean): Promise<string> {
    const keyId = await this.#keys.rotate(removeOldKeys);
    this.#provider = this.#open();
    return keyId;
  }

  async addKey(): Promise<string> {
    const keyId = await this.#keys.addSecond();
    this.#provider = this.#open();
    return keyId;
  }

  async setCertificateValidity(validity: Validity): Promise<null> {
    await this.#keys.setValidity(validity);
    return null;
  }

  /** What signs right now, as PKCS#8. */
  signingKey(): ControlOperations['signing-key']['gives'] {
    const { keyId, privateKeyPem } = this.#keys.signing;
    return { keyId, privateKeyPem };
  }

  setPassword(name: string, password: string): boolean {
    this.people.change(name, { password });
    return this.people.signIn(name, password).kind !== 'wrong';
  }

  /** The sessions are gone before the relying parties are told: one attempt each. */
  async endSessions(name: string): Promise<ControlOperations['end-sessions']['gives']> {
    const { subject } = this.people.byName(name);
    this.#saml.endSessionsOf(subject);
    const told = await Promise.allSettled(tellOfLogout(this.#store, this.#provider, subject));
    const failures = told.filter((result) => result.status === 'rejected');
    for (const failure of failures) console.error(`${this.#issuer}: back-channel logout failed: ${String(failure.reason)}`);
    return { told: told.length, failed: failures.length };
  }

  revert(): null {
    this.#store.clear();
    this.people.revert();
    this.#keys.revert();
    this.#settings = this.#seeded;
    this.#provider = this.#open();
    return null;
  }
}
