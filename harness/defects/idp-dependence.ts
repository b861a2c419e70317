/** Parts that should go on without the identity provider, and that ask for it first (A-12, C-02, S12). */
import type { SystemDefect, WorldDefect } from './defect.ts';

type Admission = { readonly access: string; readonly answer: string };

/** The ingress lets a session in only while the monitor's last word is good. Anonymous routes and refusals are as ever. */
export const sessionsNeedTheIdp: SystemDefect = {
  name: 'dependence:sessions-need-the-idp',
  kind: 'dependence',
  breaks: 'Whether the identity provider is well is asked at every use of a session.',
  plant: (policy, site) => {
    const needless = {
      code: 'ingress.admission.idp-away',
      cites: ['C-02'],
      holds: ({ answer }: Admission) => answer !== 'allowed' || site.idpIsWell(),
    } as const;
    const { ingress } = policy.cloud;
    return { ...policy, cloud: { ...policy.cloud, ingress: { ...ingress, admission: [...ingress.admission, needless] } } };
  },
};

/** A cold start that rejects while the identity provider does not answer. */
export const startNeedsTheIdp: WorldDefect = {
  name: 'dependence:start-needs-the-idp',
  kind: 'world',
  breaks: 'The system asks the identity provider before it starts, and does not start without an answer.',
  async spoil({ target, view }) {
    const { restart } = target;
    const asking = async (): Promise<void> => {
      const symptom = await view.probe.ask();
      if (symptom.kind !== 'answered') throw new TypeError(`the system did not start: the identity provider said ${symptom.kind}`);
      await restart?.();
    };
    Object.assign(target, { restart: asking });
  },
};
