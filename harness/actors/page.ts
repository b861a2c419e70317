/** Reads a document as a person would use it: its title and its forms, by an HTML parser and never by pattern. */
import { createHash } from 'node:crypto';
import { type DefaultTreeAdapterMap, parse } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

export type Field = {
  readonly name: string;
  /** `select` for a list to choose from. */
  readonly type: string;
  readonly value: string;
  readonly sentUntouched: boolean;
  /** The values of a list, in its order. */
  readonly options?: readonly string[];
};
export type Button = { readonly name: string; readonly value: string };
export type Form = {
  /** Position among the document's forms, from 0. */
  readonly index: number;
  readonly id: string;
  readonly method: 'GET' | 'POST';
  readonly action: URL;
  readonly fields: readonly Field[];
  readonly buttons: readonly Button[];
  /** `data-options`: the options of the ceremony that the form needs, as JSON text. */
  readonly ceremonyOptions: string | undefined;
};
export type PageContent = {
  readonly title: string;
  readonly forms: readonly Form[];
  /** SHA-256 of the whole document without its reference: equal for two documents that nobody could tell apart. */
  readonly looks: string;
};
export const noPage: PageContent = { title: '', forms: [], looks: '' };

const reference = /\b[2-9a-z]{5}(?:-[2-9a-z]{5}){3}\b/g;
const looksOf = (html: string): string => createHash('sha256').update(html.replaceAll(reference, 'REFERENCE')).digest('hex');

/** Differ from answer to answer for everybody, or are the connection's and not the answer's. */
const passing = new Set(['date', 'tempered-reference', 'connection', 'keep-alive', 'transfer-encoding', 'content-length']);

/** The same page, its looks now those of the whole answer: names and values of its headers count, too. Names are in lower case. */
export function underHeaders<Page extends PageContent>(page: Page, headers: Readonly<Record<string, string>>): Page {
  const lines = Object.entries(headers).flatMap(([name, value]) =>
    passing.has(name) ? [] : [`${name}: ${value.replaceAll(reference, 'REFERENCE')}`],
  );
  return {
    ...page,
    looks: createHash('sha256')
      .update([page.looks, ...lines.toSorted()].join('\n'))
      .digest('hex'),
  };
}

/** `address` is where the document came from: relative actions start there. A base element is not looked at. */
export function readPage(html: string, address: URL): PageContent {
  const all = [...elements(parse(html))];
  const title = all.find((each) => each.tagName === 'title');
  const forms = all.filter((each) => each.tagName === 'form');
  return {
    title: title ? textOf(title).trim().replaceAll(/\s+/g, ' ') : '',
    forms: forms.map((form, index) => formOf(form, index, address)),
    looks: looksOf(html),
  };
}

/** The first form for which `fits` holds. */
export const formWithField = (forms: readonly Form[], ...names: readonly string[]): Form | undefined =>
  forms.find((form) => names.every((name) => form.fields.some((field) => field.name === name)));
export const formPostingTo = (forms: readonly Form[], path: string): Form | undefined =>
  forms.find((form) => form.method === 'POST' && form.action.pathname === path);
/** All of them, in the order of the page. */
export const formsPostingTo = (forms: readonly Form[], path: string): readonly Form[] =>
  forms.filter(({ method, action }) => method === 'POST' && action.pathname === path);
/** The form of a page that sends itself: a message of SAML on its way through the browser. SAML Bindings 2.0 §3.5.4. */
export const passedOn = (forms: readonly Form[]): Form | undefined =>
  formWithField(forms, 'SAMLResponse') ?? formWithField(forms, 'SAMLRequest');
/** What this field holds in the first form that has it. */
export const valueIn = (forms: readonly Form[], name: string): string | undefined =>
  formWithField(forms, name)?.fields.find((field) => field.name === name)?.value;
export const formNamed = (forms: readonly Form[], id: string): Form | undefined => forms.find((form) => form.id === id);

/** What the form sends when `values` are filled in and `pressed` sent it: HTML, "constructing the entry list". */
export function entryList(form: Form, values: Readonly<Record<string, string>>, pressed: Button | undefined): URLSearchParams {
  const list = new URLSearchParams();
  for (const field of form.fields) {
    const entered = values[field.name];
    if (entered !== undefined || field.sentUntouched) list.append(field.name, entered ?? field.value);
  }
  if (pressed && pressed.name !== '') list.append(pressed.name, pressed.value);
  return list;
}

/** The named button, or the first one, which the return key presses. */
export const pressedButton = (form: Form, name: string | undefined): Button | undefined =>
  name === undefined ? form.buttons[0] : form.buttons.find((each) => each.name === name);

function formOf(form: Element, index: number, address: URL): Form {
  const inside = [...elements(form)];
  const submits = inside.filter(isSubmit).map((each) => ({ name: attribute(each, 'name') ?? '', value: attribute(each, 'value') ?? '' }));
  return {
    index,
    id: attribute(form, 'id') ?? '',
    method: attribute(form, 'method')?.toUpperCase() === 'POST' ? 'POST' : 'GET',
    action: actionOf(form, address),
    fields: inside.filter((each) => isField(each)).map(fieldOf),
    buttons: submits,
    ceremonyOptions: attribute(form, 'data-options'),
  };
}

function actionOf(form: Element, address: URL): URL {
  const action = attribute(form, 'action') ?? '';
  return URL.canParse(action, address.href) ? new URL(action, address) : new URL(address);
}

const isSubmit = (each: Element): boolean =>
  (each.tagName === 'button' && (attribute(each, 'type') ?? 'submit') === 'submit') ||
  (each.tagName === 'input' && attribute(each, 'type') === 'submit');
const isField = (each: Element): boolean =>
  ['input', 'textarea', 'select'].includes(each.tagName) &&
  (attribute(each, 'name') ?? '') !== '' &&
  !['submit', 'button', 'image', 'reset', 'file'].includes(typeOf(each)) &&
  attribute(each, 'disabled') === undefined;
const typeOf = (each: Element): string => (attribute(each, 'type') ?? 'text').toLowerCase();

function fieldOf(each: Element): Field {
  if (each.tagName === 'select') return listOf(each);
  const type = typeOf(each);
  const choice = type === 'checkbox' || type === 'radio';
  return {
    name: attribute(each, 'name') ?? '',
    type,
    value: each.tagName === 'textarea' ? textOf(each) : (attribute(each, 'value') ?? (choice ? 'on' : '')),
    sentUntouched: !choice || attribute(each, 'checked') !== undefined,
  };
}

/** Without a chosen option the first one is sent: HTML, "selectedness setting algorithm". */
function listOf(each: Element): Field {
  const options = [...elements(each)].filter(({ tagName }) => tagName === 'option');
  const sent = (option: Element): string => attribute(option, 'value') ?? textOf(option);
  const chosen = options.find((option) => attribute(option, 'selected') !== undefined) ?? options[0];
  return {
    name: attribute(each, 'name') ?? '',
    type: 'select',
    value: chosen ? sent(chosen) : '',
    sentUntouched: chosen !== undefined,
    options: options.map(sent),
  };
}

function* elements(node: Node): Generator<Element> {
  if ('tagName' in node) yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* elements(child);
}
const attribute = (element: Element, name: string): string | undefined => element.attrs.find((each) => each.name === name)?.value;
const textOf = (node: Node): string =>
  'value' in node && node.nodeName === '#text' ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
