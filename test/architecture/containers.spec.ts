import { describe, expect, it } from '@jest/globals';
import { composeDifferences, environmentElsewhere, settingsRead } from './rules/settings.js';
import { files, serverCode } from './source-tree.js';

const [compose] = files(/^docker\/compose\.yml$/);
const [settings] = files(/^libs\/platform\/src\/config\/settings\.ts$/);

describe('docker/compose.yml', () => {
  it('gives the program exactly the settings that it reads', () => {
    expect(settingsRead(settings?.text ?? '').size).toBeGreaterThan(5);
    expect(composeDifferences(compose?.text ?? '', settings?.text ?? '')).toEqual([]);
  });

  it('is seen to differ', () => {
    const services = ['migrate', 'api', 'worker'].map((name) => `  ${name}:\n    environment: { PORT: 1, EXTRA: 2 }`).join('\n');
    expect(composeDifferences(`services:\n${services}`, "env['PORT']; env['REDIS_URL']").slice(0, 2)).toEqual([
      'migrate: EXTRA is given and not read',
      'migrate: REDIS_URL is read and not given',
    ]);
  });
});

describe('The environment', () => {
  it('is read by the settings alone', () => {
    expect(environmentElsewhere(files(serverCode))).toEqual([]);
    expect(environmentElsewhere([{ path: 'libs/sla/src/a.ts', text: "process.env['X']" }])).toHaveLength(1);
  });
});
