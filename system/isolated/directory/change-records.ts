/** What is put on record of a change before it is done: how many steps of which kind, and whom they touch, by name (B-11, N-08). Threat: a mass change of which nobody can tell later whom it was about. */
import type { DirectoryChange } from '../../kernel/directory.ts';
import type { SafeFacts } from '../../kernel/refusal.ts';
import { endsSomebody, subjectOf } from './subject-of.ts';

const namedInOneRecord = 100;

/** One record for each hundred people. `left`: those among them whose sessions end by it. Where a part is missing, nothing was done. */
export function recordsOf(changes: readonly DirectoryChange[]): readonly SafeFacts[] {
  const counts = Object.fromEntries(
    Object.entries(Object.groupBy(changes, ({ kind }) => kind)).map(([kind, each]) => [kind, each?.length ?? 0]),
  );
  const subjects = [...new Set(changes.flatMap((change) => subjectOf(change) ?? []))];
  const [only = '', ...more] = subjects;
  if (subjects.length === 0) return [{ ...counts, subjects: 0 }];
  if (more.length === 0) return [{ ...counts, subject: only }];
  const leaving = new Set(changes.filter(endsSomebody).map(subjectOf));
  const parts = Math.ceil(subjects.length / namedInOneRecord);
  return Array.from({ length: parts }, (_, at) => {
    const named = subjects.slice(at * namedInOneRecord, (at + 1) * namedInOneRecord);
    const left = named.filter((subject) => leaving.has(subject));
    return {
      ...(at === 0 ? counts : {}),
      subjects: subjects.length,
      named: named.join(' '),
      ...(left.length === 0 ? {} : { left: left.join(' ') }),
      ...(parts === 1 ? {} : { part: at + 1, parts }),
    };
  });
}
