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
    code: 'KPI-09',
    version: 1,
    nameLv: 'Termiņā izpildīto pakalpojumu līmeņa saistību īpatsvars',
    nameEn: 'Share of service level targets met',
    formula: 'clock cycles met / (met + breached), by month of the outcome instant, as known at the freeze',
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
