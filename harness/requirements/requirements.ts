/** All requirements, in the order of their ids. */
import { access } from './catalogue/access.ts';
import { afterUse } from './catalogue/after-use.ts';
import { automation } from './catalogue/automation.ts';
import { conditions } from './catalogue/conditions.ts';
import { drills } from './catalogue/drills.ts';
import { federation } from './catalogue/federation.ts';
import { isolationGateway } from './catalogue/isolation-gateway.ts';
import { keyElements } from './catalogue/key-elements.ts';
import { login } from './catalogue/login.ts';
import { management } from './catalogue/management.ts';
import { policy } from './catalogue/policy.ts';
import { purpose } from './catalogue/purpose.ts';
import { reset } from './catalogue/reset.ts';
import { sessionLifetime } from './catalogue/session-lifetime.ts';
import { widerPractice } from './catalogue/wider-practice.ts';
import type { Requirement } from './requirement.ts';

export const requirements: readonly Requirement[] = [
  ...purpose,
  ...policy,
  ...conditions,
  ...reset,
  ...afterUse,
  ...management,
  ...keyElements,
  ...drills,
  ...login,
  ...federation,
  ...sessionLifetime,
  ...isolationGateway,
  ...access,
  ...automation,
  ...widerPractice,
];
