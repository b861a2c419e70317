/** Maker of the faults of what stands between a connector and the cloud: seen by what a connector is answered there. */
import type { GatewayMode } from '../../automation/index.ts';
import type { Fault } from '../fault.ts';

type GatewayFault = Pick<Fault, 'name' | 'title' | 'meets'> & {
  readonly mode: GatewayMode;
  /** The status that a connector hears, and whether the cloud itself was asked. */
  readonly answers: number;
  readonly asksTheCloud: boolean;
};

/** Absent only when the cloud's own answer comes through. */
export const gatewayFault = ({ mode, answers, asksTheCloud, ...described }: GatewayFault): Fault => ({
  family: 'directory',
  means: 'automation',
  needs: [],
  shared: false,
  ...described,
  install: ({ automation: { gateway } }) => gateway.disturb(mode),
  observe: async ({ automation: { gateway } }) => {
    const seen = await gateway.look();
    if ('failed' in seen) return { seen: 'unclear', detail: `nothing came through the gateway: ${seen.failed.kind}` };
    const asked = seen.reference !== undefined;
    const detail = `answered ${seen.status} ${asked ? 'after the cloud was asked' : 'by the gateway itself'}`;
    if (seen.status === answers && asked === asksTheCloud) return { seen: 'present', detail };
    return { seen: seen.status === 200 && asked ? 'absent' : 'unclear', detail };
  },
});
