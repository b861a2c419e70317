/** The tables and verifiers of the ingress in one value (S6). */
import type { RuleTable } from '../../kernel/rule.ts';
import { type AdmissionFacts, admissionRules } from './admission.ts';
import { type FindRoute, routeFor } from './find-route.ts';
import { type LastingFacts, lastingRules } from './lasting/rules.ts';
import { type IngressFacts, ingressRules } from './request.ts';
import { type RouteTableFacts, routeTableRules } from './route-table/rules.ts';
import { type ReadTarget, readTarget } from './target.ts';

export type IngressPolicy = {
  readonly request: RuleTable<IngressFacts>;
  readonly admission: RuleTable<AdmissionFacts>;
  readonly lasting: RuleTable<LastingFacts>;
  readonly routeTable: RuleTable<RouteTableFacts>;
  readonly readTarget: ReadTarget;
  readonly findRoute: FindRoute;
};

export const releasedIngressPolicy: IngressPolicy = Object.freeze({
  request: Object.freeze(ingressRules),
  admission: Object.freeze(admissionRules),
  lasting: Object.freeze(lastingRules),
  routeTable: Object.freeze(routeTableRules),
  readTarget,
  findRoute: routeFor,
});
