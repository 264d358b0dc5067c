import { inflateRawSync } from 'node:zlib';

/** The parts of a ZIP file by name, read by its central directory. */
export function unzip(file: Buffer): Map<string, string> {
  const parts = new Map<string, string>();
  let at = file.readUInt32LE(file.lastIndexOf(Buffer.from('PK\u0005\u0006')) + 16);
  while (file.readUInt32LE(at) === 0x02014b50) {
    const [method, size] = [file.readUInt16LE(at + 10), file.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((field) => file.readUInt16LE(at + field)) as [number, number, number];
    const local = file.readUInt32LE(at + 42);
    const begin = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const content = file.subarray(begin, begin + size);
    parts.set(file.toString('utf8', at + 46, at + 46 + name), (method === 0 ? content : inflateRawSync(content)).toString('utf8'));
    at += 46 + name + extra + comment;
  }
  return parts;
}

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&amp;': '&' };

/** The sheets of an XLSX file: rows of what its cells hold, texts and numbers; empty cells are left out. */
export function sheetsOf(file: Buffer): (string | number)[][][] {
  const parts = unzip(file);
  const plain = (xml: string): string =>
    [...xml.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text]) => text!.replace(/&\w+;/g, (sign) => ENTITIES[sign] ?? sign)).join('');
  const shared = [...(parts.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map(([, xml]) => plain(xml!));
  const cell = (attributes: string, content: string): string | number => {
    const value = /<v>([^<]*)<\/v>/.exec(content)?.[1];
    if (attributes.includes('t="s"')) return shared[Number(value)]!;
    return value === undefined ? plain(content) : Number(value);
  };
  const names = [...parts.keys()].filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name));
  return names
    .sort((a, b) => Number(/\d+/.exec(a)) - Number(/\d+/.exec(b)))
    .map((name) =>
      [...parts.get(name)!.matchAll(/<row[^>]*>(.*?)<\/row>/gs)].map(([, row]) =>
        [...row!.matchAll(/<c ([^>]*?)>(.*?)<\/c>/gs)].map(([, attributes, content]) => cell(attributes!, content!)),
      ),
    );
}
