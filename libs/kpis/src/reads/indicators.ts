import type { KpiCode } from '../domain/kpi.js';
import type { Indicator } from './indicator.js';
import { backlogIndicator } from './indicators/backlog.js';
import { changeIndicators } from './indicators/changes.js';
import { complianceIndicator } from './indicators/compliance.js';
import { satisfactionIndicator } from './indicators/satisfaction.js';
import { shareOfResolutions } from './indicators/share-of-resolutions.js';
import { timesIndicator } from './indicators/times.js';

/** How each indicator is counted. */
export const INDICATORS: Readonly<Record<KpiCode, Indicator>> = {
  'KPI-02': satisfactionIndicator,
  'KPI-04': shareOfResolutions('resolutions', 'first_contact'),
  'KPI-05': timesIndicator,
  'KPI-06': timesIndicator,
  'KPI-07': backlogIndicator,
  'KPI-08': shareOfResolutions('firstResolutions', 'reopened'),
  'KPI-09': complianceIndicator,
  'KPI-10': changeIndicators.success,
  'KPI-11': changeIndicators.emergency,
  'CHG-LEAD': changeIndicators.lead,
  'CHG-CONFLICT': changeIndicators.conflicts,
  'CHG-INCIDENT': changeIndicators.incidents,
};
