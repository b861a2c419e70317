/** Reads what the token endpoint answered: the facts to judge it by, and what it holds. RFC 6749 §5. */
import type { OutboundAnswer, OutboundFailureKind } from '../../../../kernel/ports.ts';
import { isText } from '../claim-facts.ts';
import { isObject, type JsonObject, readJsonObject } from '../strict-json.ts';
import type { ExchangeFacts } from './rules.ts';

/** What the token endpoint said, or why it said nothing; undefined when it was not asked. */
export type HeardAnswer = OutboundAnswer | { readonly failure: OutboundFailureKind } | undefined;
export type TokenAnswer = { readonly facts: ExchangeFacts; readonly idToken: string; readonly accessToken: string };

/** Both tokens are empty when they are not there. */
export function readTokenAnswer(answer: HeardAnswer): TokenAnswer {
  if (answer === undefined || 'failure' in answer) {
    const failure = answer?.failure ?? 'none';
    return { idToken: '', accessToken: '', facts: { ...noAnswer, asked: answer !== undefined, failure } };
  }
  const read = readJsonObject(answer.body);
  const body: JsonObject = read && isObject(read.value) ? read.value : {};
  const { id_token: idToken, access_token: accessToken, token_type: tokenType, error } = body;
  return {
    idToken: isText(idToken) ? idToken : '',
    accessToken: isText(accessToken) ? accessToken : '',
    facts: {
      asked: true,
      failure: 'none',
      status: answer.status,
      error: isText(error) ? error : '',
      contentIsJson: isJson(answer),
      wellFormed: read !== undefined && !read.namesRepeated && isText(accessToken),
      bearer: isText(tokenType) && tokenType.toLowerCase() === 'bearer',
      idTokenGiven: isText(idToken),
    },
  };
}

const noAnswer = { status: 0, error: '', contentIsJson: false, wellFormed: false, bearer: false, idTokenGiven: false } as const;

const isJson = ({ headers }: OutboundAnswer): boolean => /^application\/json *(;|$)/i.test(headers['content-type'] ?? '');
