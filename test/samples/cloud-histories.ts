/** Histories in which something of this cloud met another cloud of the provider. */
import type { RunEvidence } from '../../harness/checkers/index.ts';

const crossing = (from: string, to: string) => ({ from, to, channel: 'outbound', atMs: 1, head: 'GET /', body: Buffer.from('12345') });
const crossed = (from: string, to: string): Partial<RunEvidence> => ({ crossings: [crossing('user', 'isolated'), crossing(from, to)] });

export const forgedClouds = [
  {
    kind: 'a request of this cloud to another one',
    change: crossed('isolated', 'other-cloud'),
    finding: '5 bytes went from isolated to other-cloud by outbound',
  },
  {
    kind: 'a request of another cloud to this one',
    change: crossed('other-cloud', 'isolated'),
    finding: '5 bytes went from other-cloud to isolated by outbound',
  },
  {
    kind: 'a question of this cloud for a host of another one',
    change: { lookups: [{ name: 'Tracker.Initech.isolated.test.', by: 'egress' }] },
    finding: 'our cloud asked where Tracker.Initech.isolated.test. is',
  },
  {
    kind: 'a question for a host whose name ends like one of ours',
    change: { lookups: [{ name: 'login.not-acme.isolated.test', by: '127.20.0.3' }] },
    finding: 'our cloud asked where login.not-acme.isolated.test is',
  },
] as const satisfies readonly { readonly kind: string; readonly change: Partial<RunEvidence>; readonly finding: string }[];
