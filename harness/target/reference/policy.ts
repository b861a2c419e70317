/** The policies of the reference implementation's zones, and the client by which its cloud asks the outside: the released ones unless a test builds its own (S6). */
import {
  type EdgePolicy,
  type IsolatedPolicy,
  outboundThroughEgress,
  releasedEdgePolicy,
  releasedIsolatedPolicy,
} from '../../../system/index.ts';

export type ReferencePolicy = {
  readonly edge: EdgePolicy;
  readonly cloud: IsolatedPolicy;
  readonly outbound: typeof outboundThroughEgress;
};
export const releasedPolicy: ReferencePolicy = Object.freeze({
  edge: releasedEdgePolicy,
  cloud: releasedIsolatedPolicy,
  outbound: outboundThroughEgress,
});
