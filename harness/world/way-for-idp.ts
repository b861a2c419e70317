/** The way from the identity provider to one world's login host: closed unless somebody opens it, because every world has a host of that name. */
import { hosts } from '../fixtures/fixtures.ts';
import type { LentNames } from '../network/lent-names.ts';
import type { NameTable } from '../network/names.ts';

export type WayForIdp = {
  /** Opening an open way changes nothing. Throws when another world's is open. */
  open(): void;
  close(): void;
};

export function wayForIdp(idpNames: LentNames, names: NameTable): WayForIdp {
  let takeBack: (() => void) | undefined;
  return {
    open: () => {
      takeBack ??= idpNames.lend(names, [hosts.login]);
    },
    close: () => {
      takeBack?.();
      takeBack = undefined;
    },
  };
}
