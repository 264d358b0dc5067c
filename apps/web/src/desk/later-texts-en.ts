import access from '../locales/en/access.json';
import administration from '../locales/en/administration.json';
import announcements from '../locales/en/announcements.json';
import answers from '../locales/en/answers.json';
import approvals from '../locales/en/approvals.json';
import assets from '../locales/en/assets.json';
import calendars from '../locales/en/calendars.json';
import campaigns from '../locales/en/campaigns.json';
import changeCalendar from '../locales/en/change-calendar.json';
import changes from '../locales/en/changes.json';
import clocks from '../locales/en/clocks.json';
import compliance from '../locales/en/compliance.json';
import contact from '../locales/en/contact.json';
import handover from '../locales/en/handover.json';
import imports from '../locales/en/imports.json';
import inbound from '../locales/en/inbound.json';
import indicators from '../locales/en/indicators.json';
import load from '../locales/en/load.json';
import meetings from '../locales/en/meetings.json';
import mining from '../locales/en/mining.json';
import operations from '../locales/en/operations.json';
import policies from '../locales/en/policies.json';
import problems from '../locales/en/problems.json';
import processes from '../locales/en/processes.json';
import reference from '../locales/en/reference.json';
import registers from '../locales/en/registers.json';
import reportLibrary from '../locales/en/report-library.json';
import reports from '../locales/en/reports.json';
import routing from '../locales/en/routing.json';
import satisfaction from '../locales/en/satisfaction.json';
import scorecard from '../locales/en/scorecard.json';
import search from '../locales/en/search.json';
import surveyBuilder from '../locales/en/survey-builder.json';
import surveyResults from '../locales/en/survey-results.json';
import templates from '../locales/en/templates.json';
import textsAdmin from '../locales/en/texts-admin.json';
import together from '../locales/en/together.json';
import whatIf from '../locales/en/what-if.json';

/** The English texts of all that the desk fetches when it is wanted. A key may stand in one catalogue only. */
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
