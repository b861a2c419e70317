/** Diagnosis: the last sign-ins that were refused, and whatever a person quotes the reference of (C-03). */
import type { Answer } from '../../../kernel/answer.ts';
import type { VerifiedContext } from '../../../kernel/context-rules.ts';
import { isReference } from '../../../kernel/reference.ts';
import type { ServiceRequest } from '../../../kernel/service.ts';
import { type HubAction, type HubParts, placeIn, shown } from '../parts.ts';
import { failureOf, isFailure } from './failure.ts';
import { diagnosisPage } from './page.ts';

const perPage = 20;

export const diagnosisActions = (parts: HubParts): readonly HubAction[] => [
  { method: 'GET', path: '/diagnosis', event: 'admin-hub.diagnosis.shown', run: (who, request) => diagnose(parts, who, request) },
];

async function diagnose(parts: HubParts, who: VerifiedContext, request: ServiceRequest): Promise<Answer> {
  const { trail, settings } = parts;
  const reference = (request.query.reference ?? '').trim().toLowerCase();
  const wanted = reference === '' ? isFailure : (record: { readonly reference: string }) => record.reference === reference;
  const nothing = reference !== '' && !isReference(reference);
  const { records, older } = nothing
    ? { records: [], older: undefined }
    : await trail.page({ limit: perPage, before: placeIn(request.query.before), wanted });
  const setNow = { inForce: settings.current(), draft: settings.draft()?.settings };
  const failures = records.map((record) => failureOf(record, setNow));
  return shown(parts, request, {
    value: { failures, older },
    page: () => diagnosisPage(parts.frame(who), { failures, older, reference }),
  });
}
