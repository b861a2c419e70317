/** The process of the embedded identity provider: waits for `start` on its control channel, serves, does what it is asked, and ends with its parent. */
import type { EmbeddedIdpConfiguration } from './configuration.ts';
import type { ControlAnswer, ControlOperations, ControlRequest, ControlVerb } from './control.ts';
import type { EmbeddedRealm } from './realm.ts';
import { installShiftedClock, setClockOffset } from './shifted-clock.ts';

type Handlers = { readonly [Verb in ControlVerb]: (takes: ControlOperations[Verb]['takes']) => Promise<ControlOperations[Verb]['gives']> };

const realms = new Map<string, EmbeddedRealm>();

function realmOf({ realm }: { readonly realm: string }): EmbeddedRealm {
  const found = realms.get(realm);
  if (found === undefined) throw new Error(`no realm named ${realm}`);
  return found;
}

/** Everything that keeps a hold on `Date` is loaded here, after the clock stands. */
async function start(configuration: EmbeddedIdpConfiguration): Promise<{ readonly port: number }> {
  if (realms.size > 0) throw new Error('it has been started already');
  const [{ EmbeddedRealm }, { fetchThroughExit }, { listen }] = await Promise.all([
    import('./realm.ts'),
    import('./outgoing.ts'),
    import('./server.ts'),
  ]);
  const fetch = fetchThroughExit(configuration);
  for (const realm of configuration.realms) realms.set(realm.name, await EmbeddedRealm.open(realm, { ...configuration, fetch }));
  return { port: await listen(new URL(configuration.publicOrigin), configuration.port, realms) };
}

const handlers: Handlers = {
  start,
  state: async (takes) => realmOf(takes).state(),
  'signing-key': async (takes) => realmOf(takes).signingKey(),
  'change-settings': async (takes) => realmOf(takes).changeSettings(takes.change),
  introduce: async (takes) => realmOf(takes).introduce(takes.keys),
  'rotate-client-secret': async (takes) => realmOf(takes).rotateClientSecret(),
  'rotate-keys': (takes) => realmOf(takes).rotateKeys(takes.removeOldKeys),
  'add-key': (takes) => realmOf(takes).addKey(),
  'set-certificate-validity': (takes) => realmOf(takes).setCertificateValidity(takes.validity),
  'set-password': async (takes) => realmOf(takes).setPassword(takes.name, takes.password),
  'disable-user': async (takes) => realmOf(takes).people.change(takes.name, { enabled: false }),
  'change-subject': async (takes) => realmOf(takes).people.changeSubject(takes.name),
  'change-email': async (takes) => realmOf(takes).people.change(takes.name, { email: takes.email }),
  'remove-from-groups': async (takes) => realmOf(takes).people.change(takes.name, { groups: [] }),
  'create-user': async (takes) => realmOf(takes).people.create(takes.user),
  'remove-users': async (takes) => realmOf(takes).people.removeAll(),
  'end-sessions': (takes) => realmOf(takes).endSessions(takes.name),
  revert: async (takes) => realmOf(takes).revert(),
  'set-clock': async ({ offsetSeconds }) => setClockOffset(offsetSeconds),
};

/** The verb chooses the handler, so what it takes fits; the compiler cannot see that through a union. */
const handle = ({ verb, takes }: ControlRequest): Promise<unknown> => (handlers[verb] as (takes: unknown) => Promise<unknown>)(takes);

async function answerTo(request: ControlRequest): Promise<ControlAnswer> {
  try {
    return { id: request.id, gives: await handle(request) };
  } catch (problem) {
    return { id: request.id, problem: problem instanceof Error ? problem.message : 'failed' };
  }
}

installShiftedClock();
process.on('message', (request: ControlRequest) => {
  answerTo(request).then((answered) => process.send?.(answered));
});
// Without its parent there is nobody left to ask it for anything.
process.on('disconnect', () => process.exit(0));
process.on('SIGTERM', () => process.exit(0));
