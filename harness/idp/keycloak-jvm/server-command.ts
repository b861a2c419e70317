/** The command line of a Keycloak that runs as a plain Java process, without its shell script. */
import { join } from 'node:path';
import { jvmFlags } from '../keycloak/server-options.ts';
import type { Java } from './java.ts';

export type ServerCommand = {
  readonly java: Java;
  /** Where the libraries lie; absolute. */
  readonly installation: string;
  /** What Keycloak calls its home: configuration, providers, data. The installation itself, or a folder that borrows from it. Absolute. */
  readonly home: string;
  readonly temporaryFolder: string;
  /** More flags for the virtual machine. */
  readonly flags?: readonly string[];
  /** `build …` or `start …`. */
  readonly args: readonly string[];
};

const opened = ['java.util', 'java.util.concurrent', 'java.security', 'java.lang'];

/** Arguments for `java.executable`. No performance data file is kept, for it would outlive a killed process. */
export const javaArguments = ({ installation, home, temporaryFolder, flags = [], args }: ServerCommand): readonly string[] => [
  ...jvmFlags,
  '-XX:-UsePerfData',
  ...flags,
  `-Djava.io.tmpdir=${temporaryFolder}`,
  `-Dkc.home.dir=${home}`,
  `-Djboss.server.config.dir=${join(home, 'conf')}`,
  '-Djava.util.logging.manager=org.jboss.logmanager.LogManager',
  '-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory',
  '-Duser.language=en',
  '-Duser.country=US',
  ...opened.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`),
  '--enable-native-access=ALL-UNNAMED',
  '-cp',
  join(installation, 'lib', 'quarkus-run.jar'),
  'io.quarkus.bootstrap.runner.QuarkusEntryPoint',
  ...args,
];

/** Nothing of the caller's environment reaches the child: a stray proxy or Keycloak setting there would change what is tested. */
export function cleanEnvironment(added: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const kept = ['PATH', 'SystemRoot', 'SystemDrive', 'windir'].map((name) => [name, process.env[name]] as const);
  return { LANG: 'C.UTF-8', ...Object.fromEntries(kept.filter(([, value]) => value !== undefined)), ...added };
}
