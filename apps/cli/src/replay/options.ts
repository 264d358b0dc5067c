import { DomainError } from '#kernel';

export interface ReplayOptions {
  readonly file: string;
  readonly onError: 'stop' | 'skip';
}

/** Reads the command's arguments. Throws `cli.replay-usage` (invalid) where they do not fit. */
export function readOptions(args: readonly string[]): ReplayOptions {
  let file: string | undefined;
  let onError: ReplayOptions['onError'] = 'stop';
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    const value = arg === '--on-error' ? rest.shift() : arg.startsWith('--on-error=') ? arg.slice('--on-error='.length) : undefined;
    if (value === 'stop' || value === 'skip') onError = value;
    else if (value !== undefined || arg.startsWith('-') || file !== undefined) throw usage();
    else file = arg;
  }
  if (file === undefined) throw usage();
  return { file, onError };
}

function usage(): DomainError {
  return new DomainError('cli.replay-usage', {}, 'invalid');
}
