/** The results as a file for machines, its JSON Schema, and the only way to read such a file back. */
import { z } from 'zod';
import { type RunResults, resultsSchema } from '../harness/verdict/results.ts';

/** `results.json`: keys in the order of the schema, two spaces, a line feed at the end. Throws a `ZodError` for results that do not fit the schema. */
export const resultsJson = (results: RunResults): string => `${JSON.stringify(resultsSchema.parse(results), undefined, 2)}\n`;

/** The JSON Schema (draft 2020-12) of `results.json`. */
export const resultsJsonSchema = (): string =>
  `${JSON.stringify({ title: 'Results of a Tempered run', ...z.toJSONSchema(resultsSchema, { target: 'draft-2020-12' }) }, undefined, 2)}\n`;

export type ParsedResults = { readonly ok: true; readonly results: RunResults } | { readonly ok: false; readonly problem: string };

const maxShownProblems = 5;

const problemsOf = (error: z.ZodError): string => {
  const shown = error.issues.slice(0, maxShownProblems).map(({ path, message }) => `${path.join('.') || 'the whole'}: ${message}`);
  const beyond = error.issues.length - shown.length;
  return [...shown, ...(beyond > 0 ? [`and ${beyond} more`] : [])].join('; ');
};

const schemaNameOf = (value: unknown): string | undefined => {
  const named = z.object({ schema: z.string() }).safeParse(value);
  return named.success ? named.data.schema : undefined;
};

/** Reads the text of a `results.json`; `problem` says in one sentence what is wrong with it, and nothing of it is believed then. */
export function parseResults(text: string): ParsedResults {
  if (text.trim() === '') return { ok: false, problem: 'the file is empty: the run that wrote it was probably cut off' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : 'unreadable';
    return { ok: false, problem: `not JSON, so cut off or damaged (${detail.slice(0, 120)})` };
  }
  const known = resultsSchema.shape.schema.value;
  const named = schemaNameOf(value);
  if (named !== known)
    return {
      ok: false,
      problem: `its schema is ${named === undefined ? 'not named' : JSON.stringify(named)}, and this version reads ${known}`,
    };
  const parsed = resultsSchema.safeParse(value);
  return parsed.success
    ? { ok: true, results: parsed.data }
    : { ok: false, problem: `it does not fit ${known}: ${problemsOf(parsed.error)}` };
}
