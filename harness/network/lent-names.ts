/** A name service with no names of its own: somebody lends it theirs for a while. The identity provider's exit asks it, because all worlds share the identity provider. */
import type { NameTable } from './names.ts';

type Names = Pick<NameTable, 'resolve'>;

export type LentNames = Names & {
  /** From now on these hosts are found where `names` has them at that moment. Returns what ends it; throws when somebody else lends already, for there is one answer to a name. */
  lend(names: Names, hosts: readonly string[]): () => void;
};

export function lentNames(): LentNames {
  let lent: { readonly names: Names; readonly hosts: readonly string[] } | undefined;
  return {
    resolve: (name, by) => (lent?.hosts.includes(name) ? lent.names.resolve(name, by) : undefined),
    lend(names, hosts) {
      if (lent) throw new Error('the identity provider reaches a world already: scenarios that need it run alone');
      const mine = { names, hosts };
      lent = mine;
      return () => {
        if (lent === mine) lent = undefined;
      };
    },
  };
}
