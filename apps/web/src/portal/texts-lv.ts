import account from '../locales/lv/account.json';
import approvals from '../locales/lv/approvals.json';
import disruptions from '../locales/lv/disruptions.json';
import hours from '../locales/lv/hours.json';
import institution from '../locales/lv/institution.json';
import noticeSettings from '../locales/lv/notice-settings.json';
import portal from '../locales/lv/portal.json';
import portalChanges from '../locales/lv/portal-changes.json';
import shared from '../locales/lv/shared.json';
import signIn from '../locales/lv/sign-in.json';

/** The Latvian texts of the portal. A key may stand in one catalogue only. */
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
