/** What an authority makes once for each name and then gives out again: worlds are many, and a key with its certificate costs milliseconds. */

/** What could not be made is tried anew by the next who asks. */
export function madeOnce<Made>(make: (name: string) => Promise<Made>): (name: string) => Promise<Made> {
  const known = new Map<string, Promise<Made>>();
  return (name) => {
    const made = known.get(name) ?? make(name);
    known.set(name, made);
    made.catch(() => known.delete(name));
    return made;
  };
}
