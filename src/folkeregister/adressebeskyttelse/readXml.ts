/**
 * Reads XML strictly, to judge what is in it: whatever could hide something, such as a comment, makes it unreadable.
 */
type Content = string | boolean | { readonly [name: string]: Content | readonly Content[] };

interface Open {
  readonly name: string;
  readonly children: [name: string, content: Content][];
  text: string;
}

const NAME = String.raw`(?:[^\s<>/:="'!?]+:)?([^\s<>/:="'!?]+)`;
/** Of namespaces and types alone: nothing of a person stands in them. */
const ATTRIBUTES = String.raw`(?:\s+(?:xmlns(?::[\w.-]+)?|xsi:[\w.-]+)\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*`;
const TOKEN = new RegExp(`<${NAME}${ATTRIBUTES}(/?)>|</${NAME}\\s*>|([^<]+)`, 'y');

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const characterOf = (reference: string): string => {
  const code = /^#x/i.test(reference) ? parseInt(reference.slice(2), 16) : Number(reference.slice(1));
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
};

const decoded = (text: string): string =>
  text.replace(/&(#x[\da-f]+|#\d+|\w+);/gi, (_all, reference: string) =>
    reference.startsWith('#') ? characterOf(reference) : (ENTITIES[reference] ?? ''),
  );

const contentOf = ({ children, text }: Open): Content | undefined => {
  const own = decoded(text).trim();
  if (children.length === 0) return own === 'true' || own === 'false' ? own === 'true' : own;
  if (own !== '') return undefined;
  const byName = new Map<string, Content[]>();
  for (const [name, content] of children) byName.set(name, [...(byName.get(name) ?? []), content]);
  return Object.fromEntries([...byName].map(([name, all]) => [name, all.length === 1 ? (all[0] as Content) : all]));
};

/** @returns the root element by its name, without prefixes and attributes; undefined for what is not plain XML */
export const readXml = (xml: string): Readonly<Record<string, Content>> | undefined => {
  const body = xml.replace(/^\uFEFF?\s*<\?xml\s[^<>]*\?>/, '').trim();
  const document: Open = { name: '', children: [], text: '' };
  const open: Open[] = [document];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < body.length) {
    const [all, opened, empty, closed, text] = TOKEN.exec(body) ?? [];
    const [current, around] = [open.at(-1), open.at(-2)];
    if (all === undefined || current === undefined) return undefined;
    if (text !== undefined) current.text += text;
    else if (opened !== undefined && empty) current.children.push([opened, '']);
    else if (opened !== undefined) open.push({ name: opened, children: [], text: '' });
    else {
      const content = contentOf(current);
      if (closed !== current.name || around === undefined || content === undefined) return undefined;
      around.children.push([current.name, content]);
      open.pop();
    }
  }
  const whole = open.length === 1 ? contentOf(document) : undefined;
  return typeof whole === 'object' && document.children.length === 1 ? (whole as Record<string, Content>) : undefined;
};
