import type { PublicJwk } from './keyPair.js';
import type { Letter } from './letters.js';
import { ENVIRONMENT_TITLES, isSupplier, SERVICE_TITLES, type Language, type SetupOrder } from './order.js';

export interface SetupResult {
  readonly folder: string;
  readonly order: SetupOrder;
  readonly publicJwk: PublicJwk;
  readonly letters: readonly Letter[];
}

interface Words {
  readonly written: string;
  readonly municipality: string;
  readonly supplier: string;
  readonly publicKey: string;
  readonly privateKey: string;
  readonly files: string;
  readonly open: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  nb: {
    written: 'Nøkler og brev ligger i',
    municipality: 'kommune',
    supplier: 'leverandør',
    publicKey: 'Den offentlige nøkkelen, som skal limes inn i Digdirs selvbetjening (også i public-jwk.json):',
    privateKey:
      'Den private nøkkelen ligger i private-key.pem og vises ikke. Den skal bare inn i n8n eller Node-RED og i passordhvelvet.',
    files: 'Gjør dette, i denne rekkefølgen:',
    open: 'Dette må fylles ut i brevene før de sendes:',
  },
  en: {
    written: 'Keys and letters are in',
    municipality: 'municipality',
    supplier: 'supplier',
    publicKey: "The public key, to paste into Digdir's self-service (also in public-jwk.json):",
    privateKey:
      'The private key is in private-key.pem and is not shown. It goes only into n8n or Node-RED and the password vault.',
    files: 'Do this, in this order:',
    open: 'To be filled in before the letters are sent:',
  },
};

const choicesMade = (order: SetupOrder, words: Words): string => {
  const { language, environment, services } = order;
  const party = isSupplier(order) ? words.supplier : words.municipality;
  return [
    party,
    ENVIRONMENT_TITLES[environment][language],
    ...services.map((name) => SERVICE_TITLES[name][language]),
  ].join(', ');
};

const fileLine = ({ file, title, to }: Letter): string =>
  `  ${file.padEnd(30)} ${title}${to === undefined ? '' : ` (${to})`}`;

export const describeResult = ({ folder, order, publicJwk, letters }: SetupResult): string => {
  const words = WORDS[order.language];
  const open = new Set(letters.flatMap((letter) => letter.open));
  return `
${words.written} ${folder}
(${choicesMade(order, words)})

${words.publicKey}
${JSON.stringify(publicJwk, null, 2)}

${words.privateKey}

${words.files}
${letters.map(fileLine).join('\n')}

${words.open}
  ${[...open].join('\n  ')}
`;
};

/** For a program: everything but the texts, which are in the files, and the private key. */
export const resultAsJson = ({ letters, ...result }: SetupResult): string => {
  const files = letters.map(({ file, title, to, subject, open }) => ({ file, title, to, subject, open }));
  return `${JSON.stringify({ ...result, files }, null, 2)}\n`;
};
