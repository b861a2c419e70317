/** An actor without hands of a person: it stands where the ingress stands, and says what it likes to a product. */
import { type NetworkName, networks } from '../fixtures/fixtures.ts';
import type { InsideProduct } from '../target/target.ts';
import type { Outcome } from '../verdict/results.ts';
import type { Insider } from './actors.ts';
import type { Answer } from './agent.ts';
import type { ActorsOptions } from './company.ts';
import { judged, unknown } from './judged.ts';
import { noPage } from './page.ts';
import { recordedAct } from './recorded-act.ts';
import { placeOf } from './trail.ts';

/** A page of each that is there for everybody who may come in. */
const paths: Readonly<Record<InsideProduct, string>> = { tracker: '/api/issues', 'admin-hub': '/' };
const hostOf = { tracker: 'tracker', 'admin-hub': 'admin' } as const;

export const insiderOf = (options: ActorsOptions, from: NetworkName): Insider => ({
  handContexts: (contexts, to = 'tracker') =>
    recordedAct(
      { record: (operation) => options.record(operation), now: options.now ?? Date.now },
      { actor: 'insider', from },
      {
        verb: `hand ${contexts.length} user contexts to ${to} ${paths[to]}`,
        gone: () => false,
        work: () => handed(options, from, { contexts, to }),
      },
    ),
});

type Handing = { readonly contexts: readonly string[]; readonly to: InsideProduct };
async function handed({ target, heard }: ActorsOptions, from: NetworkName, { contexts, to }: Handing): Promise<Outcome> {
  if (!target.inside) return unknown('nobody can stand inside this target');
  const { status, reference } = await target.inside.handOver({ product: to, path: paths[to], contexts, peer: networks[from] });
  const origin = target.origins[hostOf[to]];
  const url = new URL(paths[to], origin);
  const step = { place: placeOf(url), status, reference };
  heard?.(step);
  const answer: Answer = { kind: 'answer', url, status, reference, trail: [step], ...noPage };
  return judged(answer, { target, origin });
}
