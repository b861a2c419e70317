/** The running embedded identity provider: its process, its realms, and every way in which it can be gone. */
import { readFile } from 'node:fs/promises';
import type { EmbeddedIdpConfiguration, RealmConfiguration } from '../../../fakes/index.ts';
import {
  acrValues,
  launchpadClient,
  otherRelyingParty,
  type PersonRecord,
  people,
  realmName,
  relyingParty,
  samlContextClasses,
  samlRelyingParty,
} from '../../fixtures/fixtures.ts';
import type { Realm, RunningIdp, StartOptions, Undo } from '../driver.ts';
import type { RelyingPartyKeys } from '../realm-changes.ts';
import { ask, type Upstream } from './ask.ts';
import { ControlChannel } from './control-channel.ts';
import { embeddedRealm } from './realm.ts';

const answerTimeoutMs = 1_000;
const users = Object.entries<PersonRecord>(people).map(([name, { note: _ours, ...person }]) => ({ name, ...person }));

const realmConfiguration = (name: string, introduced: RelyingPartyKeys): RealmConfiguration => ({
  name,
  client: relyingParty,
  publicClient: launchpadClient,
  otherClient: otherRelyingParty,
  serviceProvider: samlRelyingParty,
  acrValues,
  samlContextClasses,
  introduced,
  users,
});

export class RunningEmbeddedIdp implements RunningIdp {
  readonly driver = 'embedded';
  readonly version: string;
  readonly hang?: () => Promise<Undo>;
  readonly clock = { shift: (bySeconds: number): Promise<Undo> => this.#shiftClock(bySeconds) };
  readonly #options: StartOptions;
  #channel: ControlChannel;
  /** By realm; what a restarted process is told anew. */
  readonly #introduced = new Map<string, RelyingPartyKeys>();
  #port = 0;
  #offsetSeconds = 0;

  private constructor(version: string, options: StartOptions) {
    this.version = version;
    this.#options = options;
    this.#channel = new ControlChannel(options.runFolder, options.lease);
    // Windows has no signal that stops a process.
    if (process.platform !== 'win32') this.hang = () => this.#hang();
  }

  /** Rejects when the process does not come up; nothing is left of it then. */
  static async start(version: string, options: StartOptions): Promise<RunningEmbeddedIdp> {
    const idp = new RunningEmbeddedIdp(version, options);
    await idp.#configure();
    return idp;
  }

  async #configure(): Promise<void> {
    const { publicOrigin, seed, exit, authorityPemFile, realms } = this.#options;
    const configuration: EmbeddedIdpConfiguration = {
      publicOrigin: publicOrigin.origin,
      port: this.#port,
      seed,
      exit,
      authorityPem: await readFile(authorityPemFile, 'utf8'),
      realms: Array.from({ length: realms }, (_, index) => realmName(index + 1)).map((name) =>
        realmConfiguration(name, this.#introduced.get(name) ?? {}),
      ),
    };
    try {
      this.#port = (await this.#channel.ask('start', configuration)).port;
      this.#offsetSeconds = 0;
      if (!(await this.answers())) throw new Error('the embedded identity provider came up and does not answer');
    } catch (problem) {
      await this.#channel.kill();
      throw problem;
    }
  }

  upstream(): Upstream {
    return { host: '127.0.0.1', port: this.#port };
  }

  async realm(index: number): Promise<Realm> {
    const name = realmName(index);
    const { users: known } = await this.#channel.ask('state', { realm: name });
    const withSubjects = users.map((user) => {
      const subject = known.find((each) => each.name === user.name)?.subject;
      const { name: called, email, password, otpSecret } = user;
      return { name: called, email, password, otpSecret, ...(subject === undefined ? {} : { subject }) };
    });
    return embeddedRealm({
      name,
      issuer: new URL(`/realms/${name}`, this.#options.publicOrigin),
      users: withSubjects,
      channel: () => this.#channel,
      upstream: () => this.upstream(),
      introduced: (keys) => void this.#introduced.set(name, { ...this.#introduced.get(name), ...keys }),
    });
  }

  /** Asks for the first realm's discovery document, with a deadline of one second. */
  async answers(): Promise<boolean> {
    const path = `/realms/${realmName(1)}/.well-known/openid-configuration`;
    return ask(this.upstream(), path, { timeoutMs: answerTimeoutMs }).then(
      ({ status }) => status === 200,
      () => false,
    );
  }

  stop(): Promise<void> {
    return this.#channel.stop();
  }

  kill(): Promise<void> {
    return this.#channel.kill();
  }

  /** On the same port if nobody took it meanwhile. */
  async restart(): Promise<void> {
    await this.#channel.stop();
    this.#channel = new ControlChannel(this.#options.runFolder, this.#options.lease);
    await this.#configure();
  }

  async #hang(): Promise<Undo> {
    const hanging = this.#channel;
    hanging.signal('SIGSTOP');
    if (await this.answers()) throw new Error('the embedded identity provider still answers after SIGSTOP');
    return async () => {
      // Killed or restarted meanwhile: then there is nothing left that hangs.
      if (!hanging.runs) return;
      hanging.signal('SIGCONT');
      if (!(await this.answers())) throw new Error('the embedded identity provider does not answer after SIGCONT');
    };
  }

  async #shiftClock(bySeconds: number): Promise<Undo> {
    const before = this.#offsetSeconds;
    await this.#setClock(before + bySeconds);
    return () => this.#setClock(before);
  }

  /** Read back within two seconds of what it should show. */
  async #setClock(offsetSeconds: number): Promise<void> {
    const shownAt = await this.#channel.ask('set-clock', { offsetSeconds });
    if (Math.abs(shownAt - Date.now() - offsetSeconds * 1000) > 2_000)
      throw new Error('the clock of the embedded identity provider did not move');
    this.#offsetSeconds = offsetSeconds;
  }
}
