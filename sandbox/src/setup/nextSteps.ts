import { credentialForms, type CredentialField, type NumberOf } from './credentialFields.js';
import { ENVIRONMENT_TITLES, isSupplier, SERVICE_TITLES, type SetupOrder, type Text } from './order.js';
import { PLACES } from './places.js';
import { lines, list, named, paragraphs, type Step } from './steps/step.js';

type Say = (text: Text) => string;

const GUIDE = 'https://github.com/norsk-kommune/n8n-nodes-norsk-kommune/blob/main/docs/setup.md';

const opening = (order: SetupOrder, say: Say): string =>
  paragraphs(
    say({
      nb: `# Neste steg: ${ENVIRONMENT_TITLES[order.environment].nb}`,
      en: `# Next steps: ${ENVIRONMENT_TITLES[order.environment].en}`,
    }),
    list(
      `${say({ nb: 'Kommune', en: 'Municipality' })}: ${named(order.municipality)}`,
      isSupplier(order) && `${say({ nb: 'Leverandør', en: 'Supplier' })}: ${named(order.organisation)}`,
      `${say({ nb: 'Tjenester', en: 'Services' })}: ${order.services.map((name) => say(SERVICE_TITLES[name])).join(', ')}`,
    ),
    say({
      nb: 'Det som står i hakeparenteser i brevene, må fylles ut før de sendes. `private-key.pem` er hemmelig: den skal bare inn i n8n eller Node-RED og i passordhvelvet, aldri i e-post. `public-jwk.json` er den offentlige halvdelen og kan vises til alle.',
      en: 'What stands in square brackets in the letters must be filled in before they are sent; they are in Norwegian, as those who get them are. `private-key.pem` is secret: it goes only into n8n or Node-RED and the password vault, never into an e-mail. `public-jwk.json` is the public half and may be seen by anyone.',
    }),
  );

const waiting = (numbers: readonly number[], say: Say): string => {
  if (numbers.length === 0) return say({ nb: 'Kan sendes nå.', en: 'Can be sent now.' });
  const all = numbers.join(', ');
  return say({ nb: `Venter på steg ${all}.`, en: `Waits for ${numbers.length === 1 ? 'step' : 'steps'} ${all}.` });
};

const stepLine = (step: Step, order: SetupOrder, steps: readonly Step[], say: Say): string => {
  const number = steps.indexOf(step) + 1;
  const before = steps.flatMap(({ name }, index) => (step.after.includes(name) ? [index + 1] : []));
  const doer = say(step.doer(order)) + (step.to === undefined ? '' : `, ${step.to}`);
  return lines(
    `- [ ] **${number}. ${say(step.title)}.** ${waiting(before, say)}`,
    `  ${say({ nb: 'Gjøres av', en: 'Done by' })}: ${doer}. ${say({ nb: 'Gir', en: 'Gives' })}: ${say(step.result)}`,
  );
};

const asking = (order: SetupOrder, steps: readonly Step[], say: Say): string =>
  paragraphs(
    say({ nb: '## Send brevene', en: '## Send the letters' }),
    say({
      nb: 'Brevene har samme nummer som stegene. Send med en gang alt som ikke venter på noe: det er andres behandlingstid som avgjør når dere er i gang.',
      en: 'The letters have the numbers of the steps. Send at once all that waits for nothing: how soon you are running depends on how long others take.',
    }),
    lines(...steps.map((step) => stepLine(step, order, steps, say))),
  );

const firewall = ({ environment, services }: SetupOrder, say: Say): string => {
  const { maskinportenHost, serviceHosts } = PLACES[environment];
  const hosts = new Set([maskinportenHost, ...services.map((service) => serviceHosts[service])]);
  return paragraphs(
    say({ nb: '## Åpne brannmuren', en: '## Open the firewall' }),
    lines(
      say({
        nb: '- [ ] Maskinen med n8n eller Node-RED når disse på port 443:',
        en: '- [ ] The machine with n8n or Node-RED reaches these on port 443:',
      }),
      ...[...hosts].map((host) => `  - ${host}`),
      say({
        nb: '- [ ] Klokken på maskinen går riktig (NTP): Maskinporten tåler at den er 10 sekunder feil.',
        en: '- [ ] The clock of the machine is right (NTP): Maskinporten tolerates 10 seconds.',
      }),
    ),
  );
};

const row = ({ label, value }: CredentialField, say: Say): string => {
  const shown = new Set([label.en, say(label)]);
  return `| ${[...shown].join(' / ')} | ${say(value)} |`;
};

const pasting = (order: SetupOrder, numberOf: NumberOf, say: Say): string =>
  paragraphs(
    say({ nb: '## Lim inn', en: '## Paste' }),
    say({
      nb: 'n8n viser det engelske navnet på feltet, Node-RED det norske når nettleseren er norsk. Felt som ikke står her, skal være tomme.',
      en: 'The same fields in n8n and Node-RED. Those not named here stay empty.',
    }),
    ...credentialForms(order, numberOf).map(({ title, fields }) =>
      lines(
        `- [ ] **${[...new Set([title.en, say(title)])].join(' / ')}**`,
        '',
        say({ nb: '| Felt | Lim inn |', en: '| Field | Paste |' }),
        '| --- | --- |',
        ...fields.map((field) => row(field, say)),
      ),
    ),
  );

const closing = ({ environment }: SetupOrder, say: Say): string =>
  paragraphs(
    say({ nb: '## Til slutt', en: '## In the end' }),
    lines(
      say({
        nb: `- [ ] Kjør Check Connection / Sjekk forbindelsen på hver node. Feil som kan komme, er forklart her: ${GUIDE}`,
        en: `- [ ] Run Check Connection on each node. Errors that can come are explained here: ${GUIDE}`,
      }),
      say({
        nb: '- [ ] Slett `private-key.pem` fra mappen når den er limt inn og ligger i passordhvelvet.',
        en: '- [ ] Delete `private-key.pem` from the folder when it is pasted and in the password vault.',
      }),
      say({
        nb: '- [ ] Sett en påminnelse 11 måneder fram: nøkkelen virker i høyst ett år fra den ble registrert.',
        en: '- [ ] Set a reminder 11 months ahead: the key works for at most one year from when it was registered.',
      }),
      environment === 'test' &&
        say({
          nb: '- [ ] Gjør alt på nytt for produksjon (`--environment production`): miljøene deler verken nøkler, klienter, scope, roller, kontoer eller integrasjoner.',
          en: '- [ ] Do it all again for production (`--environment production`): the environments share no keys, clients, scopes, roles, accounts or integrations.',
        }),
    ),
  );

/** The checklist: the letters in their order, what they wait for, and where what comes back is pasted. Markdown. */
export const nextSteps = (order: SetupOrder, steps: readonly Step[]): string => {
  const say: Say = (text) => text[order.language];
  const numberOf: NumberOf = (name) => steps.findIndex((step) => step.name === name) + 1;
  return `${paragraphs(
    opening(order, say),
    asking(order, steps, say),
    firewall(order, say),
    pasting(order, numberOf, say),
    closing(order, say),
  )}\n`;
};
