/** XML of the kind that is used here: elements, attributes and text. */
export interface XmlElement {
  /** Without a prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

const TOKEN = /<\?[^>]*\?>|<!--[\s\S]*?-->|<(\/?)([\w.:-]+)((?:\s+[\w.:-]+="[^"]*")*)\s*(\/?)>|([^<]+)/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const unescaped = (text: string): string => text.replace(/&(\w+);/g, (_whole, name: string) => ENTITIES[name] ?? '?');

const attributesIn = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(/([\w.:-]+)="([^"]*)"/g)].map(([, name, value]) => [name!, unescaped(value!)]));

type Open = XmlElement & { children: XmlElement[]; text: string };

/** @throws Error when an element is not closed where it must be */
export const readXml = (xml: string): XmlElement => {
  const document: Open = { name: '', attributes: {}, children: [], text: '' };
  const open: Open[] = [document];
  for (const [, closing, name, attributes, alone, text] of xml.matchAll(TOKEN)) {
    const parent = open.at(-1)!;
    if (text !== undefined) parent.text += unescaped(text);
    if (name === undefined) continue;
    const local = name.split(':').at(-1)!;
    if (closing) {
      if (open.pop()?.name !== local) throw new Error(`</${name}> closes another element`);
      continue;
    }
    const element: Open = { name: local, attributes: attributesIn(attributes ?? ''), children: [], text: '' };
    parent.children.push(element);
    if (!alone) open.push(element);
  }
  const [root, ...more] = document.children;
  if (!root || more.length > 0 || open.length > 1) throw new Error('not one whole element');
  return root;
};
