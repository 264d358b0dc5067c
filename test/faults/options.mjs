const PLANTS = ['crossing-without-key', 'enqueue-instead-of-sweep', 'application-clock'];

/** Kills in a minute of the run, where their number is not given. */
const KILLS_A_MINUTE = 6;

export const USAGE = `npm run faults -- [options]

  --seed N            the run's seed; one is drawn and printed where it is missing
  --minutes N         about how long (5); 20 and more also take the long forms of the faults
  --kills N           kill -9 at that many points (6 a minute), whatever time it takes
  --backend NAME      postgres, redis or both: where the queues live (both where redis-server is there)
  --only A,B          these faults alone
  --clients N         random clients at the same time (4)
  --plant BUG         plants a bug first, which the run must find: ${PLANTS.join(', ')}
  --keep              leaves the data folder with the logs behind
  --list              lists the faults`;

function readWords(argv) {
  const given = new Map();
  for (let at = 0; at < argv.length; at += 1) {
    const [name, inline] = argv[at].split(/=(.*)/s);
    if (!/^--(seed|minutes|kills|backend|only|clients|plant|keep|list|help)$/.test(name))
      throw new Error(`unknown option ${name}\n\n${USAGE}`);
    const flag = /^--(keep|list|help)$/.test(name);
    given.set(name.slice(2), flag ? '1' : (inline ?? argv[++at] ?? ''));
  }
  return given;
}

function numberOf(given, name, otherwise, least) {
  const value = Number(given.get(name) ?? otherwise);
  if (!Number.isFinite(value) || value < least) throw new Error(`--${name} takes a number from ${least} on`);
  return value;
}

/**
 * Reads the options.
 * @param {string[]} argv
 * @throws {Error} with what was wrong and the usage
 */
export function readOptions(argv) {
  const given = readWords(argv);
  const minutes = numberOf(given, 'minutes', 5, 0.5);
  const backend = given.get('backend') ?? 'both';
  if (!['postgres', 'redis', 'both'].includes(backend)) throw new Error('--backend takes postgres, redis or both');
  const plant = given.get('plant');
  if (plant !== undefined && !PLANTS.includes(plant)) throw new Error(`--plant takes ${PLANTS.join(', ')}`);
  return {
    seed: Math.trunc(numberOf(given, 'seed', Math.floor(Math.random() * 2 ** 31), 0)),
    minutes,
    kills: Math.trunc(numberOf(given, 'kills', Math.round(minutes * KILLS_A_MINUTE), 0)),
    killsGiven: given.has('kills'),
    backend,
    only: given.get('only')?.split(',').filter(Boolean),
    clients: Math.trunc(numberOf(given, 'clients', 4, 1)),
    plant,
    keep: given.has('keep'),
    list: given.has('list'),
    help: given.has('help'),
  };
}
