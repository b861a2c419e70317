/** Takes a signed document apart and puts it together in another way: what somebody can do who has a signed response and no key. */
import { DOMParser, XMLSerializer, type XmlElement } from '@xmldom/xmldom';
import fc from 'fast-check';

/** One step; `at` and `to` choose elements by their place in the document, whatever the document is by then. */
export type Step = {
  readonly kind:
    | 'move'
    | 'copy'
    | 'wrap'
    | 'rename'
    | 'remove'
    | 'comment'
    | 'other-name'
    | 'other-id'
    | 'prefix'
    | 'forge'
    | 'hide'
    | 'refer';
  readonly at: number;
  readonly to: number;
};
export const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    kind: fc.constantFrom<Step['kind'][]>(
      'move',
      'copy',
      'wrap',
      'rename',
      'remove',
      'comment',
      'other-name',
      'other-id',
      'prefix',
      'forge',
      'hide',
      'refer',
    ),
    at: fc.nat(60),
    to: fc.nat(60),
  }),
  { minLength: 1, maxLength: 6 },
);

type Editable = XmlElement & {
  readonly ownerDocument: {
    createElementNS(namespace: string | null, name: string): Editable;
    createComment(text: string): Editable;
    createTextNode(text: string): Editable;
  };
  readonly firstChild: Editable | null;
  cloneNode(deep: boolean): Editable;
  appendChild(child: Editable): void;
  insertBefore(child: Editable, before: Editable | null): void;
  removeChild(child: Editable): void;
  replaceChild(child: Editable, old: Editable): void;
  setAttribute(name: string, value: string): void;
  setAttributeNS(namespace: string, name: string, value: string): void;
  getAttribute(name: string): string;
  hasAttribute(name: string): boolean;
  textContent: string;
};

const elementsOf = (root: Editable): Editable[] => [
  root,
  ...Array.from(root.childNodes).flatMap((node) => (node.nodeType === 1 ? elementsOf(node as Editable) : [])),
];
const contains = (one: Editable, other: Editable): boolean => elementsOf(one).includes(other);
const parentOf = (element: Editable): Editable => element.parentNode as unknown as Editable;
const first = (root: Editable, name: string): Editable | undefined => elementsOf(root).find(({ localName }) => localName === name);

/** The document after these steps; a step that cannot be done is left out. */
export function rearranged(xml: string, taken: readonly Step[], evilName: string): string {
  const document = new DOMParser({ errorHandler: () => {} }).parseFromString(xml, 'text/xml');
  const root = (): Editable => document?.documentElement as unknown as Editable;
  for (const { kind, at, to } of taken) {
    const all = elementsOf(root());
    const [element, target] = [all[at % all.length], all[to % all.length]];
    if (element && target) change[kind]({ root: root(), element, target, evilName });
  }
  return new XMLSerializer().serializeToString(root());
}

type Changing = { readonly root: Editable; readonly element: Editable; readonly target: Editable; readonly evilName: string };
const change: Readonly<Record<Step['kind'], (changing: Changing) => void>> = {
  move: ({ root, element, target }) => {
    if (element === root || contains(element, target)) return;
    parentOf(element).removeChild(element);
    target.insertBefore(element, target.firstChild);
  },
  copy: ({ element, target }) => target.appendChild(element.cloneNode(true)),
  wrap: ({ root, element, target }) => {
    if (element === root) return;
    const around = element.ownerDocument.createElementNS(target.namespaceURI, target.prefix ? `${target.prefix}:Extensions` : 'Extensions');
    parentOf(element).replaceChild(around, element);
    around.appendChild(element);
  },
  rename: ({ root, element, target }) => {
    if (element === root || contains(element, target)) return;
    const other = element.ownerDocument.createElementNS(
      target.namespaceURI,
      target.prefix ? `${target.prefix}:${target.localName}` : target.localName,
    );
    for (const child of Array.from(element.childNodes)) other.appendChild(child as Editable);
    parentOf(element).replaceChild(other, element);
  },
  remove: ({ root, element }) => void (element !== root && parentOf(element).removeChild(element)),
  comment: ({ element }) => element.insertBefore(element.ownerDocument.createComment('x'), element.firstChild),
  /** Somebody else's name, in the element or, when it names nobody, where the document first does. */
  'other-name': ({ root, element, evilName }) => {
    const name = first(element, 'NameID') ?? first(root, 'NameID');
    if (name) name.textContent = evilName;
  },
  'other-id': ({ element, target }) => {
    if (target.hasAttribute('ID')) element.setAttribute('ID', target.getAttribute('ID'));
  },
  prefix: ({ element }) => element.setAttributeNS('http://www.w3.org/2000/xmlns/', 'xmlns:q', element.namespaceURI ?? 'urn:q'),
  /** The classic: a whole assertion for somebody else, unsigned, somewhere. */
  forge: ({ root, target, evilName }) => {
    const forged = first(root, 'Assertion')?.cloneNode(true);
    const name = forged && first(forged, 'NameID');
    if (!forged || !name) return;
    name.textContent = evilName;
    forged.setAttribute('ID', '_forged');
    target.insertBefore(forged, target.firstChild);
  },
  /** And its counterpart: what was signed goes where nobody reads it. */
  hide: ({ root, target }) => {
    const signed = first(root, 'Assertion');
    const signature = first(root, 'Signature');
    if (!signed || !signature || contains(signed, target)) return;
    const object = root.ownerDocument.createElementNS(signature.namespaceURI, 'ds:Object');
    parentOf(signed).removeChild(signed);
    object.appendChild(signed);
    target.appendChild(object);
  },
  refer: ({ root, target }) => {
    if (target.hasAttribute('ID')) first(root, 'Reference')?.setAttribute('URI', `#${target.getAttribute('ID')}`);
  },
};
