import { isSupplier, keyIdOf, uses, usesFiks, type SetupOrder, type Text } from './order.js';
import type { StepName } from './steps/step.js';

/** One field of a credential, under the label it has in the dialogs, and what is pasted there. */
export interface CredentialField {
  readonly label: Text;
  readonly value: Text;
}

export interface CredentialForm {
  readonly title: Text;
  readonly fields: readonly CredentialField[];
}

/** The number of a step among those that the order needs. */
export type NumberOf = (step: StepName) => number;

const same = (text: string): Text => ({ nb: text, en: text });

const from = (what: Text, step: number): Text => ({
  nb: `${what.nb} fra steg ${step}`,
  en: `${what.en} from step ${step}`,
});

/** Fiks wants the supplier's own number in the token, KRR the customer's (fact sheets fiks-platform §1, krr §2). */
const consumer = (order: SetupOrder): Text => {
  if (!isSupplier(order) || !uses('krr')(order)) return { nb: 'tomt', en: 'empty' };
  const { number } = order.municipality;
  return usesFiks(order)
    ? {
        nb: `tomt her, for Fiks skal ha deres eget nummer; skriv ${number} i Konsumentorganisasjon på KRR-noden`,
        en: `empty here, for Fiks wants your own number; write ${number} in Consumer Organisation on the KRR node`,
      }
    : same(number);
};

const maskinporten = (order: SetupOrder, numberOf: NumberOf): CredentialForm => ({
  title: same('Maskinporten API'),
  fields: [
    {
      label: { en: 'Environment', nb: 'Miljø' },
      value: order.environment === 'test' ? same('Test') : { en: 'Production', nb: 'Produksjon' },
    },
    {
      label: { en: 'Client ID', nb: 'Klient-id' },
      value: from({ nb: 'klient-id', en: 'the client id' }, numberOf('maskinporten-client')),
    },
    {
      label: { en: 'Private Key', nb: 'Privat nøkkel' },
      value: { nb: 'alt som står i `private-key.pem`', en: 'all that stands in `private-key.pem`' },
    },
    {
      label: { en: 'Key ID (kid)', nb: 'Nøkkel-id (kid)' },
      value: {
        nb: `\`${keyIdOf(order)}\`, eller det portalen viser, om det er noe annet`,
        en: `\`${keyIdOf(order)}\`, or what the portal shows if that differs`,
      },
    },
    {
      label: { en: 'Consumer Organisation (consumer_org)', nb: 'Konsumentorganisasjon (consumer_org)' },
      value: consumer(order),
    },
  ],
});

const SENDING_SWITCH: CredentialField = {
  label: { en: 'Allow Sending in Production', nb: 'Tillat sending i produksjon' },
  value: {
    nb: 'av, til flytene er testet og noen har bestemt at de kan sende',
    en: 'off, until the flows are tested and someone has decided that they may send',
  },
};

const fiks = (order: SetupOrder, numberOf: NumberOf): CredentialForm => {
  const integration = numberOf('fiks-integration');
  return {
    title: { en: 'Fiks Integration (KS) API', nb: 'Fiks-integrasjon (KS) API' },
    fields: [
      {
        label: { en: 'Integration ID', nb: 'Integrasjons-id' },
        value: from({ nb: 'integrasjons-id', en: 'the integration id' }, integration),
      },
      {
        label: { en: 'Integration Password', nb: 'Integrasjonspassord' },
        value: from({ nb: 'passordet', en: 'the password' }, integration),
      },
      ...(uses('folkeregister')(order)
        ? [
            {
              label: { en: 'Folkeregister Role ID', nb: 'Rolle-id i Folkeregister' },
              value: from({ nb: 'rolleId', en: 'rolleId' }, numberOf('folkeregister-role')),
            },
          ]
        : []),
      ...(uses('svarut')(order)
        ? [
            {
              label: { en: 'SvarUt Account ID', nb: 'Konto-id i SvarUt' },
              value: from({ nb: 'kontoId', en: 'kontoId' }, numberOf('svarut-account')),
            },
            {
              label: { en: 'Reference Secret', nb: 'Referansehemmelighet' },
              value: {
                nb: 'minst 16 tilfeldige tegn som dere lager selv, legger i passordhvelvet og aldri endrer',
                en: 'at least 16 random characters that you make yourselves, keep in the vault and never change',
              },
            },
            ...(order.environment === 'production' ? [SENDING_SWITCH] : []),
          ]
        : []),
      ...(uses('kjoretoyregister')(order)
        ? [
            {
              label: { en: 'Fiks Organisation ID', nb: 'Fiks-organisasjonens id' },
              value: from({ nb: 'fiksOrgId', en: 'fiksOrgId' }, numberOf('vehicle-register')),
            },
          ]
        : []),
    ],
  };
};

/** What to paste where, in n8n and in Node-RED. */
export const credentialForms = (order: SetupOrder, numberOf: NumberOf): readonly CredentialForm[] => [
  maskinporten(order, numberOf),
  ...(usesFiks(order) ? [fiks(order, numberOf)] : []),
];
