/** Makes the provider's ID tokens say what the realm's settings make of the truth: levels, workplace, and every claim that was set wrong. */
import type { Provider } from 'oidc-provider';
import type { RealmConfiguration } from './configuration.ts';
import { type People, workplaceOf } from './people.ts';
import { afterRules, type JsonValue, type RealmSettings } from './settings.ts';

type Payload = Record<string, JsonValue | undefined>;
/** What the library's types leave out of its ID token class. Logout tokens are made by the same class, and carry `events`. */
type IdTokenParts = {
  readonly available: { readonly acr?: string };
  readonly extra: { readonly events?: unknown };
  readonly client: { readonly clientId: string };
  payload(): Promise<Payload>;
};
type IdTokenClass = { readonly prototype: IdTokenParts; expiresIn(): number };

export type Said = { readonly configuration: RealmConfiguration; readonly settings: RealmSettings; readonly people: People };

/** Changes the one provider that it is given. */
export function sayInIdTokens(provider: Provider, said: Said): void {
  const idToken = provider.IdToken as unknown as IdTokenClass;
  const { payload } = idToken.prototype;
  idToken.prototype.payload = async function (this: IdTokenParts): Promise<Payload> {
    const honest = await payload.call(this);
    return 'events' in this.extra ? honest : changed(honest, this, said);
  };
  // The library takes no lifetime of zero from its settings.
  idToken.expiresIn = () => said.settings.tokenLifetimeSeconds;
}

function changed(honest: Payload, { available, client }: IdTokenParts, { configuration, settings, people }: Said): Payload {
  if (client.clientId !== configuration.client.clientId) return { ...honest, acr: available.acr };
  const person = people.bySubject(String(honest.sub));
  const acr = { truthful: available.acr, missing: undefined, 'not-honoured': available.acr, untrue: configuration.acrValues.twoFactors }[
    settings.acr
  ];
  return { ...afterRules({ ...honest, ...(person ? workplaceOf(person) : {}), acr }, settings.claims) };
}
