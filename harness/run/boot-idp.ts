/** The identity provider of a run, and its own way out. */
import { networks, publicIdpOrigin } from '../fixtures/fixtures.ts';
import { choiceInWords, startChosen, type Wanted } from '../idp/index.ts';
import type { OpenLease } from '../lease/index.ts';
import { type Exit, startExit } from '../network/exit.ts';
import type { LentNames } from '../network/lent-names.ts';

export type IdpOptions = {
  readonly wanted: Wanted;
  readonly image?: string;
  readonly seed: number;
  readonly worlds: number;
  /** No person looks at them. */
  readonly plainPages?: boolean;
  /** Told in words which identity provider is started and why, before it is; once more when it gives way to the next. */
  chose?(words: string): void;
  progress(message: string): void;
};

export type IdpGround = { readonly exit: Exit; readonly authorityPemFile: string; readonly lease: OpenLease; readonly cacheFolder: string };
/** With a realm for each world. Rejects as `startChosen` does. */
export function startIdp(options: IdpOptions, { exit, authorityPemFile, lease, cacheFolder }: IdpGround): ReturnType<typeof startChosen> {
  const image = options.image === undefined ? {} : { image: options.image };
  return startChosen(
    { wanted: options.wanted, chose: (choice) => options.chose?.(choiceInWords(choice)), ...image },
    {
      publicOrigin: new URL(publicIdpOrigin),
      realms: options.worlds,
      seed: options.seed,
      exit: { host: exit.host, port: exit.port },
      authorityPemFile,
      runFolder: lease.runFolder,
      cacheFolder,
      lease,
      progress: options.progress,
      plainPages: options.plainPages ?? false,
      ...image,
    },
  );
}

/** Whether an engine is needed and missing is for the choice of the driver to say, with its remedy. */
const withoutEngine = (): undefined => undefined;

/** Loaded only when a container may be started. */
const engineBridge = async (): Promise<string | undefined> =>
  (await import('../idp/keycloak-container/index.ts')).bridgeAddress().catch(withoutEngine);

/** The identity provider's own way out. Nothing that it calls exists, until a world lends its names. A container reaches it at the bridge. */
export async function startIdpExit(wanted: Wanted, names: LentNames): Promise<Exit> {
  const bridge = wanted === 'auto' || wanted === 'keycloak-container' ? await engineBridge() : undefined;
  return startExit({
    network: 'idp',
    sourceAddress: networks.idp,
    names,
    ...(bridge === undefined ? {} : { listenOn: ['127.0.0.1', bridge] as const }),
  });
}
