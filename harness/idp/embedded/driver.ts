/** Operates the embedded identity provider: an OpenID provider in Node, in a process of its own, that needs nothing on the machine. */
import { embeddedIdpVersion } from '../../../fakes/index.ts';
import type { IdpDriver, Usable } from '../driver.ts';
import { RunningEmbeddedIdp } from './running.ts';

const usable = (): Usable => {
  const version = embeddedIdpVersion();
  if (version === undefined) return { yes: false, why: 'its library, oidc-provider, is not installed', remedy: 'run npm ci' };
  return { yes: true, version: `oidc-provider ${version}`, detail: 'runs in Node, in a process of its own' };
};

export const embedded: IdpDriver = {
  name: 'embedded',
  usable: async () => usable(),
  /** Rejects when the process does not come up in 10 s. */
  async start(options) {
    const found = usable();
    if (!found.yes) throw new Error(`the embedded identity provider cannot start: ${found.why}`);
    options.progress(`starting ${found.version}`);
    return RunningEmbeddedIdp.start(found.version, options);
  },
};
