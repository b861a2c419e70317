/** The realm as a SAML identity provider: metadata, single sign-on and single logout at one endpoint. SAML Profiles 2.0 §4.1, §4.4. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { deflateRawSync } from 'node:zlib';
import {
  type AuthnRequest,
  BadSamlMessage,
  idpMetadata,
  type LogoutRequest,
  type SamlSigningKey,
  samlLogoutResponse,
  writeForm,
} from '../../saml/index.ts';
import type { RealmConfiguration } from '../configuration.ts';
import { readForm } from '../form.ts';
import { honoursLevels, type Level } from '../levels.ts';
import { answer, postingPage, problemPage } from '../pages.ts';
import type { People, Person } from '../people.ts';
import type { RealmSettings } from '../settings.ts';
import type { SignInSteps, Ticket } from '../sign-in.ts';
import type { RealmStore } from '../store.ts';
import { nameIdOf, responseFor } from './assertion.ts';
import { messageIn, type SamlMessage } from './message.ts';
import { type SamlSession, type SamlSessions, samlSessions } from './sessions.ts';

export type SamlParts = {
  readonly issuer: string;
  readonly configuration: RealmConfiguration;
  readonly people: People;
  readonly store: RealmStore;
  readonly steps: SignInSteps;
  /** Asked at every request: what an administrator did last counts. */
  settings(): RealmSettings;
  /** The first one signs. */
  keys(): readonly [SamlSigningKey, ...SamlSigningKey[]];
};

type Exchange = { readonly request: IncomingMessage; readonly response: ServerResponse };
/** A sign-in that a request asked for. */
type Asked = { readonly requestId: string; readonly relayState?: string; readonly wanted: Level; readonly already?: string };

export const samlPath = '/protocol/saml';
const pendingKind = 'SamlSignIn';
const refusal = (text: string) => problemPage('This request cannot be served', `Go back to the application and try again. ${text}`);

export class SamlEndpoint {
  readonly #parts: SamlParts;
  readonly #sessions: SamlSessions;

  constructor(parts: SamlParts) {
    this.#parts = parts;
    this.#sessions = samlSessions(parts.store, new URL(parts.issuer).pathname);
  }

  /** `path` is below the realm and has no query. */
  async serve(path: string, exchange: Exchange): Promise<void> {
    const { response } = exchange;
    try {
      if (path === `${samlPath}/descriptor`) this.#describe(response);
      else if (path.startsWith(`${samlPath}/sign-in/`)) await this.#signIn(path.slice(`${samlPath}/sign-in/`.length), exchange);
      else if (path === samlPath) await this.#take(exchange);
      else answer(response, 404, problemPage('Nothing is here', 'Check the address.'));
    } catch (problem) {
      if (!(problem instanceof BadSamlMessage)) throw problem;
      answer(response, 400, refusal(`Its request was refused: ${problem.message}.`));
    }
  }

  #describe(response: ServerResponse): void {
    const endpoint = `${this.#parts.issuer}${samlPath}`;
    const certificates = this.#parts.keys().map(({ certificatePem }) => certificatePem);
    const document = idpMetadata({ entityId: this.#parts.issuer, ssoUrl: endpoint, sloUrl: endpoint, certificates });
    response.writeHead(200, { 'content-type': 'application/samlmetadata+xml; charset=utf-8' }).end(document);
  }

  async #take(exchange: Exchange): Promise<void> {
    const message = await this.#message(exchange.request);
    if (message.kind === 'sign-in') await this.#asked(message.request, message.relayState, exchange);
    else if (message.kind === 'logout') this.#logout(message.request, message.relayState, exchange.response);
    else answer(exchange.response, 200, problemPage('You are signed out', 'You can close this page.'));
  }

  /** Only from the service provider that is known, present and enabled, and only with its signature. */
  async #message(request: IncomingMessage): Promise<SamlMessage> {
    const { saml, introduced } = this.#parts.settings();
    const { samlSigningCertificatePem: certificate } = introduced;
    if (certificate === undefined || !saml.present || !saml.enabled) throw new BadSamlMessage('nobody knows who asks');
    const form = request.method === 'POST' ? await readForm(request) : undefined;
    const message = messageIn(form ? { form } : { address: new URL(request.url ?? '', this.#parts.issuer) }, certificate);
    if (message.kind !== 'logged-out' && message.request.issuer !== this.#parts.configuration.serviceProvider.entityId)
      throw new BadSamlMessage('nobody knows who asks');
    return message;
  }

  async #asked(asking: AuthnRequest, relayState: string | undefined, { request, response }: Exchange): Promise<void> {
    const { saml } = this.#parts.settings();
    if (asking.acsUrl !== '' && asking.acsUrl !== saml.acsUrl) throw new BadSamlMessage('the answer would go to an unknown address');
    const wanted = this.#wantedLevel(asking);
    const session = asking.forceAuthn ? undefined : this.#sessions.of(request);
    const asked: Asked = { requestId: asking.id, wanted, ...(relayState === undefined ? {} : { relayState }) };
    const person = session && this.#parts.people.bySubject(session.subject);
    if (session && person && (wanted === 'password' || session.level === 'twoFactors'))
      return this.#respond(person, session, { asked, response });
    const id = randomUUID();
    const pending: Asked = person ? { ...asked, already: person.subject } : asked;
    this.#parts.store.put(pendingKind, id, { ...pending });
    response.writeHead(302, { location: `${this.#parts.issuer}${samlPath}/sign-in/${id}`, 'cache-control': 'no-store' }).end();
  }

  #wantedLevel({ authnContexts }: AuthnRequest): Level {
    const { twoFactors } = this.#parts.configuration.samlContextClasses;
    return honoursLevels(this.#parts.settings().acr) && authnContexts.includes(twoFactors) ? 'twoFactors' : 'password';
  }

  async #signIn(id: string, { request, response }: Exchange): Promise<void> {
    const asked = this.#parts.store.list(pendingKind).find((entry) => entry.id === id)?.payload as Asked | undefined;
    if (asked === undefined) throw new BadSamlMessage('this sign-in has ended');
    const ticket: Ticket = { id, wanted: asked.wanted, ...(asked.already === undefined ? {} : { already: asked.already }) };
    if (request.method !== 'POST') return answer(response, 200, this.#parts.steps.form(ticket));
    const form = await readForm(request);
    if (form === undefined) return answer(response, 413, problemPage('Too much was sent', 'Go back and try again.'));
    const step = this.#parts.steps.judge(ticket, form);
    if (step.kind === 'ask') return answer(response, 200, step.html);
    this.#parts.store.remove(pendingKind, id);
    const session = this.#sessions.open(step.person.subject, step.level, response);
    await this.#respond(step.person, session, { asked, response });
  }

  async #respond(person: Person, session: SamlSession, { asked, response }: { asked: Asked; response: ServerResponse }): Promise<void> {
    const { issuer, configuration } = this.#parts;
    const settings = this.#parts.settings();
    const [key] = this.#parts.keys();
    const nameId = nameIdOf(person, settings.saml.nameIdFormat);
    this.#sessions.named(session.id, nameId);
    const says = {
      issuer,
      audience: configuration.serviceProvider.entityId,
      inResponseTo: asked.requestId,
      sessionIndex: session.index,
      authnContext: this.#contextClass(session.level),
      nowMs: Date.now(),
    };
    const xml = await responseFor(person, nameId, { asked: says, settings: settings.saml, key });
    const fields = writeForm({ field: 'SAMLResponse', xml, relayState: asked.relayState });
    if (settings.saml.responseBinding === 'post') return answer(response, 200, postingPage(settings.saml.acsUrl, fields));
    const query = new URLSearchParams({ ...fields, SAMLResponse: deflateRawSync(xml).toString('base64') });
    response.writeHead(302, { location: `${settings.saml.acsUrl}?${query}`, 'cache-control': 'no-store' }).end();
  }

  #contextClass(level: Level): string {
    const { acr } = this.#parts.settings();
    if (acr === 'missing') return 'urn:oasis:names:tc:SAML:2.0:ac:classes:unspecified';
    return this.#parts.configuration.samlContextClasses[acr === 'untrue' ? 'twoFactors' : level];
  }

  #logout(asking: LogoutRequest, relayState: string | undefined, response: ServerResponse): void {
    const { sessionIndexes } = asking;
    this.#sessions.end(({ index, nameId }) => (sessionIndexes.length > 0 ? sessionIndexes.includes(index) : nameId === asking.nameId));
    const { sloUrl } = this.#parts.configuration.serviceProvider;
    const [key] = this.#parts.keys();
    const heading = { id: `_${randomUUID()}`, issuer: this.#parts.issuer, destination: sloUrl, nowMs: Date.now() };
    const xml = samlLogoutResponse({ ...heading, inResponseTo: asking.id }, key);
    answer(response, 200, postingPage(sloUrl, writeForm({ field: 'SAMLResponse', xml, relayState })));
  }

  /** Ends the sessions of one person. Nobody is told: SAML knows no back channel but SOAP, and the relying party serves none. */
  endSessionsOf(subject: string): void {
    this.#sessions.end((session) => session.subject === subject);
  }

  /** Subjects, once for each session. */
  get subjects(): readonly string[] {
    return this.#sessions.all().map(({ subject }) => subject);
  }
}
