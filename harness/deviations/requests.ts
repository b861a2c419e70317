/** The named deviations of requests, as a raw client writes them down; and the honest request, written by the same hand. */

import { type RequestDeviation, written } from '../../fakes/deviations/requests/raw-request.ts';
import { type RequestDeviationName, requestDeviations } from '../../fakes/deviations/requests.ts';
import type { Compose, RawKind } from '../actors/raw-request.ts';

/** Which honest request it departs from. */
export const kindOf = (name: RequestDeviationName): RawKind => deviation(name).of;

export const composed = (name: RequestDeviationName | 'honest'): Compose =>
  name === 'honest' ? (honest) => written(honest) : (honest, hosts) => deviation(name).make(honest, hosts);

const deviation = (name: RequestDeviationName): RequestDeviation => requestDeviations[name];
