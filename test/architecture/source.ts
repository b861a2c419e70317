/** Reads one source file as the rules see it: what it reaches for, what it calls, how it begins. */
import { posix } from 'node:path';
import { type EcmaScriptModule, parseSync, Visitor } from 'oxc-parser';

export type Reach = {
  /** Path from the project folder for a file of ours, else the specifier as written. */
  readonly to: string;
  readonly ours: boolean;
  /** True when nothing of it is left at run time. */
  readonly typesOnly: boolean;
};

export type Source = {
  /** From the project folder, with forward slashes. */
  readonly path: string;
  readonly lines: number;
  readonly header: string | undefined;
  readonly reaches: readonly Reach[];
  /** What is called, constructed or named with a dot: `setTimeout`, `new Date()`, `Date.now`. */
  readonly uses: readonly string[];
  /** `*` for a star export, `default`, or a name. */
  readonly exports: readonly string[];
};

/** Throws when the text is not a module: a file that cannot be read cannot be judged. */
export function readSource(path: string, text: string): Source {
  const parsed = parseSync(path, text);
  const [problem] = parsed.errors;
  if (problem) throw new Error(`${path}: ${problem.message}`);
  const { program, module, comments } = parsed;
  const reaches: Reach[] = [];
  const uses: string[] = [];
  const reach = (specifier: string, typesOnly: boolean): void => void reaches.push(reachOf(path, specifier, typesOnly));

  for (const { moduleRequest, entries } of module.staticImports)
    reach(moduleRequest.value, entries.length > 0 && entries.every((entry) => entry.isType));
  for (const { moduleRequest, isType } of module.staticExports.flatMap(({ entries }) => entries))
    if (moduleRequest) reach(moduleRequest.value, isType);
  new Visitor({
    ImportExpression: ({ source }) => reach(literal(source) ?? '(computed)', false),
    TSImportType: ({ source }) => reach(source.value, true),
    NewExpression(node) {
      const name = nameOf(node.callee);
      uses.push(node.arguments.length === 0 ? `new ${name}()` : `new ${name}`);
      const [file, base] = node.arguments;
      if (name === 'URL' && base !== undefined && text.slice(base.start, base.end) === 'import.meta.url') reachFile(literal(file), reach);
    },
    CallExpression: ({ callee }) => void uses.push(nameOf(callee)),
    MemberExpression: (node) => void uses.push(nameOf(node)),
  }).visit(program);

  const firstComment = comments.find((comment) => comment.end <= (program.body[0]?.start ?? text.length) && comment.value.trim() !== '');
  const header = firstComment?.value.trim();
  return { path, lines: text.trimEnd().split('\n').length, header, reaches, uses, exports: exportsOf(module) };
}

const exportsOf = (module: EcmaScriptModule): readonly string[] =>
  module.staticExports.flatMap(({ entries }) =>
    entries.map(({ exportName, importName }) => {
      if (importName.kind === 'AllButDefault' || importName.kind === 'All') return '*';
      return exportName.kind === 'Default' ? 'default' : (exportName.name ?? '');
    }),
  );

/** A file that is named by its place is reached as surely as one that is imported; a folder is not. */
function reachFile(place: string | undefined, reach: (specifier: string, typesOnly: boolean) => void): void {
  if (place !== undefined && /\.(ts|js)$/.test(place)) reach(place.startsWith('.') ? place : `./${place}`, false);
}

function reachOf(from: string, specifier: string, typesOnly: boolean): Reach {
  const ours = specifier.startsWith('.');
  return { to: ours ? posix.join(posix.dirname(from), specifier) : specifier, ours, typesOnly };
}

type Named = {
  readonly type: string;
  readonly name?: unknown;
  readonly object?: unknown;
  readonly property?: unknown;
  readonly value?: unknown;
};
const isNamed = (node: unknown): node is Named => typeof node === 'object' && node !== null && 'type' in node;

function nameOf(node: unknown): string {
  if (!isNamed(node)) return '';
  if (node.type === 'Identifier') return String(node.name);
  if (node.type === 'MemberExpression') return `${nameOf(node.object)}.${nameOf(node.property)}`;
  return '';
}

const literal = (node: unknown): string | undefined =>
  isNamed(node) && node.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined;
