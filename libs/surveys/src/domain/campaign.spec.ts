import { describe, expect, it } from '@jest/globals';
import type { DomainError } from '#kernel';
import { type CampaignTerms, isAnonymous, requireSecondPerson, requireSoundTerms } from './campaign.js';
import { chooseRespondents } from './choose-respondents.js';

const TODAY = '2026-11-22';
const terms: CampaignTerms = {
  surveyVersionId: 'v',
  titleLv: 'Aptauja',
  titleEn: 'Survey',
  year: 2026,
  mode: 'all_users',
  sampleSize: null,
  opensOn: '2026-11-23',
  closesOn: '2026-12-14',
  reminderDays: [5, 10],
};

function faults(changes: Partial<CampaignTerms>): string[] {
  try {
    requireSoundTerms({ ...terms, ...changes }, TODAY);
    return [];
  } catch (error) {
    return (error as DomainError).fields.map(({ pointer, code }) => `${pointer} ${code}`);
  }
}

describe('the terms of a campaign', () => {
  it.each<[string, Partial<CampaignTerms>, string[]]>([
    ['are sound as they stand', {}, []],
    ['may open today', { opensOn: TODAY }, []],
    ['may not open yesterday', { opensOn: '2026-11-21' }, ['/opensOn surveys.opens-in-past']],
    ['last a day at least', { closesOn: '2026-11-23' }, ['/closesOn surveys.closes-too-early']],
    ['last 120 days at most', { closesOn: '2027-03-24' }, ['/closesOn surveys.closes-too-late']],
    ['need a size for a sample', { mode: 'random_sample' }, ['/sampleSize surveys.sample-size-missing']],
    ['have no size without a sample', { sampleSize: 9 }, ['/sampleSize surveys.sample-size-needless']],
    ['remind in the order of days', { reminderDays: [5, 5] }, ['/reminderDays surveys.reminders-disordered']],
    ['may do without reminders', { reminderDays: [] }, []],
  ])('%s', (_, changes, expected) => {
    expect(faults(changes)).toEqual(expected);
  });

  it('tie answers to people only where these are asked as contacts', () => {
    expect((['all_users', 'random_sample', 'institution_contacts'] as const).map(isAnonymous)).toEqual([true, true, false]);
  });

  it('are approved by a second person', () => {
    expect(() => requireSecondPerson({ createdBy: 'sanita' }, 'sanita')).toThrow(expect.objectContaining({ code: 'surveys.own-campaign' }));
    expect(() => requireSecondPerson({ createdBy: 'sanita' }, 'dace')).not.toThrow();
  });
});

describe('whom a campaign asks in an institution', () => {
  const people = Array.from({ length: 20 }, (_, i) => ({ id: `p${i}`, coordinator: i === 3 }));

  it('is everybody, so many of them, or the coordinators', () => {
    expect(chooseRespondents({ mode: 'all_users', seed: null, sampleSize: null }, people)).toHaveLength(20);
    expect(chooseRespondents({ mode: 'random_sample', seed: 's', sampleSize: 6 }, people)).toHaveLength(6);
    expect(chooseRespondents({ mode: 'random_sample', seed: 's', sampleSize: 60 }, people)).toHaveLength(20);
    expect(chooseRespondents({ mode: 'institution_contacts', seed: null, sampleSize: null }, people)).toEqual(['p3']);
  });
});
