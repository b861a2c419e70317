/** The door of the requirement catalogue: every id that a scenario may claim to prove, and what is still without a scenario. */
export { decisions } from './decisions.ts';
export { type Gap, knownGaps } from './known-gaps.ts';
export type { Decision, Part, Requirement } from './requirement.ts';
export { requirements } from './requirements.ts';
