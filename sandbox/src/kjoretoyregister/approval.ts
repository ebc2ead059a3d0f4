import { CLASS, code, COLOUR, FUEL, GEARBOX, HYBRID, NO_SUBCODE, PLATE_SIZE } from './codes.js';
import type { TekniskGodkjenning } from './vehicle.js';

export interface Engine {
  readonly fuel: keyof typeof FUEL;
  readonly kilowatts: number;
  /** Cubic centimetres. */
  readonly volume?: number;
  /** Grams per kilometre. */
  readonly co2?: number;
  readonly rangeInKilometres?: number;
}

export interface Model {
  readonly merke: string;
  readonly merkekode: string;
  readonly handelsbetegnelse: string;
  readonly vehicleClass: keyof typeof CLASS;
  readonly engines: readonly Engine[];
  readonly hybrid?: keyof typeof HYBRID;
  readonly gearbox?: keyof typeof GEARBOX;
  readonly colour: keyof typeof COLOUR;
  readonly seats: number;
  /** Kilograms; the first includes the driver. */
  readonly egenvekt: number;
  readonly tillattTotalvekt: number;
  readonly tillattTilhengervektMedBrems?: number;
  readonly tillattTilhengervektUtenBrems?: number;
}

const COC = code('COC', { kodeNavn: 'COC' });

export const firstApproval = (godkjenningsId: string, forstegangRegistrertDato: string, more: object = {}): object => ({
  ...more,
  forstegangRegistrertDato,
  godkjenningsId,
  godkjenningsundertype: COC,
  unntak: [],
});

/** The approval of a model: only what a reader is likely to look at, with the empty lists the register always writes. */
export const technicalApproval = (model: Model, godkjenningsId: string, gyldigFraDato: string): TekniskGodkjenning => {
  const { tekniskKode, avgiftskode, beskrivelse } = CLASS[model.vehicleClass];
  const codes = { tekniskKode, tekniskUnderkode: NO_SUBCODE };
  const document = {
    godkjenningsId,
    godkjenningsundertype: COC,
    gyldigFraDato,
    kjoretoyklassifisering: {
      beskrivelse,
      kjoretoyAvgiftsKode: avgiftskode,
      spesielleKjennetegn: '',
      ...codes,
      iSamsvarMedTypegodkjenning: true,
    },
    krav: [],
    tekniskeData: {
      akslinger: { akselGruppe: [], antallAksler: 2 },
      bremser: { tilhengerBremseforbindelse: [] },
      dekkOgFelg: { akselDekkOgFelgKombinasjon: [] },
      dimensjoner: { bredde: 1800, lengde: 4400 },
      generelt: {
        fabrikant: [],
        handelsbetegnelse: [model.handelsbetegnelse],
        merke: [{ merke: model.merke, merkeKode: model.merkekode }],
        ...codes,
        typebetegnelse: model.handelsbetegnelse,
      },
      karosseriOgLasteplan: bodywork(model),
      miljodata: { miljoOgdrivstoffGruppe: model.engines.map(emissions), okoInnovasjon: false },
      motorOgDrivverk: drive(model),
      ovrigeTekniskeData: [],
      persontall: { sitteplasserTotalt: model.seats },
      tilhengerkopling: { kopling: [] },
      vekter: weights(model),
    },
    unntak: [],
  };
  return document;
};

const bodywork = ({ colour }: Model) => ({
  antallDorer: [],
  dorUtforming: [],
  kjennemerkestorrelseBak: PLATE_SIZE,
  kjennemerketypeBak: PLATE_SIZE,
  plasseringFabrikasjonsplate: [],
  plasseringUnderstellsnummer: [],
  rFarge: [COLOUR[colour]],
});

const drive = ({ engines, hybrid = 'none', gearbox }: Model) => ({
  ...(gearbox && { girkassetype: GEARBOX[gearbox] }),
  girutvekslingPrGir: [],
  hybridKategori: HYBRID[hybrid],
  maksimumHastighet: [],
  maksimumHastighetMalt: [],
  motor: engines.map(({ fuel, kilowatts, volume }) => ({
    drivstoff: [{ drivstoffKode: FUEL[fuel], maksNettoEffekt: kilowatts }],
    ...(volume !== undefined && { slagvolum: volume }),
  })),
  ...(engines.length > 0 && { utelukkendeElektriskDrift: engines.every(({ fuel }) => fuel === 'electric') }),
});

const emissions = ({ fuel, co2, rangeInKilometres }: Engine) => ({
  drivstoffKodeMiljodata: FUEL[fuel],
  forbrukOgUtslipp: [
    {
      ...(co2 !== undefined && { co2BlandetKjoring: co2 }),
      ...(rangeInKilometres !== undefined && { rekkeviddeKm: rangeInKilometres }),
    },
  ],
});

const weights = (model: Model) => ({
  egenvekt: model.egenvekt,
  nyttelast: model.tillattTotalvekt - model.egenvekt,
  tillattTotalvekt: model.tillattTotalvekt,
  ...(model.tillattTilhengervektMedBrems !== undefined && {
    tillattTilhengervektMedBrems: model.tillattTilhengervektMedBrems,
  }),
  ...(model.tillattTilhengervektUtenBrems !== undefined && {
    tillattTilhengervektUtenBrems: model.tillattTilhengervektUtenBrems,
  }),
  vogntogvektAvhBremsesystem: [],
});
