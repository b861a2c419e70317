/** What the ids are about that a run names, so that its documents can be read without the catalogue. */
import { decisions, requirements } from '../requirements/index.ts';

const titles: ReadonlyMap<string, string> = new Map([...requirements, ...decisions].map(({ id, title }) => [id, title]));

/** Id to title, each id once; what is no id of the catalogue (a specification) is left out. */
export const titlesOf = (ids: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    [...new Set(ids)].flatMap((id) => {
      const title = titles.get(id);
      return title === undefined ? [] : [[id, title]];
    }),
  );
