import access from '../locales/lv/access.json';
import administration from '../locales/lv/administration.json';
import announcements from '../locales/lv/announcements.json';
import answers from '../locales/lv/answers.json';
import approvals from '../locales/lv/approvals.json';
import assets from '../locales/lv/assets.json';
import calendars from '../locales/lv/calendars.json';
import campaigns from '../locales/lv/campaigns.json';
import changeCalendar from '../locales/lv/change-calendar.json';
import changes from '../locales/lv/changes.json';
import clocks from '../locales/lv/clocks.json';
import compliance from '../locales/lv/compliance.json';
import contact from '../locales/lv/contact.json';
import handover from '../locales/lv/handover.json';
import imports from '../locales/lv/imports.json';
import inbound from '../locales/lv/inbound.json';
import indicators from '../locales/lv/indicators.json';
import load from '../locales/lv/load.json';
import meetings from '../locales/lv/meetings.json';
import mining from '../locales/lv/mining.json';
import operations from '../locales/lv/operations.json';
import policies from '../locales/lv/policies.json';
import problems from '../locales/lv/problems.json';
import processes from '../locales/lv/processes.json';
import reference from '../locales/lv/reference.json';
import registers from '../locales/lv/registers.json';
import reportLibrary from '../locales/lv/report-library.json';
import reports from '../locales/lv/reports.json';
import routing from '../locales/lv/routing.json';
import satisfaction from '../locales/lv/satisfaction.json';
import scorecard from '../locales/lv/scorecard.json';
import search from '../locales/lv/search.json';
import surveyBuilder from '../locales/lv/survey-builder.json';
import surveyResults from '../locales/lv/survey-results.json';
import templates from '../locales/lv/templates.json';
import textsAdmin from '../locales/lv/texts-admin.json';
import together from '../locales/lv/together.json';
import whatIf from '../locales/lv/what-if.json';

/** The Latvian texts of all that the desk fetches when it is wanted. A key may stand in one catalogue only. */
export const texts = {
  ...access,
  ...administration,
  ...announcements,
  ...answers,
  ...approvals,
  ...assets,
  ...calendars,
  ...campaigns,
  ...changeCalendar,
  ...changes,
  ...clocks,
  ...compliance,
  ...contact,
  ...handover,
  ...imports,
  ...inbound,
  ...indicators,
  ...load,
  ...meetings,
  ...mining,
  ...operations,
  ...policies,
  ...problems,
  ...processes,
  ...reference,
  ...registers,
  ...reportLibrary,
  ...reports,
  ...routing,
  ...satisfaction,
  ...scorecard,
  ...search,
  ...surveyBuilder,
  ...surveyResults,
  ...templates,
  ...textsAdmin,
  ...together,
  ...whatIf,
};
