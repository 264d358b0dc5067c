/** The indicators of DOMAIN section 5 that are computed so far; every installation has them. */
export const kpiDefinitions = [
  {
    code: 'KPI-02',
    version: 1,
    nameLv: 'Ar Lietotāju atbalsta nodaļas darbu apmierināto lietotāju īpatsvars',
    nameEn: 'Share of users satisfied with the work of user support',
    formula:
      'users with at least half of their effective ratings satisfactory or good / users with an effective rating, by month of rating',
    validFrom: '2020-01-01',
  },
  {
    code: 'KPI-04',
    version: 1,
    nameLv: 'Pirmajā saziņā atrisināto pieteikumu īpatsvars',
    nameEn: 'Share of tickets resolved at first contact',
    formula:
      'resolved by the first group, never handed on, never on hold, at most one public message of staff before, never reopened / tickets that stand resolved, by month of resolution, monitoring left out',
    validFrom: '2020-01-01',
  },
  {
    code: 'KPI-05',
    version: 1,
    nameLv: 'Laiks līdz pirmajai reakcijai (MTTA)',
    nameEn: 'Time to first response (MTTA)',
    formula: 'median, ninetieth percentile and mean of the contract time of response clocks, by month of the stop',
    validFrom: '2020-01-01',
  },
  {
    code: 'KPI-06',
    version: 1,
    nameLv: 'Laiks līdz atrisinājumam (MTTR)',
    nameEn: 'Time to resolution (MTTR)',
    formula: 'median, ninetieth percentile and mean of the contract time of resolution clocks, by month of the stop',
    validFrom: '2020-01-01',
  },
  {
    code: 'KPI-07',
    version: 1,
    nameLv: 'Neatrisināto pieteikumu vecums',
    nameEn: 'Age of open tickets',
    formula: 'tickets open at the end of the month (or now): count, median and ninetieth percentile of their age in calendar days',
    validFrom: '2020-01-01',
  },
  {
    code: 'KPI-08',
    version: 1,
    nameLv: 'Atkārtoti atvērto pieteikumu īpatsvars',
    nameEn: 'Share of tickets reopened',
    formula: 'tickets reopened at least once / tickets resolved for the first time, by month of the first resolution, tests left out',
    validFrom: '2020-01-01',
  },
  {
    code: 'KPI-09',
    version: 1,
    nameLv: 'Termiņā izpildīto pakalpojumu līmeņa saistību īpatsvars',
    nameEn: 'Share of service level targets met',
    formula: 'clock cycles met / (met + breached), by month of the outcome instant, as known at the freeze',
    validFrom: '2020-01-01',
  },
  {
    code: 'KPI-10',
    version: 1,
    nameLv: 'Veiksmīgo izmaiņu īpatsvars',
    nameEn: 'Share of successful changes',
    formula:
      'implemented changes with the outcome successful and no incident linked as caused by them within five working days of their actual end / implemented changes, by month of the actual end',
    validFrom: '2020-01-01',
  },
  {
    code: 'KPI-11',
    version: 1,
    nameLv: 'Ārkārtas izmaiņu īpatsvars',
    nameEn: 'Share of emergency changes',
    formula: 'implemented emergency changes / implemented changes, by month of the actual end; beside it without standard changes',
    validFrom: '2020-01-01',
  },
  {
    code: 'CHG-LEAD',
    version: 1,
    nameLv: 'Laiks līdz izmaiņu pabeigšanai',
    nameEn: 'Lead time of changes',
    formula:
      'wall-clock time from the submission (of a change that needs none, from its draft) to the actual end: median, ninetieth percentile and mean',
    validFrom: '2020-01-01',
  },
  {
    code: 'CHG-CONFLICT',
    version: 1,
    nameLv: 'Izmaiņas ar apietu konfliktu',
    nameEn: 'Changes against a conflict',
    formula: 'implemented changes whose blocking conflict somebody overrode / implemented changes, by month of the actual end',
    validFrom: '2020-01-01',
  },
  {
    code: 'CHG-INCIDENT',
    version: 1,
    nameLv: 'Izmaiņas, kas izraisīja incidentus',
    nameEn: 'Changes that caused incidents',
    formula:
      'implemented changes with an incident linked as caused by them / implemented changes, by month of the actual end; beside it the number of incidents',
    validFrom: '2020-01-01',
  },
] as const;

/** Targets in percent; one holds for its year and those after it, until the next is set. */
export const kpiTargets = [
  { code: 'KPI-02', year: 2020, value: 70, source: 'strategy 2020-2022' },
  { code: 'KPI-02', year: 2021, value: 75, source: 'strategy 2020-2022' },
  { code: 'KPI-02', year: 2022, value: 85, source: 'strategy 2020-2022' },
  { code: 'KPI-09', year: 2020, value: 90, source: 'proposal' },
] as const;
