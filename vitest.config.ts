/** How our own tests run: each file in a process of its own, for sockets, signals and clocks are process-wide. */
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take from a quarter of a minute to several minutes. They come first, so that at the end no one of them is waited for alone. */
const long = [
  'keycloak-',
  'teeth-ingress',
  'teeth-outage',
  'clean-up.',
  'teeth-saml',
  'teeth-oidc',
  'teeth',
  'cli-run',
  'clean-up-',
  'defects',
  'isolated-manifest',
  'faults',
];
const rank = ({ moduleId }: TestSpecification): number => {
  const at = long.findIndex((beginning) => moduleId.includes(`/test/${beginning}`));
  return at === -1 ? long.length : at;
};

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other));
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/contract/**', 'test/samples/**'],
    pool: 'forks',
    // The runner's own choice leaves one core for whoever watches: of two, half.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    testTimeout: 20_000,
    hookTimeout: 60_000,
    retry: 0,
    allowOnly: false,
    passWithNoTests: false,
  },
});
