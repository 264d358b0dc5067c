import { settingLines } from './setting-lines.js';
import { Settings } from './settings.js';

const ENV = {
  DATABASE_URL: 'postgres://atbalsts:parole1@db.iekslietas.lv:5432/atbalsts',
  SMTP_URL: 'smtp://sutitajs:parole2@pasts.lv:587',
  IMAP_URL: 'imaps://desk%40iekslietas.lv:parole3@imap.lv/INBOX',
  REDIS_URL: 'redis://:parole4@redis:6379',
  ATBALSTS_DATABASE_ADMIN_URL: 'postgres://postgres:parole5@db/atbalsts',
  ATBALSTS_SECRET: Buffer.alloc(32, 7).toString('base64'),
};

const lines = (env: NodeJS.ProcessEnv) => new Map(settingLines(Settings.fromEnvironment(env)).map((line) => [line.name, line]));

describe('the settings as they are shown', () => {
  it('tell where an address leads and never a name or a password in it', () => {
    const told = JSON.stringify([...lines(ENV).values()]);
    expect(told).not.toMatch(/parole|sutitajs|desk%40/);
    expect(told).not.toContain(ENV.ATBALSTS_SECRET);
    expect(lines(ENV).get('DATABASE_URL')).toMatchObject({ value: 'postgres://db.iekslietas.lv:5432/atbalsts', given: true });
    expect(lines(ENV).get('ATBALSTS_SECRET')).toMatchObject({ value: '', secret: true, given: true });
  });

  it('tell what the environment says apart from what the program brings', () => {
    const bare = lines({ DATABASE_URL: ENV.DATABASE_URL, ATBALSTS_SESSION_HOURS: '8' });
    expect(bare.get('ATBALSTS_SESSION_HOURS')).toMatchObject({ value: '8', given: true });
    expect(bare.get('ATBALSTS_RATING_MAIL_QUIET_HOURS')).toMatchObject({ value: '20-7', given: false });
    expect(bare.get('SMTP_URL')).toMatchObject({ value: null, given: false });
  });
});
