/** The options that `run` and `up` have in common. */
import { Option } from 'commander';
import type { Wanted } from '../idp/choose.ts';
import { driverNames } from '../idp/index.ts';
import { oneOf, seedValue, someText } from './option-values.ts';
import { UsageError } from './usage-error.ts';

const wantable = ['auto', ...driverNames] as const;

/** No default here, so that a configuration file can give one: `auto` is what counts when nobody says anything. */
export const idpOption = (): Option =>
  new Option(
    '--idp <driver>',
    `which identity provider: ${wantable.join(', ')} (default: auto, the first of the others that this machine can run)`,
  )
    .choices(wantable)
    .argParser(oneOf(wantable));

export const idpImageOption = (): Option =>
  new Option('--idp-image <image>', 'another Keycloak image, for keycloak-container').argParser(someText);

export const seedOption = (): Option =>
  new Option('--seed <number>', 'repeat the random choices of an earlier run (default: a new one, which is printed)').argParser(seedValue);

/** Throws `UsageError` when an image is given to a driver that runs none. */
export function idpImageFits(wanted: Wanted, image: string | undefined): void {
  if (image !== undefined && wanted !== 'auto' && wanted !== 'keycloak-container')
    throw new UsageError(`--idp-image is for keycloak-container; ${wanted} runs no image`);
}
