/** How Keycloak is started, whether as a process or in a container: the run-time options of an optimized server behind the fault proxy. */
import { publicIdpOrigin } from '../../fixtures/fixtures.ts';

/** Given to `build`; everything else is a run-time option. No health endpoint: it would open a second port. */
export const buildOptions: readonly string[] = ['--db=dev-file'];

/** Trades peak speed for a fast start. */
export const jvmFlags: readonly string[] = ['-Xmx768m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];

/** The local cache is a run-time choice: given to `build` it is ignored and a cluster is formed. */
export const serverEnvironment: Readonly<Record<string, string>> = { KC_CACHE: 'local' };

export type ServerPlace = {
  /** What browsers and relying parties call it. */
  readonly publicOrigin: URL;
  readonly httpHost: string;
  /** 0: the server takes a free one and says which. */
  readonly httpPort: number;
};
/** What only a server has that people sign in at, and not one on which a snapshot is made. */
export type ServerUse = {
  /** A CONNECT proxy, as the server reaches it. */
  readonly exit: { readonly host: string; readonly port: number };
  /** PEM file, as the server sees it. */
  readonly truststoreFile: string;
  /** As in `StartOptions`. */
  readonly plainPages?: boolean | undefined;
};

/** Where a server stands while its snapshot is made. */
export const makingPlace: ServerPlace = { publicOrigin: new URL(publicIdpOrigin), httpHost: '127.0.0.1', httpPort: 0 };

/** Arguments after `start`. Without a use (while a snapshot is made) the server calls nobody. */
export function startOptions({ publicOrigin, httpHost, httpPort }: ServerPlace, use?: ServerUse): readonly string[] {
  const place = [
    `--hostname=${publicOrigin.origin}`,
    '--http-enabled=true',
    `--http-host=${httpHost}`,
    `--http-port=${httpPort}`,
    '--proxy-headers=xforwarded',
  ];
  return use ? [...place, ...wayOutOptions(use), ...themeOptions(use)] : place;
}

/** A connection for each call: a kept one would outlive the name that it was opened by. */
const wayOutOptions = ({ exit, truststoreFile }: ServerUse): readonly string[] => [
  `--truststore-paths=${truststoreFile}`,
  `--spi-connections-http-client--default--proxy-mappings=.*;http://${exit.host}:${exit.port}`,
  '--spi-connections-http-client--default--reuse-connections=false',
];

/** `base` is the theme that all others of Keycloak are made of: the same forms, and nothing to load beside them. */
const themeOptions = ({ plainPages }: ServerUse): readonly string[] => (plainPages ? ['--spi-theme--default=base'] : []);
