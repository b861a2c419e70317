/** What was started is ended exactly once: by itself before the rest, or with the rest in the reverse order. */
import { expect, test } from 'vitest';
import { closers } from '../harness/run/closers.ts';

function opened(...names: readonly string[]) {
  const ended: string[] = [];
  const all = closers();
  const early = Object.fromEntries(names.map((name) => [name, all.onClose(() => ended.push(name))]));
  return { all, early, ended };
}

test('ends in the reverse order, once', async () => {
  const { all, ended } = opened('first', 'second', 'third');
  await all.close();
  await all.close();
  expect(ended).toEqual(['third', 'second', 'first']);
});

test('what was ended before is left out of the end', async () => {
  const { all, early, ended } = opened('first', 'second', 'third');
  await early.second?.();
  await early.second?.();
  await all.close();
  await early.first?.();
  expect(ended).toEqual(['second', 'third', 'first']);
});
