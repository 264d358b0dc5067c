import type { Locale } from '#identity';
import { formatInstant } from '#kernel';
import type { Names } from '#tickets';
import type { TemplateVersion } from '../domain/template.js';
import type { TemplateView } from '../reads/template-reader.js';
import type { TemplateDetailResponse, TemplateResponse, TemplateVersionResponse } from './responses/template.response.js';

export function writeTemplate({ template, versions, success, record, names, abilities }: TemplateView, locale: Locale): TemplateResponse {
  const { id, state, revision, suspension, retiredAt, retirementReason, activeVersion } = template;
  const latest = versions[0]!;
  const current = versions.find(({ version }) => version === activeVersion) ?? latest;
  return {
    ...{ id, state, revision, success, retirementReason },
    current: writeVersion(current, names, locale),
    draft: latest.order === null ? writeVersion(latest, names, locale) : null,
    record: { ...record },
    suspension: suspension && { ...suspension, at: formatInstant(suspension.at) },
    retiredAt: retiredAt === null ? null : formatInstant(retiredAt),
    abilities: { ...abilities },
  };
}

export function writeTemplateDetail(view: TemplateView, locale: Locale): TemplateDetailResponse {
  return { ...writeTemplate(view, locale), versions: view.versions.map((one) => writeVersion(one, view.names, locale)) };
}

function writeVersion(one: TemplateVersion, names: Names, locale: Locale): TemplateVersionResponse {
  const { version, nameLv, nameEn, description, steps, testPlan, rollbackPlan, rollbackNotNeeded, rollbackMinutes } = one;
  const { maxRisk, serviceId, groupId, minutes, outageMinutes, failureLimit, authorIds, savedAt, order } = one;
  return {
    ...{ version, nameLv, nameEn, description, testPlan, rollbackPlan, rollbackNotNeeded, rollbackMinutes },
    ...{ maxRisk, minutes, outageMinutes, failureLimit },
    name: locale === 'lv' ? nameLv : nameEn,
    steps: steps.map((step) => ({ ...step })),
    service: names.orNull(serviceId),
    group: names.orNull(groupId),
    authors: authorIds.map((id) => names.of(id)),
    savedAt: formatInstant(savedAt),
    order: order && { number: order.number, date: order.date, by: names.of(order.byId), at: formatInstant(order.at) },
  };
}
