/** Every department comes in small letters from one night to the next, and the rule for a group compares exactly (N-05). */
import { feedFault } from './directory-fault.ts';

export const feedCaseChanged = feedFault({
  name: 'directory.feed-case-changed',
  title: 'The personnel system writes departments in small letters from now on.',
  meets: 'directory.mass-change.group-emptied',
  change: (honest) => ({
    ...honest,
    people: honest.people.map((person) => ({ ...person, department: person.department.toLowerCase() })),
  }),
  seen: ({ rows }, honest) => {
    const departments = new Set(honest.map(({ department }) => department.toLowerCase()));
    return rows.length === honest.length && rows.every(([, , , , department = '']) => departments.has(department));
  },
});
