import account from '../locales/en/account.json';
import approvals from '../locales/en/approvals.json';
import disruptions from '../locales/en/disruptions.json';
import hours from '../locales/en/hours.json';
import institution from '../locales/en/institution.json';
import noticeSettings from '../locales/en/notice-settings.json';
import portal from '../locales/en/portal.json';
import portalChanges from '../locales/en/portal-changes.json';
import shared from '../locales/en/shared.json';
import signIn from '../locales/en/sign-in.json';

/** The English texts of the portal. A key may stand in one catalogue only. */
export const texts = {
  ...account,
  ...approvals,
  ...disruptions,
  ...hours,
  ...institution,
  ...noticeSettings,
  ...portal,
  ...portalChanges,
  ...shared,
  ...signIn,
};
