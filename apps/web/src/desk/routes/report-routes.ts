import { createRoute } from '@tanstack/react-router';
import { part } from '../part';
import { readLoadSearch } from '../load/load-search';
import { readIndicatorSearch } from '../indicators/indicator-search';
import { readControlsSearch, readEquipmentSearch, readRecommendationsSearch } from '../registers/registers-search';
import { readLibrarySearch } from '../report-library/library-search';
import { readComplianceSearch, readReportSearch, readRowsSearch } from '../reports/report-search';
import { readWhatIfSearch } from '../what-if/what-if-search';
import { readScorecardSearch } from '../scorecard/scorecard-search';
import { readResultsSearch } from '../survey-results/results-search';
import { requireRight, root } from './root';

const reports = createRoute({
  getParentRoute: () => root,
  path: '/reports',
  beforeLoad: requireRight('report.read'),
  validateSearch: readReportSearch,
  component: part(() => import('../reports/ReportsPage'), 'ReportsPage'),
});
const compliance = createRoute({
  getParentRoute: () => root,
  path: '/reports/compliance',
  validateSearch: readComplianceSearch,
  component: part(() => import('../reports/compliance/CompliancePage'), 'CompliancePage'),
});
const satisfaction = createRoute({
  getParentRoute: () => root,
  path: '/reports/satisfaction',
  beforeLoad: requireRight('report.read'),
  validateSearch: readReportSearch,
  component: part(() => import('../reports/satisfaction/SatisfactionPage'), 'SatisfactionPage'),
});
const surveyResults = createRoute({
  getParentRoute: () => root,
  path: '/reports/surveys/$id/results',
  beforeLoad: requireRight('survey.results'),
  validateSearch: readResultsSearch,
  component: part(() => import('../survey-results/SurveyResultsPage'), 'SurveyResultsPage'),
});
const indicators = createRoute({
  getParentRoute: () => root,
  path: '/reports/indicators',
  beforeLoad: requireRight('report.read'),
  validateSearch: readIndicatorSearch,
  component: part(() => import('../indicators/IndicatorsPage'), 'IndicatorsPage'),
});
const scorecard = createRoute({
  getParentRoute: () => root,
  path: '/reports/scorecard',
  beforeLoad: requireRight('scorecard.read'),
  validateSearch: readScorecardSearch,
  component: part(() => import('../scorecard/ScorecardPage'), 'ScorecardPage'),
});
const wall = createRoute({
  getParentRoute: () => root,
  path: '/desk/wall',
  beforeLoad: requireRight('wall.read'),
  component: part(() => import('../indicators/WallPage'), 'WallPage'),
});
const rows = createRoute({
  getParentRoute: () => root,
  path: '/reports/rows',
  beforeLoad: requireRight('report.read'),
  validateSearch: readRowsSearch,
  component: part(() => import('../reports/RowsPage'), 'RowsPage'),
});
const load = createRoute({
  getParentRoute: () => root,
  path: '/reports/load',
  beforeLoad: requireRight('report.read'),
  validateSearch: readLoadSearch,
  component: part(() => import('../load/LoadPage'), 'LoadPage'),
});
const library = createRoute({
  getParentRoute: () => root,
  path: '/reports/library',
  beforeLoad: requireRight('report.read'),
  component: part(() => import('../report-library/LibraryPage'), 'LibraryPage'),
});
const libraryReport = createRoute({
  getParentRoute: () => root,
  path: '/reports/library/$code',
  beforeLoad: requireRight('report.read'),
  validateSearch: readLibrarySearch,
  component: part(() => import('../report-library/ReportPage'), 'ReportPage'),
});
const whatIf = createRoute({
  getParentRoute: () => root,
  path: '/reports/what-if',
  validateSearch: readWhatIfSearch,
  component: part(() => import('../what-if/WhatIfPage'), 'WhatIfPage'),
});
const campaigns = createRoute({
  getParentRoute: () => root,
  path: '/reports/surveys',
  beforeLoad: requireRight('survey.results'),
  component: part(() => import('../campaigns/SurveysTab'), 'SurveysTab'),
});
const campaign = createRoute({
  getParentRoute: () => root,
  path: '/reports/surveys/$id',
  beforeLoad: requireRight('survey.read'),
  component: part(() => import('../campaigns/CampaignPage'), 'CampaignPage'),
});
const recommendations = createRoute({
  getParentRoute: () => root,
  path: '/reports/recommendations',
  beforeLoad: requireRight('recommendation.read'),
  validateSearch: readRecommendationsSearch,
  component: part(() => import('../registers/RecommendationsPage'), 'RecommendationsPage'),
});
const recommendation = createRoute({
  getParentRoute: () => root,
  path: '/reports/recommendations/$id',
  beforeLoad: requireRight('recommendation.read'),
  component: part(() => import('../registers/RecommendationPage'), 'RecommendationPage'),
});
const controls = createRoute({
  getParentRoute: () => root,
  path: '/reports/controls',
  beforeLoad: requireRight('control.read'),
  validateSearch: readControlsSearch,
  component: part(() => import('../registers/ControlsPage'), 'ControlsPage'),
});
const equipment = createRoute({
  getParentRoute: () => root,
  path: '/reports/equipment',
  beforeLoad: requireRight('cmdb.read'),
  validateSearch: readEquipmentSearch,
  component: part(() => import('../registers/EquipmentPage'), 'EquipmentPage'),
});

/** Reports, the scorecard, registers and surveys. */
export const reportRoutes = [
  reports,
  compliance,
  satisfaction,
  surveyResults,
  indicators,
  scorecard,
  wall,
  rows,
  load,
  library,
  libraryReport,
  whatIf,
  campaigns,
  campaign,
  recommendations,
  recommendation,
  controls,
  equipment,
] as const;
