/** The policies of the reference implementation's zones, together: the released ones unless a test builds its own (S6). */
import { type EdgePolicy, type IsolatedPolicy, releasedEdgePolicy, releasedIsolatedPolicy } from '../../../system/index.ts';

export type ReferencePolicy = { readonly edge: EdgePolicy; readonly cloud: IsolatedPolicy };
export const releasedPolicy: ReferencePolicy = Object.freeze({ edge: releasedEdgePolicy, cloud: releasedIsolatedPolicy });
