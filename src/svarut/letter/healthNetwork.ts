/**
 * A letter to a patient's GP or to a health provider, through the health network (fact sheet svarut §3, §5.2, §7).
 */
import type { DocumentSource } from '../../http/document';
import { checkHealthNetwork, readDocuments } from './documents';
import type { Letter } from './letter';
import { commonOptions, readersOf, type CommonInput } from './options';

export interface HealthNetworkInput extends CommonInput {
  readonly mottakertype: 'FASTLEGE' | 'HER_ID';
  readonly mottakerHerId: number | undefined;
  readonly pasientFoedselsnummer: string;
  readonly pasientFornavn: string;
  readonly pasientMellomnavn: string | undefined;
  readonly pasientEtternavn: string;
  readonly avsenderFornavn: string;
  readonly avsenderMellomnavn: string | undefined;
  readonly avsenderEtternavn: string;
  readonly avsenderTelefonnummer: string;
  readonly beskrivelse: string | undefined;
  readonly eksponertFor: readonly { readonly digitalId: string }[];
  readonly kunDigitalLevering: boolean;
  readonly kryptert: boolean;
  readonly documents: readonly DocumentSource[];
}

type Recipient = Pick<HealthNetworkInput, 'mottakertype' | 'mottakerHerId' | 'pasientFoedselsnummer'>;

export const healthNetworkRecipient = ({ mottakertype, mottakerHerId, pasientFoedselsnummer }: Recipient): string =>
  `nhn:${mottakertype}:${mottakerHerId ?? ''}:${pasientFoedselsnummer}`;

/** @throws ServiceError ERR_INVALID_INPUT naming the field */
export const healthNetworkLetter = (input: HealthNetworkInput, eksternReferanse: string): Letter => {
  const documents = readDocuments(input.documents);
  checkHealthNetwork(documents);
  const { mottakertype, mottakerHerId } = input;
  return {
    endpoint: 'nhn',
    channel: 'healthNetwork',
    tittel: input.tittel,
    eksternReferanse,
    recipient: healthNetworkRecipient(input),
    encrypted: input.kryptert,
    documents,
    printable: [],
    metadata: {
      ...commonOptions(input, eksternReferanse, input.kryptert),
      mottakertype,
      mottakerHerId,
      beskrivelse: input.beskrivelse,
      eksponertFor: readersOf(input.eksponertFor),
      kunDigitalLevering: input.kunDigitalLevering,
      avsenderKontakt: {
        fornavn: input.avsenderFornavn,
        mellomnavn: input.avsenderMellomnavn,
        etternavn: input.avsenderEtternavn,
        telefonnummer: input.avsenderTelefonnummer,
      },
      pasient: {
        fodselsnummer: input.pasientFoedselsnummer,
        fornavn: input.pasientFornavn,
        mellomnavn: input.pasientMellomnavn,
        etternavn: input.pasientEtternavn,
      },
    },
  };
};
