import { firstApproval, technicalApproval, type Model } from './approval.js';
import { OWN_TRANSPORT, PLATE_TYPE, STATUS, type Status } from './codes.js';
import type { Eierskap, Kjennemerke, Kodeverk, Kontroll, Party, Registrering, Vehicle } from './vehicle.js';

interface Plate {
  readonly kjennemerke: string;
  readonly type?: keyof typeof PLATE_TYPE;
  readonly personal?: boolean;
  /** The moment of registration when left out. */
  readonly from?: string;
  readonly until?: string;
}

/** A vehicle in few words: all its time stamps are the moment of registration unless something else is said. */
export interface NewVehicle {
  /** Its ids are made from it. */
  readonly number: number;
  readonly special: string;
  readonly model: Model;
  readonly since: string;
  readonly eier: Party;
  readonly medeier?: Party;
  readonly leasingtaker?: Party;
  readonly underenhet?: Party;
  readonly plates: readonly Plate[];
  /** At first; REGISTRERT when left out. */
  readonly status?: Status;
  readonly later?: { readonly status: Status; readonly at: string };
  readonly kontroll?: Kontroll;
  readonly understellsnummer?: string;
  readonly swappedPlates?: { readonly withNumber: number; readonly at: string };
  readonly exempt?: readonly Kodeverk[];
  readonly restrictions?: readonly Kodeverk[];
  readonly remark?: string;
  readonly import?: object;
  readonly withheld?: boolean;
}

const kuidOf = (number: number): string => `99${String(number).padStart(8, '0')}`;

export const newVehicle = (described: NewVehicle): Vehicle => {
  const { number, model, since, kontroll = {}, withheld = false, special } = described;
  const firstDay = since.slice(0, 10);
  const godkjenningsId = `9${String(number).padStart(6, '0')}`;
  return {
    special,
    withheld,
    kontroll,
    kjoretoyId: identity(described),
    ...(described.status !== 'UREGISTRERT' && { forstegangsregistrering: { registrertForstegangNorgeDato: firstDay } }),
    godkjenning: {
      forstegangsGodkjenning: firstApproval(
        godkjenningsId,
        firstDay,
        described.import && { bruktimport: described.import },
      ),
      kjoretoymerknad: described.remark ? [{ merknad: described.remark, merknadtypeKode: 'VOGNKORT' }] : [],
      registreringsbegrensninger: { registreringsbegrensning: described.restrictions ?? [] },
      tekniskGodkjenning: technicalApproval(model, godkjenningsId, firstDay),
    },
    tidslinje: {
      eierskap: [ownership(described)],
      kjennemerke: plates(described),
      registrering: registration(described),
    },
  };
};

const identity = ({ number, model, understellsnummer, swappedPlates, exempt = [] }: NewVehicle) => ({
  imid: `9${String(number).padStart(5, '0')}`,
  kjoretoyErKryssbyttet: swappedPlates !== undefined,
  kryssbytter: swappedPlates
    ? [{ fomTidspunkt: swappedPlates.at, kryssbyttetMedKuid: kuidOf(swappedPlates.withNumber) }]
    : [],
  kuid: kuidOf(number),
  merkekode: model.merkekode,
  understellsnummer: understellsnummer ?? `SANDKJT${String(number).padStart(10, '0')}`,
  unntattOffentlighet: exempt,
});

const ownership = ({ since, eier, medeier, leasingtaker, underenhet }: NewVehicle): Eierskap => {
  const from = { fomTidspunkt: since };
  return {
    eier: { ...eier, ...from },
    ...(medeier && { medeier: { ...medeier, ...from } }),
    ...(leasingtaker && { leasingtaker: { ...leasingtaker, ...from } }),
    ...(underenhet && { underenhet: { ...underenhet, ...from } }),
    vedtakstidspunkt: since,
  };
};

const plates = ({ since, plates: described }: NewVehicle): readonly Kjennemerke[] =>
  described.map(({ kjennemerke, type = 'ordinary', personal = false, from = since, until }) => ({
    fomTidspunkt: from,
    kjennemerke,
    kjennemerkekategori: personal ? 'PERSONLIG' : 'KJORETOY',
    kjennemerketype: PLATE_TYPE[type],
    ...(until !== undefined && { tilTidspunkt: until }),
  }));

const registration = ({ since, status = 'REGISTRERT', later }: NewVehicle): readonly Registrering[] => {
  const entry = (now: Status, fomTidspunkt: string, more: Partial<Registrering> = {}): Registrering => ({
    fomTidspunkt,
    kjoringensArt: OWN_TRANSPORT,
    registreringsstatus: STATUS[now],
    ...(status !== 'UREGISTRERT' && { registrertForstegangPaEierskap: since }),
    ...more,
  });
  return later
    ? [entry(status, since, { tilTidspunkt: later.at }), entry(later.status, later.at)]
    : [entry(status, since)];
};
