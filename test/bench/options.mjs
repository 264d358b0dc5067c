import { ENGINE_PARTS } from './engine/engine.mjs';

const engine = Object.keys(ENGINE_PARTS);
const PARTS = { product: ['product'], load: ['load'], engine, ...Object.fromEntries(engine.map((part) => [part, [part]])) };

/** Reads `--size 10000,1000000 --repeats 5 --comments 6 --clients 8 --rate 60 --seconds 120 --only engine`. */
export function readOptions(argv) {
  const given = new Map();
  for (let at = 0; at < argv.length; at += 2) given.set(argv[at], argv[at + 1]);
  const whole = (name, otherwise) => {
    const value = Number(given.get(name) ?? otherwise);
    if (!Number.isInteger(value) || value < 1) throw new Error(`${name} takes a whole number`);
    return value;
  };
  const sizes = (given.get('--size') ?? '10000').split(',').map((text) => Number(text));
  if (sizes.some((size) => !Number.isInteger(size) || size < 5_000))
    throw new Error('--size takes whole numbers from 5000 on, with commas between');
  const only = given.get('--only');
  if (only !== undefined && !(only in PARTS)) throw new Error(`--only takes ${Object.keys(PARTS).join(', ')}`);
  return {
    parts: only ? PARTS[only] : ['product', 'load', ...engine],
    sizes: sizes.sort((a, b) => a - b),
    repeats: whole('--repeats', 5),
    comments: whole('--comments', 6),
    clients: whole('--clients', 8),
    rate: whole('--rate', 60),
    seconds: whole('--seconds', 120),
  };
}
