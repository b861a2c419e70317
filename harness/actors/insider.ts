/** An actor without hands of a person: it stands where the ingress stands, and says what it likes to a product. */
import { type NetworkName, networks } from '../fixtures/fixtures.ts';
import type { Outcome } from '../verdict/results.ts';
import type { Insider } from './actors.ts';
import type { Answer } from './agent.ts';
import type { ActorsOptions } from './company.ts';
import { judged, unknown } from './judged.ts';
import { noPage } from './page.ts';
import { recordedAct } from './recorded-act.ts';
import { placeOf } from './trail.ts';

const path = '/api/issues';

export const insiderOf = (options: ActorsOptions, from: NetworkName): Insider => ({
  handContexts: (contexts) =>
    recordedAct(
      { record: (operation) => options.record(operation), now: options.now ?? Date.now },
      { actor: 'insider', from },
      { verb: `hand ${contexts.length} user contexts to tracker ${path}`, gone: () => false, work: () => handed(options, from, contexts) },
    ),
});

async function handed({ target, heard }: ActorsOptions, from: NetworkName, contexts: readonly string[]): Promise<Outcome> {
  if (!target.inside) return unknown('nobody can stand inside this target');
  const { status, reference } = await target.inside.handOver({ product: 'tracker', path, contexts, peer: networks[from] });
  const url = new URL(path, target.origins.tracker);
  const step = { place: placeOf(url), status, reference };
  heard?.(step);
  const answer: Answer = { kind: 'answer', url, status, reference, trail: [step], ...noPage };
  return judged(answer, { target, origin: target.origins.tracker });
}
