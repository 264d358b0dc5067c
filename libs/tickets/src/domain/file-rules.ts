/** What may be attached: documents, pictures, mails, logs, archives. Nothing that a browser or a system would run. */
const ALLOWED: ReadonlySet<string> = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/bmp',
  'image/tiff',
  'image/heic',
  'image/avif',
  'application/pdf',
  'application/rtf',
  'application/zip',
  'application/x-7z-compressed',
  'application/gzip',
  // The container of older Office documents and of Outlook's mails.
  'application/x-cfb',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/vnd.oasis.opendocument.presentation',
  'audio/mpeg',
  'audio/wav',
  'video/mp4',
  'video/webm',
]);

/** Plain text has no signature, so its name and its bytes must agree. */
const TEXT_NAME = /\.(txt|log|csv|md|eml|json|ini|conf|cfg)$/i;

/** Pictures that get a preview. */
const PREVIEWED: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/tiff', 'image/avif']);

/** The media type under which a file is kept, or undefined where it is refused. `sniffed` comes from its bytes, never from the sender. */
export function allowedMediaType(sniffed: string | undefined, name: string, head: Uint8Array): string | undefined {
  if (sniffed !== undefined) return ALLOWED.has(sniffed) ? sniffed : undefined;
  return TEXT_NAME.test(name) && isText(head) ? 'text/plain' : undefined;
}

export function hasPreviewOf(mediaType: string): boolean {
  return PREVIEWED.has(mediaType);
}

function isText(head: Uint8Array): boolean {
  return !head.includes(0) && !/^\s*<(!doctype|html|svg|\?xml|script)/i.test(Buffer.from(head.subarray(0, 256)).toString('latin1'));
}

const LONGEST_NAME = 200;

/** A file's name without folders and control characters, at most 200 characters, its ending kept. */
export function safeFileName(name: string): string {
  // A form writes a quotation mark in a name as %22.
  const last = name.replaceAll('%22', '"').split(/[/\\]/).at(-1) ?? '';
  // eslint-disable-next-line no-control-regex -- control and direction characters are what is taken out here
  const plain = last.replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').trim();
  if (plain === '' || /^\.+$/.test(plain)) return 'file';
  if (plain.length <= LONGEST_NAME) return plain;
  const ending = /\.[^.]{1,10}$/.exec(plain)?.[0] ?? '';
  return plain.slice(0, LONGEST_NAME - ending.length) + ending;
}
