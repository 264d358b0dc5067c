import { dateOf, epochDay } from '../domain/local-day.js';
import type { CalendarException } from '../domain/calendar-version.js';

/** The rules of the library that we name ourselves, as the law does (likumi.lv 72608); others keep the library's names. */
const NAMES: Readonly<Record<string, readonly [lv: string, en: string]>> = {
  '01-01': ['Jaungada diena', "New Year's Day"],
  'easter -2': ['Lielā Piektdiena', 'Good Friday'],
  easter: ['Pirmās Lieldienas', 'Easter Sunday'],
  'easter 1': ['Otrās Lieldienas', 'Easter Monday'],
  '05-01': ['Darba svētki; Satversmes sapulces sasaukšanas diena', 'Labour Day; Convocation of the Constituent Assembly'],
  '05-04': ['Latvijas Republikas Neatkarības atjaunošanas diena', 'Restoration of Independence Day'],
  '2nd sunday in May': ['Mātes diena', "Mother's Day"],
  'easter 49': ['Vasarsvētki', 'Whit Sunday'],
  '06-23': ['Līgo diena', 'Midsummer Eve (Līgo)'],
  '06-24': ['Jāņu diena', 'Midsummer Day (Jāņi)'],
  '11-18': ['Latvijas Republikas Proklamēšanas diena', 'Proclamation Day of the Republic'],
  '12-24': ['Ziemassvētku vakars', 'Christmas Eve'],
  '12-25': ['Pirmie Ziemassvētki', 'Christmas Day'],
  '12-26': ['Otrie Ziemassvētki', 'Boxing Day'],
  '12-31': ['Vecgada diena', "New Year's Eve"],
};
const WHIT_SUNDAY = 49;
const SUBSTITUTE = [' (pārceltā brīvdiena)', ' (substitute day)'] as const;

/**
 * The public holidays of Latvia in a year, from date-holidays, with the two Sundays that the law names and the library does not count.
 * Days that the Cabinet moves are not among them: no library knows them (DOMAIN 4.2).
 */
export async function latvianHolidays(year: number): Promise<CalendarException[]> {
  // The library holds the holidays of the whole world; it is loaded when somebody asks.
  const { default: Holidays } = await import('date-holidays');
  const known = new Holidays('LV').getHolidays(year, 'lv');
  const found = known
    .filter((holiday) => holiday.type === 'public' || holiday.rule === '2nd sunday in May')
    .map((holiday) => {
      const [lv, en] = NAMES[holiday.rule.split(' and ')[0]!] ?? [holiday.name, holiday.name];
      const [moreLv, moreEn] = holiday.substitute ? SUBSTITUTE : ['', ''];
      return named(holiday.date.slice(0, 10), `${lv}${moreLv}`, `${en}${moreEn}`);
    });
  const easter = known.find((holiday) => holiday.rule === 'easter')!.date.slice(0, 10);
  const whitsun = dateOf(epochDay(easter) + WHIT_SUNDAY);
  return [...found, named(whitsun, ...NAMES['easter 49']!)].sort((a, b) => a.date.localeCompare(b.date));
}

function named(date: string, nameLv: string, nameEn: string): CalendarException {
  return { date, kind: 'holiday', nameLv, nameEn };
}
