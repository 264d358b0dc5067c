import { Injectable } from '@nestjs/common';
import type { Locale } from '#identity';
import { Texts } from '#platform';
import type { EscalationStep } from '../domain/escalation-step.js';
import type { PolicyWarning } from '../domain/policy-warnings.js';
import type { TargetScope, TargetTerms, WrittenTarget } from '../domain/policy-target.js';
import type {
  EscalationStepResponse,
  PolicyTargetResponse,
  PolicyWarningResponse,
  TargetTermsResponse,
} from '../http/responses/policy.response.js';
import { type NameBook, type NamedIds } from './policy-names.js';

const HOUR = 3600;
const MINUTE = 60;

/** The ids whose names the targets need. */
export function idsOf(targets: readonly WrittenTarget[]): Required<NamedIds> {
  const steps = targets.flatMap((target) => target.steps);
  const whom = (action: EscalationStep['action']): (string | null)[] => steps.filter((step) => step.action === action).map(({ to }) => to);
  return {
    services: targets.map(({ serviceId }) => serviceId),
    institutions: targets.map(({ institutionId }) => institutionId),
    groups: [...targets.map(({ partyId }) => partyId), ...whom('reassign')],
    people: whom('notify_person'),
  };
}

/** Targets with names, and in words. */
@Injectable()
export class TargetView {
  constructor(private readonly texts: Texts) {}

  target(target: WrittenTarget, names: NameBook): PolicyTargetResponse {
    return {
      ticketType: target.ticketType,
      kind: target.kind,
      priority: target.priority,
      service: names.service(target.serviceId),
      institution: names.institution(target.institutionId),
      party: names.group(target.partyId),
      ...this.terms(target, names),
    };
  }

  terms({ seconds, calendarKey, pauseReasons, thresholds, steps }: TargetTerms, names: NameBook): TargetTermsResponse {
    const calendar = names.calendars.find(({ id }) => id === calendarKey) ?? { id: calendarKey, code: '', name: '' };
    return { seconds, calendar, pauseReasons: [...pauseReasons], thresholds: [...thresholds], steps: steps.map((s) => stepOf(s, names)) };
  }

  /** Such as "resolution P3, service E-mail"; for refusals that name a target. */
  name(scope: TargetScope, names: NameBook, locale: Locale): string {
    const { kind, priority, serviceId, institutionId, partyId } = scope;
    const say = (key: string, name: string): string => this.texts.say(locale, `sla.target.${key}`, { name });
    const narrowed = [
      ...(institutionId === null ? [] : [say('institution', names.institution(institutionId)?.name ?? institutionId)]),
      ...(serviceId === null ? [] : [say('service', names.service(serviceId)?.name ?? serviceId)]),
      ...(partyId === null ? [] : [say('party', names.group(partyId)?.name ?? partyId)]),
    ];
    const what = `${this.texts.say(locale, `sla.target.kind.${kind}`)} P${priority}`;
    return [what, ...(narrowed.length === 0 ? [this.texts.say(locale, 'sla.target.general')] : narrowed)].join(', ');
  }

  warning(warning: PolicyWarning, names: NameBook, locale: Locale): PolicyWarningResponse {
    const { serviceId, institutionId, code, kind, ticketType, priority, seconds, promisedSeconds } = warning;
    const of = this.name({ ...warning, partyId: null }, names, locale);
    const text = this.texts.say(locale, `sla.warning.${code}.${kind === 'supplier' || kind === 'ola' ? kind : 'any'}`, {
      of,
      taken: this.duration(seconds ?? 0, locale),
      promised: this.duration(promisedSeconds ?? 0, locale),
    });
    const refs = { service: names.service(serviceId), institution: names.institution(institutionId) };
    return { code, kind, ticketType, priority, ...refs, seconds, promisedSeconds, text };
  }

  /** Hours and minutes, never days (DOMAIN 4.1); seconds where there are some. */
  duration(seconds: number, locale: Locale): string {
    const parts = [
      ['h', Math.floor(seconds / HOUR)],
      ['min', Math.floor((seconds % HOUR) / MINUTE)],
      ['s', seconds % MINUTE],
    ] as const;
    return parts
      .filter(([, count]) => count > 0)
      .map(([unit, count]) => this.texts.say(locale, `sla.duration.${unit}`, { count }))
      .join(' ');
  }
}

function stepOf({ pct, action, to }: EscalationStep, names: NameBook): EscalationStepResponse {
  if (to === null) return { pct, action, to: null };
  const named = action === 'reassign' ? names.group(to) : action === 'notify_person' ? names.person(to) : null;
  return { pct, action, to: named ?? { id: to, name: to } };
}
