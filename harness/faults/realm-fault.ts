/** Maker of the faults that an administrator of the identity provider makes in its realm, for real, on whatever product runs. */
import type { Realm } from '../idp/driver.ts';
import type { SignInEnd, SignInWishes } from '../idp-probe/oidc-sign-in.ts';
import type { Disturbable, Fault } from './fault.ts';
import { seenBySignIn } from './observing.ts';

type RealmFault = Pick<Fault, 'name' | 'title' | 'meets'> &
  Partial<Pick<Fault, 'family' | 'observe' | 'setting'>> & {
    /** A text that it returns is what the fault is seen by, where that is not known before: a new key id, a new subject. */
    change(realm: Realm, world: Disturbable): Promise<unknown>;
    /** Whether a sign-in that ends so shows the fault. `made` is what `change` returned last. */
    seen?(end: SignInEnd, made: string | undefined, world: Disturbable): boolean;
    readonly wishes?: SignInWishes;
  };

/** Heals by taking the realm back to what was seeded. Either `seen` or `observe` says how it is seen. */
export function realmFault({ change, seen = () => false, wishes, observe, ...described }: RealmFault): Fault {
  const made = new WeakMap<Realm, string>();
  return {
    family: 'oidc',
    means: 'realm',
    needs: [],
    shared: false,
    ...described,
    async install(world) {
      const { realm } = world;
      const what = await change(realm, world);
      if (typeof what === 'string') made.set(realm, what);
      return () => realm.revert();
    },
    observe: observe ?? seenBySignIn((end, world) => seen(end, made.get(world.realm), world), wishes),
  };
}
