import { describe, expect, it } from '@jest/globals';
import { bodyOfDraft, type DraftFields, sectionAt, withoutSection, withScope, withTerms, withTime } from './draft-changes';
import { general, type Scope, sectionsOf } from './sections';
import type { Target } from './types';

const calendar = { id: 'c', code: 'lv-8x5', name: 'Darba laiks' };
const mail: Scope = { about: 'promise', service: { id: 'mail', name: 'E-pasts' }, institution: null, party: null };
const resolution: Target = {
  ...{ ticketType: 'incident', kind: 'resolution', priority: 3, service: null, institution: null, party: null },
  ...{
    seconds: 57_600,
    calendar,
    pauseReasons: ['agreed_date'],
    thresholds: [50, 100],
    steps: [{ pct: 50, action: 'notify_lead', to: null }],
  },
};
const fields: DraftFields = { midFlightRule: 'replay', note: ' ', targets: [resolution], scopes: [] };

describe('a draft that is being worked on', () => {
  it('takes another time for a target, or loses it', () => {
    expect(withTime(general, 'resolution', 3, 3600, [])(fields).targets).toEqual([{ ...resolution, seconds: 3600 }]);
    expect(withTime(general, 'resolution', 3, null, [])(fields).targets).toEqual([]);
  });

  it('begins a new target with the terms of the general one; a response and a supplier are never paused', () => {
    const added = withTime(mail, 'resolution', 3, 1800, [])(fields).targets[1];
    expect(added).toMatchObject({ service: mail.service, seconds: 1800, calendar, pauseReasons: ['agreed_date'], thresholds: [50, 100] });
    expect(withTime(mail, 'response', 3, 600, [])(fields).targets[1]).toMatchObject({ kind: 'response', pauseReasons: [] });
  });

  it('changes terms within one section only', () => {
    const two = withTime(mail, 'resolution', 3, 1800, [])(fields);
    const night = { id: 'n', code: '24x7', name: 'Visu laiku' };
    const after = withTerms(mail, ({ priority }) => priority === 3, { calendar: night })(two);
    expect(after.targets.map((target) => target.calendar.code)).toEqual(['lv-8x5', '24x7']);
  });

  it('loses a section with all its targets, also one that is empty still', () => {
    const two = withTime(mail, 'resolution', 3, 1800, [])(withScope(mail)(fields));
    const section = sectionsOf(two.targets, two.scopes)[1]!;
    expect(withoutSection(section)(two)).toEqual(fields);
  });

  it('is sent with ids and codes instead of names', () => {
    const { targets, note } = bodyOfDraft(withTime(mail, 'resolution', 3, 1800, [])(fields));
    expect(note).toBeNull();
    expect(targets[1]).toMatchObject({
      serviceId: 'mail',
      institutionId: null,
      calendarCode: 'lv-8x5',
      steps: [{ pct: 50, action: 'notify_lead', to: null }],
    });
  });

  it('finds the section that a refused field belongs to', () => {
    const two = withTime(mail, 'resolution', 3, 1800, [])(fields);
    expect([sectionAt(two, '/targets/1/seconds'), sectionAt(two, '/note')]).toEqual(['promise||mail|', null]);
  });
});
