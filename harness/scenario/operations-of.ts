/** The operations of a world's target, for scenarios that need them. */
import type { Operations } from '../target/operations.ts';
import type { World } from './scenario.ts';

/** Throws when the target has none: the plan skips such a scenario before. */
export function operationsOf({ target: { operations } }: World): Operations {
  if (!operations) throw new TypeError('nobody operates this target');
  return operations;
}
