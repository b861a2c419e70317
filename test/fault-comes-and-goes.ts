/** What every fault must show in a world: absent, then present, then absent. */
import { expect } from 'vitest';
import type { Fault } from '../harness/faults/fault.ts';
import type { Undo } from '../harness/idp/driver.ts';
import type { World } from '../harness/scenario/scenario.ts';

/** Heals whatever was seen. What it resolves with is the heal, for whoever tries it a second time. */
export async function comesAndGoes(fault: Fault, view: World): Promise<Undo> {
  expect(await fault.observe(view)).toMatchObject({ seen: 'absent' });
  const undo = await fault.install(view);
  try {
    expect(await fault.observe(view)).toMatchObject({ seen: 'present' });
  } finally {
    await undo();
  }
  expect(await fault.observe(view)).toMatchObject({ seen: 'absent' });
  return undo;
}
